// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/panel.h"

#include "widgets/metrics.h"

#include <QEvent>
#include <QVBoxLayout>

namespace Signalbox {

Panel::Panel(QWidget *parent)
    : QWidget(parent)
    , m_header(new PanelHeader({}, this))
    , m_bannerSlot(new QVBoxLayout)
    , m_column(new QVBoxLayout)
{
    m_bannerSlot->setContentsMargins(Metrics::kPageMargin, 0, Metrics::kPageMargin, 0);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);

    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(m_header);
    all->addLayout(m_bannerSlot);
    all->addLayout(m_column, 1);
}

void Panel::takeBanner(QWidget *banner)
{
    m_bannerSlot->addWidget(banner);
}

void Panel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace Signalbox
