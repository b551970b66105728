// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/codematches.h"
#include "widgets/codetext.h"
#include "widgets/theme.h"

#include <QPlainTextEdit>

namespace Signalbox {

class CodeHighlighter;

/// A plain text area in the code font with a gutter of line numbers and colours by language.
/// Read-only it stands on a sunken ground; editable, Ctrl+Shift+F formats JSON.
class CodeEdit : public QPlainTextEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CodeEdit)
public:
    explicit CodeEdit(QWidget *parent = nullptr);
    ~CodeEdit() override;

    /// Replaces the text. Colours are off for texts above kLongestColoured.
    void setCode(const QString &text, CodeLanguage language);
    void setLanguage(CodeLanguage language);
    void setReadOnly(bool readOnly);
    void setGutterVisible(bool visible);

    /// Lines (from 1) on the background of \a tone, from \a first to \a last; earlier marks stay
    /// until clearMarks().
    void markLines(int first, int last, Tone tone);
    void clearMarks();
    /// Marks these pieces of the text, until there is other text.
    void setMatches(const QList<TextSpan> &matches);
    /// Selects one piece and shows it.
    void showMatch(const TextSpan &match);
    /// Puts the cursor to \a line and \a column (from 1) and shows it.
    void goTo(int line, int column);

public slots:
    void format();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    class Gutter;
    struct Mark
    {
        int first;
        int last;
        Tone tone;
    };

    void applyTheme();
    void colorMatches();
    void layOutGutter();
    void paintGutter(QPaintEvent *event);
    [[nodiscard]] int gutterWidth() const;

    CodeHighlighter *m_highlighter;
    Gutter *m_gutter;
    QList<Mark> m_marks;
    QList<TextSpan> m_matches;
    bool m_gutterVisible = true;
    bool m_applying = false;
};

} // namespace Signalbox
