// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/banner.h"

#include "widgets/button.h"
#include "widgets/icons.h"
#include "widgets/label.h"
#include "widgets/metrics.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Signalbox {

namespace {

constexpr int kIconSize = 18;
constexpr int kTextLeft = 44;

QString iconOf(const BannerMessage &message)
{
    if (!message.iconName.isEmpty())
        return message.iconName;
    switch (message.tone) {
    case Tone::Ok:
        return u"circle-check"_s;
    case Tone::Warn:
        return u"triangle-alert"_s;
    case Tone::Danger:
        return u"octagon-alert"_s;
    case Tone::Info:
    case Tone::Neutral:
        break;
    }
    return u"info"_s;
}

} // namespace

Banner::Banner(QWidget *parent)
    : ThemedWidget(parent)
    , m_title(new TextLabel(TextRole::CardTitle, QString(), this))
    , m_detail(new TextLabel(TextRole::Body, Token::Text2, QString(), this))
    , m_button(new Button(QString(), ButtonKind::Default, QString(), this))
{
    m_detail->setWordWrap(true);
    m_title->setWordWrap(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kTextLeft, 11, Metrics::kSpaceMd, 11);
    row->setSpacing(Metrics::kSpaceLg);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_title);
    texts->addWidget(m_detail);
    row->addLayout(texts, 1);
    row->addWidget(m_button, 0, Qt::AlignVCenter);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    connect(m_button, &QPushButton::clicked, this, &Banner::actionTriggered);
    hide();
}

Banner::Banner(const BannerMessage &message, QWidget *parent)
    : Banner(parent)
{
    setMessage(message);
}

Banner::~Banner() = default;

void Banner::setMessage(const BannerMessage &message)
{
    if (m_message == message)
        return;
    const bool isNews = m_message.title != message.title;
    m_message = message;
    m_title->setText(message.title);
    m_detail->setText(message.detail);
    m_detail->setVisible(!message.detail.isEmpty());
    m_button->setText(message.action);
    m_button->setVisible(!message.action.isEmpty());
    setAccessibleName(message.title);
    setAccessibleDescription(message.detail);
    setVisible(!message.title.isEmpty());
    update();
    if (isNews && !message.title.isEmpty()) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void Banner::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::current();
    const QColor color = theme.color(toneColor(m_message.tone));
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(color);
    painter.setBrush(theme.color(toneBackground(m_message.tone)));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Metrics::kRadiusCard,
                            Metrics::kRadiusCard);
    const int size = theme.px(kIconSize);
    const bool rightToLeft = layoutDirection() == Qt::RightToLeft;
    const QRectF icon(rightToLeft ? width() - 14 - size : 14, 13, size, size);
    paintIcon(painter, icon, iconOf(m_message), color, size);
}

} // namespace Signalbox
