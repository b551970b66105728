// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/codetext.h"
#include "widgets/themedwidget.h"

#include <optional>

class QHBoxLayout;

namespace Signalbox {

class CodeEdit;
class IconButton;
class SearchField;
class SegmentedControl;
class StatusPill;
class TextLabel;

/// Shows a body: size, a choice of JSON (or XML), Text and Hex, a copy button, and the text with
/// line numbers and colours. A body that is Base64 of readable text is shown decoded with a chip
/// saying so, and a button switches between that and what was sent; one that is almost JSON shows
/// as text with the place of the error. Ctrl+F searches in it.
class CodeView : public ThemedWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CodeView)
public:
    enum class Form { Structured, Text, Hex };

    explicit CodeView(QWidget *parent = nullptr);
    ~CodeView() override;

    void setTitle(const QString &title);
    /// Shows \a body and picks the richest form it has.
    void setBody(const QByteArray &body);
    [[nodiscard]] QByteArray body() const { return m_body; }
    [[nodiscard]] bool isDecoded() const { return m_decoded; }
    /// Shows the bytes behind a body that is Base64, whatever they are, or the body as it was sent.
    void setDecoded(bool decoded);
    /// The body can be read as Base64.
    [[nodiscard]] bool isDecodable() const { return m_bytes.has_value(); }
    [[nodiscard]] Form form() const;
    void setForm(Form form);
    /// "Line 3, column 14: …" of a body that begins like JSON and is not; else empty.
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] CodeEdit *editor() const { return m_editor; }

signals:
    void copied();

protected:
    void languageChanged() override;

private:
    void showContent();
    void showForm();
    void find(const QString &text);
    void openSearch();

    QByteArray m_body;
    std::optional<QByteArray> m_bytes; ///< Behind the body's Base64, where it is that.
    /// What is shown: the body, or the bytes behind its Base64.
    QByteArray m_content;
    QString m_problem;
    CodeLanguage m_language = CodeLanguage::Plain;
    bool m_decoded = false;

    TextLabel *m_title;
    StatusPill *m_decodedChip;
    TextLabel *m_size;
    SegmentedControl *m_forms;
    IconButton *m_decode;
    IconButton *m_copy;
    TextLabel *m_problemLine;
    SearchField *m_search;
    CodeEdit *m_editor;
};

} // namespace Signalbox
