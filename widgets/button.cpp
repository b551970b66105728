// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/button.h"

#include "widgets/icons.h"
#include "widgets/metrics.h"
#include "widgets/themedwidget.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyleOptionButton>

using namespace Qt::StringLiterals;

namespace Signalbox {

namespace {

constexpr double kRingGap = 1.5; // between the focus ring and what is filled

QString kindName(ButtonKind kind)
{
    switch (kind) {
    case ButtonKind::Primary:
        return u"primary"_s;
    case ButtonKind::Ghost:
        return u"ghost"_s;
    case ButtonKind::DangerGhost:
        return u"dangerGhost"_s;
    case ButtonKind::Danger:
        return u"danger"_s;
    case ButtonKind::Link:
        return u"link"_s;
    case ButtonKind::Default:
        break;
    }
    return {};
}

Token iconToken(ButtonKind kind)
{
    switch (kind) {
    case ButtonKind::Primary:
        return Token::OnAccent;
    case ButtonKind::DangerGhost:
        return Token::Danger;
    case ButtonKind::Danger:
        return Token::OnDanger;
    case ButtonKind::Link:
        return Token::Link;
    case ButtonKind::Ghost:
    case ButtonKind::Default:
        break;
    }
    return Token::Text2;
}

} // namespace

Button::Button(const QString &text, ButtonKind kind, const QString &iconName, QWidget *parent)
    : QPushButton(text, parent)
    , m_kind(kind)
    , m_iconName(iconName)
{
    setCursor(kind == ButtonKind::Link ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setAutoDefault(false);
    m_spinner.setInterval(100);
    connect(&m_spinner, &QTimer::timeout, this, [this] {
        m_angle = (m_angle + 45) % 360;
        update();
    });
    applyTheme();
}

Button::~Button() = default;

void Button::setKind(ButtonKind kind)
{
    m_kind = kind;
    applyTheme();
}

void Button::setIconName(const QString &iconName)
{
    m_iconName = iconName;
    applyTheme();
}

void Button::setBusy(bool busy)
{
    if (busy == m_isBusy)
        return;
    m_isBusy = busy;
    if (busy && Theme::current().hasMotion())
        m_spinner.start();
    else
        m_spinner.stop();
    applyTheme();
}

void Button::setDisabledReason(const QString &reason)
{
    setEnabled(reason.isEmpty());
    setToolTip(reason.toHtmlEscaped());
}

void Button::changeEvent(QEvent *event)
{
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        setIconSize({Theme::current().px(20), Theme::current().px(Metrics::kIcon)});
}

void Button::paintEvent(QPaintEvent *event)
{
    QPushButton::paintEvent(event);
    const bool isFilled = m_kind == ButtonKind::Primary || m_kind == ButtonKind::Danger;
    if (isFilled && hasFocus())
        paintRingGap();
    if (isBusy())
        paintSpinner();
}

void Button::paintRingGap()
{
    // The ring may have the colour of the filling.
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Theme::current().color(Token::Surface), kRingGap));
    const double inset = Metrics::kFocusLine + kRingGap / 2;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset),
                            Metrics::kRadiusControl - inset, Metrics::kRadiusControl - inset);
}

void Button::paintSpinner()
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    // The style centres words and icon together and leaves the room of the icon empty.
    const int icon = Theme::current().px(Metrics::kIcon);
    QFont words = font();
    words.setWeight(QFont::DemiBold);
    const int content = QFontMetrics(words).horizontalAdvance(text()) + iconSize().width() + 4;
    const int fromLeft = (width() - content) / 2 + icon / 2;
    const QPointF center(layoutDirection() == Qt::RightToLeft ? width() - fromLeft : fromLeft,
                         height() / 2.0);
    painter.translate(center);
    painter.rotate(m_angle);
    paintIcon(painter, QRectF(-icon / 2.0, -icon / 2.0, icon, icon), u"loader-circle"_s,
              Theme::current().color(iconToken(m_kind)), icon);
}

bool Button::hitButton(const QPoint &position) const
{
    return !isBusy() && QPushButton::hitButton(position);
}

void Button::keyPressEvent(QKeyEvent *event)
{
    if (isBusy()) {
        event->ignore();
        return;
    }
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() == Qt::NoModifier) {
        click();
        return;
    }
    QPushButton::keyPressEvent(event);
}

void Button::applyTheme()
{
    setStyleProperty(*this, "kind", kindName(m_kind));
    if (isBusy()) {
        QPixmap air(Theme::current().px(20), Theme::current().px(Metrics::kIcon));
        air.fill(Qt::transparent);
        setIcon(air);
    } else {
        setIcon(themedIcon(m_iconName, iconToken(m_kind)));
    }
    setIconSize({Theme::current().px(20), Theme::current().px(Metrics::kIcon)});
}

IconButton::IconButton(const QString &iconName, const QString &name, QWidget *parent)
    : QToolButton(parent)
    , m_extent(Metrics::kIconButton)
    , m_iconSize(Metrics::kIcon)
{
    setFocusPolicy(Qt::StrongFocus);
    setIconName(iconName);
    setName(name);
    applyTheme();
}

IconButton::~IconButton() = default;

void IconButton::setIconName(const QString &iconName)
{
    setIcon(themedIcon(iconName));
}

void IconButton::setName(const QString &name)
{
    setAccessibleName(name);
    setToolTip(name.toHtmlEscaped());
}

void IconButton::setExtent(int extent, int icon)
{
    m_extent = extent;
    m_iconSize = icon;
    applyTheme();
}

void IconButton::changeEvent(QEvent *event)
{
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyTheme();
}

void IconButton::applyTheme()
{
    const Theme theme = Theme::current();
    setIconSize({theme.px(m_iconSize), theme.px(m_iconSize)});
    setFixedSize(theme.px(m_extent), theme.px(m_extent));
}

} // namespace Signalbox
