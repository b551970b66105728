// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/tabstrip.h"

#include "widgets/format.h"
#include "widgets/metrics.h"
#include "widgets/statuspill.h"
#include "widgets/textpainter.h"
#include "widgets/theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>

#include <cmath>

namespace Signalbox {

namespace {
constexpr int kTabGap = 26;
constexpr int kChipGap = 6;
constexpr int kUnderline = 2;
} // namespace

TabStrip::TabStrip(QWidget *parent)
    : QTabBar(parent)
{
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideNone);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setMouseTracking(true);
}

TabStrip::~TabStrip() = default;

void TabStrip::setCount(int index, std::optional<qint64> count)
{
    const QString text = count ? Format::compact(double(*count)) : QString();
    if (m_counts.value(index) == text)
        return;
    m_counts.insert(index, text);
    setTabText(index, tabText(index)); // the one way to have a tab bar lay out again
    updateGeometry();
    update();
}

void TabStrip::next(int steps)
{
    if (count() > 0)
        setCurrentIndex(((currentIndex() + steps) % count() + count()) % count());
}

QSize TabStrip::minimumSizeHint() const
{
    return {0, Theme::current().px(Metrics::kTabBar)};
}

QSize TabStrip::tabSizeHint(int index) const
{
    const Theme theme = Theme::current();
    const QFontMetricsF metrics(theme.font(TextRole::CardTitle));
    int width = int(std::ceil(metrics.horizontalAdvance(tabText(index)))) + 2;
    const QString chip = m_counts.value(index);
    if (!chip.isEmpty())
        width += kChipGap + pillWidth(theme, {Tone::Neutral, {}, chip});
    return {width + (index + 1 < count() ? kTabGap : 2), theme.px(Metrics::kTabBar)};
}

QSize TabStrip::minimumTabSizeHint(int index) const
{
    return tabSizeHint(index);
}

void TabStrip::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::current();
    QPainter painter(this);
    painter.setPen(theme.color(Token::BorderSubtle));
    painter.drawLine(0, height() - 1, width(), height() - 1);
    const QPoint pointer = mapFromGlobal(QCursor::pos());
    for (int i = 0; i < count(); ++i) {
        QRect tab = tabRect(i);
        tab.setWidth(tab.width() - (i + 1 < count() ? kTabGap : 2));
        const bool current = i == currentIndex();
        const bool hovered = underMouse() && tabRect(i).contains(pointer);
        const Token color = !isTabEnabled(i) ? Token::Disabled
            : current || hovered             ? Token::Text
                                             : Token::Text2;
        painter.setFont(theme.font(current ? TextRole::CardTitle : TextRole::BodyMedium));
        painter.setPen(theme.color(color));
        drawLine(painter, tab, tabText(i));
        const QString chip = m_counts.value(i);
        if (!chip.isEmpty()) {
            const StateBadge badge{Tone::Neutral, {}, chip};
            const int width = pillWidth(theme, badge);
            paintPill(painter, QRect(tab.right() - width + 1, tab.top(), width, tab.height()),
                      theme, badge);
        }
        if (current)
            painter.fillRect(QRect(tab.left(), height() - kUnderline, tab.width(), kUnderline),
                             theme.color(Token::Accent));
        if (current && hasFocus()) {
            painter.save();
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(theme.color(Token::Focus), Metrics::kFocusLine));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(tab).adjusted(1, 5, -1, -7), 4, 4);
            painter.restore();
        }
    }
}

void TabStrip::changeEvent(QEvent *event)
{
    QTabBar::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        for (int i = 0; i < count(); ++i)
            setTabText(i, tabText(i));
        update();
    }
}

void TabStrip::keyPressEvent(QKeyEvent *event)
{
    const bool control = event->modifiers() & Qt::ControlModifier;
    if (control && (event->key() == Qt::Key_PageUp || event->key() == Qt::Key_PageDown)) {
        next(event->key() == Qt::Key_PageDown ? 1 : -1);
        return;
    }
    QTabBar::keyPressEvent(event);
}

} // namespace Signalbox
