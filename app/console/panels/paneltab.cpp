// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/paneltab.h"

#include <QEvent>

namespace Signalbox {

PanelTab::PanelTab(const Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
{
}

void PanelTab::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace Signalbox
