// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/codetext.h"
#include "widgets/themedwidget.h"

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
/// saying so; one that is almost JSON shows as text with the place of the error. Ctrl+F searches in
/// it.
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
    void showForm();
    void find(const QString &text);
    void openSearch();

    QByteArray m_body;
    /// What is shown: the body, or the bytes behind its Base64.
    QByteArray m_content;
    QString m_problem;
    CodeLanguage m_language = CodeLanguage::Plain;
    bool m_decoded = false;

    TextLabel *m_title;
    StatusPill *m_decodedChip;
    TextLabel *m_size;
    SegmentedControl *m_forms;
    IconButton *m_copy;
    TextLabel *m_problemLine;
    SearchField *m_search;
    CodeEdit *m_editor;
};

} // namespace Signalbox
