// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/codematches.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

/// Walks over a JSON text without reading its values. Every step goes forward, so that a text which
/// is no JSON ends it too.
class JsonWalker
{
public:
    explicit JsonWalker(const QString &text)
        : m_text(text)
    {
    }

    std::optional<TextSpan> find(const JsonPath &path)
    {
        for (const auto &step : path) {
            const auto *key = std::get_if<QString>(&step);
            if (!(key ? enterObject(*key) : enterList(std::get<qsizetype>(step))))
                return std::nullopt;
        }
        skipSpace();
        const qsizetype start = m_at;
        skipValue();
        return m_at > start ? std::optional(TextSpan{start, m_at - start}) : std::nullopt;
    }

private:
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] QChar here() const { return atEnd() ? QChar() : m_text.at(m_at); }

    void skipSpace()
    {
        while (!atEnd() && here().isSpace())
            ++m_at;
    }

    bool take(QChar c)
    {
        skipSpace();
        if (here() != c)
            return false;
        ++m_at;
        return true;
    }

    void skipString()
    {
        for (++m_at; !atEnd() && here() != u'"'; ++m_at) {
            if (here() == u'\\')
                ++m_at;
        }
        m_at = std::min(m_at + 1, m_text.size());
    }

    /// A scalar, or an object or list with everything in it.
    void skipValue()
    {
        skipSpace();
        int depth = 0;
        while (!atEnd()) {
            const QChar c = here();
            if (c == u'"') {
                skipString();
            } else if (c == u'{' || c == u'[') {
                ++depth;
                ++m_at;
            } else if (c == u'}' || c == u']') {
                if (depth == 0)
                    return; // of the container around it
                --depth;
                ++m_at;
            } else if (depth == 0 && (c == u',' || c.isSpace())) {
                return;
            } else {
                ++m_at;
                if (depth == 0)
                    continue; // within a number or a word
            }
            if (depth == 0)
                return;
        }
    }

    QString readKey()
    {
        const qsizetype start = m_at;
        skipString();
        const QByteArray quoted = m_text.mid(start, m_at - start).toUtf8();
        return QJsonDocument::fromJson('[' + quoted + ']').array().at(0).toString();
    }

    /// To the value with this key.
    bool enterObject(const QString &key)
    {
        if (!take(u'{'))
            return false;
        qsizetype found = -1;
        skipSpace();
        while (here() == u'"') {
            const bool isMeant = readKey() == key;
            if (!take(u':'))
                return false;
            skipSpace();
            if (isMeant)
                found = m_at;
            skipValue();
            if (!take(u','))
                break;
            skipSpace();
        }
        m_at = found;
        return found >= 0;
    }

    /// To the value at this index.
    bool enterList(qsizetype index)
    {
        if (!take(u'['))
            return false;
        for (; index > 0; --index) {
            skipValue();
            if (!take(u','))
                return false;
        }
        skipSpace();
        return !atEnd() && here() != u']';
    }

    const QString &m_text;
    qsizetype m_at = 0;
};

} // namespace

QList<TextSpan> findText(const QString &code, const QString &text, qsizetype limit)
{
    QList<TextSpan> found;
    if (text.isEmpty())
        return found;
    qsizetype at = code.indexOf(text, 0, Qt::CaseInsensitive);
    while (at >= 0 && found.size() < limit) {
        found.append({at, text.size()});
        at = code.indexOf(text, at + text.size(), Qt::CaseInsensitive);
    }
    return found;
}

std::optional<TextSpan> findJsonValue(const QString &json, const JsonPath &path)
{
    return JsonWalker(json).find(path);
}

} // namespace Signalbox
