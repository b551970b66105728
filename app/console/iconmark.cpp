// SPDX-License-Identifier: GPL-3.0-only
#include "console/iconmark.h"

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
    m_iconName = iconName;
    m_color = color;
    update();
}

void IconMark::setDisc(int diameter, Token background)
{
    m_disc = diameter;
    m_background = background;
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
