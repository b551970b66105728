// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/stepdisc.h"

#include "widgets/textpainter.h"
#include "widgets/theme.h"

#include <QPainter>

namespace Signalbox {

namespace {

constexpr int kDiameter = 24;

} // namespace

StepDisc::StepDisc(int number, QWidget *parent)
    : ThemedWidget(parent)
    , m_number(number)
{
    themeChanged();
}

void StepDisc::themeChanged()
{
    const int extent = Theme::current().px(kDiameter);
    setFixedSize(extent, extent);
    ThemedWidget::themeChanged();
}

void StepDisc::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Token::InfoBg));
    painter.drawEllipse(rect());
    painter.setFont(theme.font(TextRole::ColumnTitle));
    painter.setPen(theme.color(Token::Info));
    drawLine(painter, rect(), QString::number(m_number), Qt::AlignHCenter);
}

} // namespace Signalbox
