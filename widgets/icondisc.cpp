// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/icondisc.h"

#include "widgets/icons.h"

#include <QPainter>

namespace Signalbox {

IconDisc::IconDisc(int diameter, int iconSize, QWidget *parent)
    : ThemedWidget(parent)
    , m_iconSize(iconSize)
{
    setFixedSize(diameter, diameter);
}

void IconDisc::setIconName(const QString &iconName)
{
    m_iconName = iconName;
    update();
}

void IconDisc::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

void IconDisc::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(toneBackground(m_tone)));
    painter.drawEllipse(rect());
    paintIcon(painter, rect(), m_iconName, theme.color(toneColor(m_tone)), m_iconSize);
}

} // namespace Signalbox
