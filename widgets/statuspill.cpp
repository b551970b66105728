// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/statuspill.h"

#include "widgets/icons.h"
#include "widgets/metrics.h"
#include "widgets/textpainter.h"

#include <QEvent>
#include <QPainter>

#include <cmath>

namespace Signalbox {

StatusPill::StatusPill(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

StatusPill::StatusPill(const StateBadge &state, QWidget *parent)
    : StatusPill(parent)
{
    setState(state);
}

StatusPill::~StatusPill() = default;

void StatusPill::setState(const StateBadge &state)
{
    if (m_state == state)
        return;
    m_state = state;
    // The text makes the accessible name; the painting is ours.
    setText(state.text);
    updateGeometry();
    update();
}

QSize StatusPill::sizeHint() const
{
    const Theme theme = Theme::current();
    return {pillWidth(theme, m_state), theme.px(Metrics::kPill)};
}

QSize StatusPill::minimumSizeHint() const
{
    return sizeHint();
}

void StatusPill::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintPill(painter, rect(), Theme::current(), m_state);
}

void StatusPill::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateGeometry();
}

namespace {
constexpr int kPillPadding = 8;
constexpr int kPillPaddingBeforeIcon = 6;
constexpr int kPillIconGap = 5;
} // namespace

int pillWidth(const Theme &theme, const StateBadge &state)
{
    const int text = int(std::ceil(tabularWidth(theme.font(TextRole::Pill), state.text)));
    if (state.iconName.isEmpty())
        return std::max(text + 2 * kPillPadding, theme.px(Metrics::kPill));
    return kPillPaddingBeforeIcon + theme.px(Metrics::kIconSmall) + kPillIconGap + text
        + kPillPadding;
}

void paintPill(QPainter &painter, const QRect &rect, const Theme &theme, const StateBadge &state)
{
    const int height = theme.px(Metrics::kPill);
    const QRectF pill(rect.left(), rect.top() + (rect.height() - height) / 2,
                      std::min(pillWidth(theme, state), rect.width()), height);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(toneBackground(state.tone)));
    painter.drawRoundedRect(pill, height / 2.0, height / 2.0);
    const QColor color = theme.color(toneColor(state.tone));
    QRectF text = pill.adjusted(kPillPadding, 0, -kPillPadding + 1, 0);
    if (!state.iconName.isEmpty()) {
        const int icon = theme.px(Metrics::kIconSmall);
        paintIcon(painter, QRectF(pill.left() + kPillPaddingBeforeIcon, pill.top(), icon, height),
                  state.iconName, color, icon);
        text.setLeft(pill.left() + kPillPaddingBeforeIcon + icon + kPillIconGap);
    }
    painter.setPen(color);
    painter.setFont(theme.font(TextRole::Pill));
    drawTabular(painter, text, state.text,
                state.iconName.isEmpty() ? Qt::AlignHCenter : Qt::AlignLeading);
    painter.restore();
}

void paintQuietState(QPainter &painter, const QRect &rect, const Theme &theme,
                     const StateBadge &state)
{
    const bool exception = state.tone != Tone::Ok && state.tone != Tone::Neutral;
    const int icon = theme.px(Metrics::kIconSmall);
    QRect text = rect;
    if (!state.iconName.isEmpty()) {
        paintIcon(painter, QRectF(rect.left(), rect.top(), icon, rect.height()), state.iconName,
                  theme.color(toneColor(state.tone)), icon);
        text.setLeft(rect.left() + icon + 4);
    }
    painter.setFont(theme.font(exception ? TextRole::BodyMedium : TextRole::Body));
    painter.setPen(theme.color(exception ? toneColor(state.tone) : Token::Text2));
    drawLine(painter, text, state.text);
}

} // namespace Signalbox
