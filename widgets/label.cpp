// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/label.h"

#include "widgets/textpainter.h"

#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <cmath>

namespace Signalbox {

TextLabel::TextLabel(TextRole role, const QString &text, QWidget *parent)
    : TextLabel(role, Token::Text, text, parent)
{
}

TextLabel::TextLabel(TextRole role, Token color, const QString &text, QWidget *parent)
    : QLabel(text, parent)
    , m_role(role)
    , m_color(color)
{
    setTextFormat(Qt::PlainText);
    applyTheme();
}

TextLabel::~TextLabel() = default;

void TextLabel::setRole(TextRole role)
{
    m_role = role;
    applyTheme();
}

void TextLabel::setColor(Token color)
{
    if (m_color == color)
        return;
    m_color = color;
    applyTheme();
}

void TextLabel::setElide(Qt::TextElideMode mode)
{
    m_elide = mode;
    updateGeometry();
    update();
}

QSize TextLabel::sizeHint() const
{
    if (m_elide == Qt::ElideNone)
        return QLabel::sizeHint();
    const QFontMetrics metrics(font());
    return {metrics.horizontalAdvance(text()) + 1, metrics.height()};
}

QSize TextLabel::minimumSizeHint() const
{
    if (m_elide == Qt::ElideNone)
        return QLabel::minimumSizeHint();
    const QFontMetrics metrics(font());
    return {std::min(metrics.horizontalAdvance(text()) + 1, 4 * metrics.averageCharWidth()),
            metrics.height()};
}

void TextLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_applying)
        applyTheme();
}

void TextLabel::paintEvent(QPaintEvent *event)
{
    if (m_elide == Qt::ElideNone) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    painter.setPen(Theme::current().color(isEnabled() ? m_color : Token::Disabled));
    drawLine(painter, contentsRect(), text(), alignment(), m_elide);
}

bool TextLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && m_elide != Qt::ElideNone && toolTip().isEmpty()) {
        const bool cut = QFontMetrics(font()).horizontalAdvance(text()) > contentsRect().width();
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(),
                           cut ? text().toHtmlEscaped() : QString(), this);
        return true;
    }
    return QLabel::event(event);
}

void TextLabel::applyTheme()
{
    m_applying = true;
    const Theme theme = Theme::current();
    setFont(theme.font(m_role));
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, theme.color(m_color));
    colors.setColor(QPalette::Disabled, QPalette::WindowText, theme.color(Token::Disabled));
    setPalette(colors);
    update();
    m_applying = false;
}

NumberLabel::NumberLabel(TextRole role, QWidget *parent)
    : TextLabel(role, QString(), parent)
{
}

NumberLabel::~NumberLabel() = default;

void NumberLabel::setSmallUnits(bool small)
{
    m_smallUnits = small;
    updateGeometry();
    update();
}

QSize NumberLabel::sizeHint() const
{
    qreal width = 0;
    for (const Run &run : runs())
        width += tabularWidth(run.font, run.text);
    return {int(std::ceil(width)) + 1, QFontMetrics(font()).height()};
}

QSize NumberLabel::minimumSizeHint() const
{
    return sizeHint();
}

QList<NumberLabel::Run> NumberLabel::runs() const
{
    QList<Run> result;
    const QFont unitFont = Theme::current().font(TextRole::Hint);
    for (const QChar c : text()) {
        const bool unit = m_smallUnits && (c.isLetter() || c == u'%' || c == u'/');
        const bool continues = !result.isEmpty() && (result.constLast().unit == unit || c == u' ');
        if (!continues)
            result.append({QString(), unit ? unitFont : font(), unit});
        result.last().text += c;
    }
    return result;
}

void NumberLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme theme = Theme::current();
    const QList<Run> parts = runs();
    qreal total = 0;
    for (const Run &run : parts)
        total += tabularWidth(run.font, run.text);
    const QRectF area = contentsRect();
    const bool right = (alignment() & Qt::AlignRight) || layoutDirection() == Qt::RightToLeft;
    qreal x = right ? area.right() - total : area.left();
    const QFontMetricsF figure(font());
    const qreal baseLine = std::round(area.center().y() + (figure.ascent() - figure.descent()) / 2);
    for (const Run &run : parts) {
        const qreal width = tabularWidth(run.font, run.text);
        const QFontMetricsF metrics(run.font);
        // A box around the common base line, since drawTabular() centres by the font.
        const qreal center = baseLine - (metrics.ascent() - metrics.descent()) / 2;
        painter.setFont(run.font);
        painter.setPen(theme.color(!isEnabled()   ? Token::Disabled
                                       : run.unit ? Token::Text2
                                                  : textColor()));
        drawTabular(painter, QRectF(x, center - metrics.height() / 2, width + 1, metrics.height()),
                    run.text, Qt::AlignLeft | Qt::AlignAbsolute);
        x += width;
    }
}

} // namespace Signalbox
