// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/statusbar.h"

#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/icons.h"
#include "widgets/metrics.h"
#include "widgets/textpainter.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Signalbox {

namespace {
constexpr int kIconGap = 7;
constexpr int kItemPadding = 12;
} // namespace

StatusItem::StatusItem(QWidget *parent)
    : QAbstractButton(parent)
{
    setClickable(false);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

StatusItem::~StatusItem() = default;

void StatusItem::setContent(const QString &iconName, const QString &value, Tone tone)
{
    if (m_iconName == iconName && text() == value && m_tone == tone)
        return;
    m_iconName = iconName;
    m_tone = tone;
    setText(value);
    updateGeometry();
    update();
}

void StatusItem::setMono(bool mono)
{
    m_mono = mono;
    updateGeometry();
}

void StatusItem::setStrong(bool strong)
{
    m_strong = strong;
    updateGeometry();
}

void StatusItem::setClickable(bool clickable)
{
    setFocusPolicy(clickable ? Qt::TabFocus : Qt::NoFocus);
    setCursor(clickable ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

QFont StatusItem::textFont() const
{
    const Theme theme = Theme::current();
    return theme.font(m_mono ? TextRole::CodeSmall : m_strong ? TextRole::Pill : TextRole::Hint);
}

QSize StatusItem::sizeHint() const
{
    const Theme theme = Theme::current();
    int width = int(std::ceil(tabularWidth(textFont(), text()))) + 1;
    if (!m_iconName.isEmpty())
        width += theme.px(14) + kIconGap;
    return {width, theme.px(Metrics::kStatusBar) - 1};
}

void StatusItem::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::current();
    QPainter painter(this);
    const int icon = theme.px(14);
    QRectF area = rect();
    const bool rightToLeft = layoutDirection() == Qt::RightToLeft;
    if (!m_iconName.isEmpty()) {
        const Token color = m_tone == Tone::Neutral ? Token::Text2 : toneColor(m_tone);
        const qreal x = rightToLeft ? width() - icon : 0;
        paintIcon(painter, QRectF(x, 0, icon, height()), m_iconName, theme.color(color), icon);
        area.adjust(rightToLeft ? 0 : icon + kIconGap, 0, rightToLeft ? -icon - kIconGap : 0, 0);
    }
    const bool exception = m_tone == Tone::Warn || m_tone == Tone::Danger;
    painter.setFont(textFont());
    painter.setPen(theme.color(exception      ? toneColor(m_tone)
                                   : m_strong ? Token::Text
                                              : Token::Text2));
    drawTabular(painter, area, text(), Qt::AlignLeading);
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme.color(Token::Focus), Metrics::kFocusLine));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 3, -1, -3), 4, 4);
    }
}

void StatusItem::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateGeometry();
}

StatusBar::StatusBar(QWidget *parent)
    : ThemedWidget(parent)
    , m_left(new QHBoxLayout)
    , m_right(new QHBoxLayout)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Metrics::kSpaceLg, 1, Metrics::kSpaceMd + 2, 0);
    row->setSpacing(0);
    m_left->setSpacing(kItemPadding);
    m_right->setSpacing(kItemPadding);
    row->addLayout(m_left);
    row->addStretch(1);
    row->addLayout(m_right);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

StatusBar::~StatusBar() = default;

StatusItem *StatusBar::addLeft()
{
    if (m_left->count() > 0)
        m_left->addWidget(new Hairline(Qt::Vertical, this));
    auto *item = new StatusItem(this);
    m_left->addWidget(item);
    return item;
}

StatusItem *StatusBar::addRight()
{
    if (m_right->count() > 0)
        m_right->addWidget(new Hairline(Qt::Vertical, this));
    auto *item = new StatusItem(this);
    m_right->addWidget(item);
    return item;
}

StatusItem *StatusBar::addCopyable(const QString &copyName)
{
    StatusItem *item = addLeft();
    item->setMono(true);
    auto *copy = new IconButton(u"copy"_s, copyName, this);
    copy->setExtent(24, Metrics::kIconSmall);
    m_left->addWidget(copy);
    connect(copy, &QAbstractButton::clicked, item, [this, item] {
        QApplication::clipboard()->setText(item->text());
        emit copied(item->text());
    });
    return item;
}

QSize StatusBar::sizeHint() const
{
    return {200, Theme::current().px(Metrics::kStatusBar)};
}

void StatusBar::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::current();
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Token::Sidebar));
    painter.fillRect(0, 0, width(), 1, theme.color(Token::BorderSubtle));
}

} // namespace Signalbox
