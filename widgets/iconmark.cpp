// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/iconmark.h"

#include "widgets/icons.h"

#include <QPainter>

#include <algorithm>

namespace Signalbox {

IconMark::IconMark(const QString &iconName, Token color, int size, QWidget *parent)
    : ThemedWidget(parent)
    , m_iconName(iconName)
    , m_color(color)
    , m_size(size)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconMark::setIcon(const QString &iconName, Token color)
{
    m_color = color;
    setIconName(iconName);
}

void IconMark::setIconName(const QString &iconName)
{
    m_iconName = iconName;
    update();
}

void IconMark::setDisc(int diameter, Tone tone)
{
    m_disc = diameter;
    m_color = toneColor(tone);
    m_background = toneBackground(tone);
    updateGeometry();
    update();
}

QSize IconMark::sizeHint() const
{
    const int extent = Theme::current().px(std::max(m_size, m_disc));
    return {extent, extent};
}

void IconMark::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::current();
    QPainter painter(this);
    if (m_disc > 0) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(m_background));
        painter.drawEllipse(rect());
    }
    paintIcon(painter, rect(), m_iconName, theme.color(m_color), theme.px(m_size));
}

} // namespace Signalbox
