// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/tabstrip.h"

#include "widgets/format.h"
#include "widgets/metrics.h"
#include "widgets/textpainter.h"
#include "widgets/theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QShortcut>

#include <cmath>

namespace Signalbox {

namespace {
constexpr int kTabGap = 26;
constexpr int kChipGap = 6;
constexpr int kChipPadding = 6;
constexpr int kChipHeight = 18;
constexpr int kUnderline = 2;

/// Right of a tab's words.
int spaceAfter(bool isLast)
{
    return isLast ? TabStrip::kInset : kTabGap - TabStrip::kInset;
}

/// Smaller than a pill: a count beside the tab's own weight.
int chipWidth(const Theme &theme, const QString &count)
{
    const int text = int(std::ceil(tabularWidth(theme.font(TextRole::KeyCap), count)));
    return std::max(text + 2 * kChipPadding, theme.px(kChipHeight));
}

void paintChip(QPainter &painter, const QRect &area, const Theme &theme, const QString &count)
{
    const int height = theme.px(kChipHeight);
    const QRectF chip(area.left(), area.top() + (area.height() - height) / 2, area.width(), height);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Token::NeutralBg));
    painter.drawRoundedRect(chip, height / 2.0, height / 2.0);
    painter.setPen(theme.color(Token::Neutral));
    painter.setFont(theme.font(TextRole::KeyCap));
    drawTabular(painter, chip, count, Qt::AlignHCenter);
    painter.restore();
}
} // namespace

TabStrip::TabStrip(QWidget *parent)
    : QTabBar(parent)
{
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

void TabStrip::addShortcuts(QWidget &panel)
{
    const std::initializer_list<std::pair<QKeySequence, int>> walks = {
        {QKeySequence(Qt::CTRL | Qt::Key_Tab), 1},
        {QKeySequence(Qt::CTRL | Qt::Key_PageDown), 1},
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Tab), -1},
        {QKeySequence(Qt::CTRL | Qt::Key_PageUp), -1}};
    for (const auto &[keys, steps] : walks) {
        auto *shortcut = new QShortcut(keys, &panel);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, steps = steps] {
            next(steps);
            emit walked();
        });
    }
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
        width += kChipGap + chipWidth(theme, chip);
    return {kInset + width + spaceAfter(index + 1 == count()), theme.px(Metrics::kTabBar)};
}

QRect TabStrip::contentRect(int index) const
{
    return tabRect(index).adjusted(kInset, 0, -spaceAfter(index + 1 == count()), 0);
}

QSize TabStrip::minimumTabSizeHint(int index) const
{
    return tabSizeHint(index);
}

void TabStrip::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::current();
    QPainter painter(this);
    if (drawBase()) {
        painter.setPen(theme.color(Token::BorderSubtle));
        painter.drawLine(kInset, height() - 1, width(), height() - 1);
    }
    const QPoint pointer = mapFromGlobal(QCursor::pos());
    for (int i = 0; i < count(); ++i) {
        const QRect tab = contentRect(i);
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
            const int chipSpace = chipWidth(theme, chip);
            paintChip(painter,
                      QRect(tab.right() - chipSpace + 1, tab.top(), chipSpace, tab.height()), theme,
                      chip);
        }
        if (current)
            painter.fillRect(QRect(tab.left(), height() - kUnderline, tab.width(), kUnderline),
                             theme.color(Token::Accent));
        if (current && hasFocus()) {
            painter.save();
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(theme.color(Token::Focus), Metrics::kFocusLine));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(tab).adjusted(1 - kInset, 5, kInset - 1, -7),
                                    Metrics::kRadiusControl, Metrics::kRadiusControl);
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
