// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/codematches.h"
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
/// as text with the place of the error. Ctrl+F searches in it. What was found, or what a search
/// elsewhere was for, is marked; F3 and Shift+F3 go from one to the next.
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
    /// Marks \a text wherever it stands, or the value at \a path of JSON; neither: nothing. Of this
    /// body and all later ones, until Ctrl+F looks for something else.
    void setHighlight(const QString &text, const JsonPath &path = {});
    [[nodiscard]] const QList<TextSpan> &matches() const { return m_matches; }
    [[nodiscard]] Form form() const;
    void setForm(Form form);
    /// "Line 3, column 14: …" of a body that begins like JSON and is not; else empty.
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] CodeEdit *editor() const { return m_editor; }

signals:
    void copied();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void languageChanged() override;

private:
    void showContent();
    void showForm();
    void openSearch();
    void closeSearch();
    /// Finds and marks anew in what is shown.
    void match();
    void stepMatch(int steps);
    void showMatches();

    QByteArray m_body;
    std::optional<QByteArray> m_bytes; ///< Behind the body's Base64, where it is that.
    /// What is shown: the body, or the bytes behind its Base64.
    QByteArray m_content;
    QString m_problem;
    QString m_highlight;
    JsonPath m_highlightPath;
    QList<TextSpan> m_matches;
    qsizetype m_match = 0; ///< The one that is shown.
    CodeLanguage m_language = CodeLanguage::Plain;
    bool m_decoded = false;

    TextLabel *m_title;
    StatusPill *m_decodedChip;
    TextLabel *m_size;
    SegmentedControl *m_forms;
    IconButton *m_decode;
    IconButton *m_copy;
    TextLabel *m_problemLine;
    QWidget *m_matchBar;
    SearchField *m_search;
    TextLabel *m_matchCount;
    IconButton *m_previous;
    IconButton *m_next;
    CodeEdit *m_editor;
};

} // namespace Signalbox
