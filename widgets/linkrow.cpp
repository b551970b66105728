// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/linkrow.h"

#include "widgets/icons.h"
#include "widgets/metrics.h"
#include "widgets/textpainter.h"
#include "widgets/theme.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QPainter>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int kHeight = 40;
constexpr int kTextLeft = 32;
constexpr int kLine = 18;

} // namespace

LinkRow::LinkRow(const QString &iconName, QWidget *parent)
    : QAbstractButton(parent)
    , m_iconName(iconName)
{
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

LinkRow::~LinkRow() = default;

void LinkRow::setTexts(const QString &title, const QString &hint)
{
    m_hint = hint;
    setText(title);
    setAccessibleDescription(hint);
    updateGeometry();
    update();
}

QSize LinkRow::sizeHint() const
{
    const Theme theme = Theme::current();
    const qreal text =
        QFontMetricsF(theme.font(TextRole::BodyMedium)).horizontalAdvance(this->text());
    const qreal hint = QFontMetricsF(theme.font(TextRole::Hint)).horizontalAdvance(m_hint);
    return {theme.px(kTextLeft + Metrics::kIcon + Metrics::kSpaceMd) + int(std::max(text, hint))
                + 1,
            theme.px(kHeight)};
}

QSize LinkRow::minimumSizeHint() const
{
    return {Theme::current().px(Metrics::kSidebar), Theme::current().px(kHeight)};
}

void LinkRow::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = rect();
    if (underMouse() || hasFocus()) {
        painter.setPen(hasFocus() ? QPen(theme.color(Token::Focus), Metrics::kFocusLine)
                                  : QPen(Qt::NoPen));
        painter.setBrush(underMouse() ? QBrush(theme.color(Token::Hover)) : QBrush(Qt::NoBrush));
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), Metrics::kRadiusControl,
                                Metrics::kRadiusControl);
    }
    const int icon = theme.px(Metrics::kIcon);
    const int margin = Metrics::kSpaceSm;
    paintIcon(painter, QRectF(margin, 0, icon, area.height()), m_iconName, theme.color(Token::Link),
              icon);
    paintIcon(painter, QRectF(area.right() - margin - icon, 0, icon, area.height()),
              u"chevron-right"_s, theme.color(Token::Text2), icon);

    const qreal line = theme.px(kLine);
    const QRectF title(theme.px(kTextLeft), area.center().y() - line,
                       area.width() - theme.px(kTextLeft) - icon - 2 * margin, line);
    painter.setFont(theme.font(TextRole::BodyMedium));
    painter.setPen(theme.color(Token::Link));
    drawLine(painter, title, text());
    painter.setFont(theme.font(TextRole::Hint));
    painter.setPen(theme.color(Token::Text2));
    drawLine(painter, title.translated(0, line), m_hint);
}

void LinkRow::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateGeometry();
}

} // namespace Signalbox
