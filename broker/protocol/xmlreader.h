// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/limits.h"
#include "core/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <array>
#include <optional>

namespace Signalbox {

/// Reads one protocol document, element by element, from hostile hands.
///
/// UTF-8 with or without byte order mark and declaration. Elements go by their local names,
/// namespaces and attributes are checked and ignored. Document type declarations, and with them
/// every entity but the five of XML, are refused; so is nesting deeper than Limits::kMaxXmlDepth.
/// The first failure sticks: afterwards nothing is found any more and finish() gives the reason, so
/// that callers check once, at the end. \code XmlReader reader(document); if
/// (reader.readRoot("Message")) {
///     while (reader.nextChild()) {
///         if (reader.name() == "MessageBody")
///             reader.read(body);
///         else
///             reader.skip();
///     }
/// }
/// return reader.finish(body);
/// \endcode
class XmlReader
{
public:
    /// Who sent the document decides what its faults are called.
    enum class Origin {
        Request, ///< MalformedXml, or InvalidArgument where the document is well-formed
        Reply, ///< UnexpectedReply
    };

    /// \a document is not copied and must outlive the reader.
    explicit XmlReader(QByteArrayView document, Origin origin = Origin::Request);

    /// Nothing there but white space: a request without a document.
    [[nodiscard]] static bool isBlank(QByteArrayView document);

    /// Enters the root element, whatever its name.
    bool readRoot();
    /// Enters the root element; another name than \a expected is a failure.
    bool readRoot(QByteArrayView expected);
    /// Enters the next child of the current element; false, and the element is left, when there are
    /// no more.
    bool nextChild();
    /// Leaves the current element with all that it holds.
    void skip();
    /// Calls \a read inside each child element \a name and skips the others.
    template <typename Read>
    void eachChild(QByteArrayView name, Read read)
    {
        while (nextChild()) {
            if (this->name() == name)
                read();
            else
                skip();
        }
    }
    /// Local name of the element entered last.
    [[nodiscard]] QByteArrayView name() const { return m_name; }

    /// Leaves the current element and gives its text, entities decoded, line ends as \n, not
    /// trimmed. A child element is a failure.
    QByteArray readText();

    /// Leave the current element and take its value. An empty element counts as absent, a second
    /// value as a failure. Numbers are decimal integers of 64 bits, booleans true, false (in any
    /// case), 1 and 0; spaces around them are ignored.
    void read(std::optional<QByteArray> &value);
    void read(std::optional<QString> &value);
    /// As read(), but an empty element gives an empty text.
    void readOrEmpty(std::optional<QString> &value);
    void read(std::optional<qint64> &value);
    /// What an int cannot hold becomes the end of its range, which is out of every bound of the
    /// protocol.
    void read(std::optional<int> &value);
    void read(std::optional<bool> &value);

    /// Ends the reading with InvalidArgument (of a reply: UnexpectedReply). \a message is a whole
    /// sentence.
    void refuse(const QString &message);
    [[nodiscard]] bool failed() const { return m_error.has_value(); }

    /// The reason of the first failure, or success; also checks that nothing follows the root
    /// element.
    [[nodiscard]] Result<void> finish();
    /// \a value, unless something failed.
    template <typename T>
    [[nodiscard]] Result<T> finish(T value)
    {
        if (Result<void> end = finish(); !end)
            return end.error();
        return value;
    }

private:
    bool malformed(const char *reason);
    QByteArray readOnce(bool seen);
    void readProlog();
    bool readDeclaration();
    bool skipMisc();
    bool readStartTag();
    bool readEndTag();
    bool readAttributes();
    QByteArrayView readName();
    bool skipSpace();
    bool skipComment();
    bool skipInstruction();
    bool readContent(QByteArray *text);
    bool appendRun(QByteArrayView run, QByteArray *text);
    bool appendReference(QByteArrayView &rest, QByteArray *text);
    [[nodiscard]] bool startsWith(QByteArrayView text) const;

    QByteArrayView m_document;
    qsizetype m_position = 0;
    Origin m_origin;
    QByteArrayView m_name;
    std::array<QByteArrayView, Limits::kMaxXmlDepth>
        m_open; ///< Qualified names of the open elements.
    int m_depth = 0;
    bool m_selfClosed =
        false; ///< The current element was an empty-element tag: its end is already read.
    std::optional<Error> m_error;
};

} // namespace Signalbox
