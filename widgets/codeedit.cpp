// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/codeedit.h"

#include "widgets/codehighlighter.h"
#include "widgets/textpainter.h"
#include "widgets/themedwidget.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>

#include <cmath>

namespace Signalbox {

namespace {
constexpr int kGutter = 40;
constexpr int kGutterPadding = 10;
} // namespace

class CodeEdit::Gutter final : public QWidget
{
public:
    explicit Gutter(CodeEdit *edit)
        : QWidget(edit)
        , m_edit(edit)
    {
    }

protected:
    void paintEvent(QPaintEvent *event) override { m_edit->paintGutter(event); }

private:
    CodeEdit *m_edit;
};

CodeEdit::CodeEdit(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_highlighter(new CodeHighlighter(document()))
    , m_gutter(new Gutter(this))
{
    setLineWrapMode(NoWrap);
    setTabChangesFocus(true);
    document()->setDocumentMargin(8);
    connect(this, &QPlainTextEdit::blockCountChanged, this, &CodeEdit::layOutGutter);
    connect(this, &QPlainTextEdit::updateRequest, m_gutter,
            [this](const QRect &, int) { m_gutter->update(); });
    applyTheme();
}

CodeEdit::~CodeEdit() = default;

void CodeEdit::setCode(const QString &text, CodeLanguage language)
{
    m_marks.clear();
    const CodeLanguage shown = text.size() > kLongestColoured ? CodeLanguage::Plain : language;
    if (toPlainText() != text) {
        setMatches({});
        // Not coloured twice: once for the old language with the new text is enough to notice at
        // 256 KB.
        m_highlighter->setDocument(nullptr);
        setPlainText(text);
        m_highlighter->setLanguage(shown);
        m_highlighter->setDocument(document());
    }
    m_highlighter->setLanguage(shown);
    viewport()->update();
}

void CodeEdit::setLanguage(CodeLanguage language)
{
    m_highlighter->setLanguage(document()->characterCount() > kLongestColoured ? CodeLanguage::Plain
                                                                               : language);
}

void CodeEdit::setReadOnly(bool readOnly)
{
    QPlainTextEdit::setReadOnly(readOnly);
    // A read-only text is walked and copied by keyboard too.
    setTextInteractionFlags(readOnly ? Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard
                                     : Qt::TextEditorInteraction);
    setStyleProperty(*this, "sunken", readOnly);
}

void CodeEdit::setGutterVisible(bool visible)
{
    m_gutterVisible = visible;
    layOutGutter();
}

void CodeEdit::markLines(int first, int last, Tone tone)
{
    m_marks.append({first, last, tone});
    viewport()->update();
}

void CodeEdit::clearMarks()
{
    m_marks.clear();
    viewport()->update();
}

void CodeEdit::setMatches(const QList<TextSpan> &matches)
{
    if (m_matches == matches)
        return;
    m_matches = matches;
    colorMatches();
}

void CodeEdit::colorMatches()
{
    QTextCharFormat format;
    format.setBackground(Theme::current().color(Token::WarnBg));
    QList<QTextEdit::ExtraSelection> selections;
    for (const TextSpan &match : std::as_const(m_matches)) {
        QTextCursor cursor(document());
        cursor.setPosition(int(match.start));
        cursor.setPosition(int(match.start + match.length), QTextCursor::KeepAnchor);
        selections.append({cursor, format});
    }
    setExtraSelections(selections);
}

void CodeEdit::showMatch(const TextSpan &match)
{
    QTextCursor cursor(document());
    // From its end, so that its beginning is what is shown of a long one.
    cursor.setPosition(int(match.start + match.length));
    cursor.setPosition(int(match.start), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    ensureCursorVisible();
}

void CodeEdit::goTo(int line, int column)
{
    QTextCursor cursor(document()->findBlockByNumber(line - 1));
    cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::MoveAnchor,
                        std::min(column - 1, cursor.block().length() - 1));
    setTextCursor(cursor);
    centerCursor();
}

void CodeEdit::format()
{
    const QByteArray json = toPlainText().toUtf8();
    if (const std::optional<JsonProblem> problem = findJsonProblem(json)) {
        goTo(problem->line, problem->column);
        return;
    }
    // Through a cursor, so that Ctrl+Z brings the old text back.
    QTextCursor cursor(document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(formatJson(json));
}

void CodeEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    layOutGutter();
}

void CodeEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_applying)
        applyTheme();
}

void CodeEdit::keyPressEvent(QKeyEvent *event)
{
    const auto formatKeys = Qt::ControlModifier | Qt::ShiftModifier;
    if (!isReadOnly() && event->key() == Qt::Key_F && event->modifiers() == formatKeys) {
        format();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void CodeEdit::paintEvent(QPaintEvent *event)
{
    if (!m_marks.isEmpty()) {
        const Theme theme = Theme::current();
        QPainter painter(viewport());
        for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
            const QRectF line = blockBoundingGeometry(block).translated(contentOffset());
            if (line.top() > viewport()->height())
                break;
            for (const Mark &mark : std::as_const(m_marks)) {
                if (block.blockNumber() + 1 >= mark.first && block.blockNumber() + 1 <= mark.last)
                    painter.fillRect(QRectF(6, line.top(), viewport()->width() - 12, line.height()),
                                     theme.color(toneBackground(mark.tone)));
            }
        }
    }
    QPlainTextEdit::paintEvent(event);
}

void CodeEdit::applyTheme()
{
    m_applying = true;
    setFont(Theme::current().font(TextRole::Code));
    layOutGutter();
    m_highlighter->rehighlight();
    colorMatches();
    m_applying = false;
}

int CodeEdit::gutterWidth() const
{
    if (!m_gutterVisible)
        return 0;
    const Theme theme = Theme::current();
    const QString widest = QString::number(std::max(1, blockCount()));
    const int needed =
        int(std::ceil(tabularWidth(theme.font(TextRole::CodeSmall), widest))) + 2 * kGutterPadding;
    return std::max(theme.px(kGutter), needed);
}

void CodeEdit::layOutGutter()
{
    const int width = gutterWidth();
    setViewportMargins(width, 0, 0, 0);
    const QRect contents = contentsRect();
    m_gutter->setVisible(m_gutterVisible);
    m_gutter->setGeometry(contents.left(), contents.top(), width, contents.height());
    m_gutter->update();
}

void CodeEdit::paintGutter(QPaintEvent *event)
{
    const Theme theme = Theme::current();
    QPainter painter(m_gutter);
    painter.fillRect(m_gutter->width() - 1, 0, 1, m_gutter->height(),
                     theme.color(Token::BorderSubtle));
    painter.setFont(theme.font(TextRole::CodeSmall));
    painter.setPen(theme.color(Token::Muted));
    const int lineHeight = fontMetrics().height();
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF line = blockBoundingGeometry(block).translated(contentOffset());
        if (line.top() > event->rect().bottom())
            break;
        // The last block is taller by the document margin: the number goes by the font.
        drawLine(painter, QRectF(0, line.top(), m_gutter->width() - kGutterPadding, lineHeight),
                 QString::number(block.blockNumber() + 1), Qt::AlignRight);
    }
}

} // namespace Signalbox
