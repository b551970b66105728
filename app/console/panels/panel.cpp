// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/panel.h"

#include "console/inspectorwalk.h"
#include "widgets/metrics.h"

#include <QKeyEvent>
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

void Panel::keyPressEvent(QKeyEvent *event)
{
    // Not as shortcuts: in a combo box Alt+Down opens its list.
    const bool isUp = event->key() == Qt::Key_Up;
    if (event->modifiers() == Qt::AltModifier && (isUp || event->key() == Qt::Key_Down)
        && walkInspector(*this, isUp ? -1 : 1))
        return;
    QWidget::keyPressEvent(event);
}

} // namespace Signalbox
