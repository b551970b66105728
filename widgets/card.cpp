// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/card.h"

#include "widgets/metrics.h"
#include "widgets/textpainter.h"

#include <QKeySequence>
#include <QPainter>
#include <QVBoxLayout>

#include <cmath>

namespace Signalbox {

Card::Card(QWidget *parent)
    : ThemedWidget(parent)
    , m_body(new QVBoxLayout(this))
{
    m_body->setContentsMargins(Metrics::kSpaceLg, Metrics::kSpaceMd, Metrics::kSpaceLg,
                               Metrics::kSpaceMd);
    m_body->setSpacing(Metrics::kSpaceSm);
}

Card::~Card() = default;

void Card::setColors(Token background, Token border)
{
    m_background = background;
    m_border = border;
    update();
}

void Card::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.color(m_border));
    painter.setBrush(theme.color(m_background));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Metrics::kRadiusCard,
                            Metrics::kRadiusCard);
}

Hairline::Hairline(Qt::Orientation orientation, QWidget *parent)
    : ThemedWidget(parent)
{
    if (orientation == Qt::Horizontal)
        setFixedHeight(1);
    else
        setFixedWidth(1);
}

Hairline::~Hairline() = default;

void Hairline::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::current().color(Token::BorderSubtle));
}

KeyCap::KeyCap(const QKeySequence &keys, QWidget *parent)
    : ThemedWidget(parent)
    , m_text(keys.toString(QKeySequence::NativeText).replace(u'+', u' '))
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(m_text);
}

KeyCap::~KeyCap() = default;

QSize KeyCap::sizeHint() const
{
    const Theme theme = Theme::current();
    const QFontMetricsF metrics(theme.font(TextRole::KeyCap));
    return {int(std::ceil(metrics.horizontalAdvance(m_text))) + 10, theme.px(18)};
}

void KeyCap::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.color(Token::BorderStrong));
    painter.setBrush(theme.color(Token::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Metrics::kRadiusChip,
                            Metrics::kRadiusChip);
    painter.setFont(theme.font(TextRole::KeyCap));
    painter.setPen(theme.color(Token::Text2));
    drawLine(painter, rect(), m_text, Qt::AlignHCenter);
}

} // namespace Signalbox
