// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/queuetab.h"

#include "console/brokerconnection.h"

namespace Signalbox {

QueueTab::QueueTab(const Workspace &workspace, const QString &queueName, QWidget *parent)
    : PanelTab(workspace, parent)
    , m_queueName(queueName)
{
}

const Admin::QueueRow *QueueTab::queue() const
{
    const QueueListModel &queues = workspace().connection.queues();
    const int row = queues.rowOf(m_queueName);
    return row < 0 ? nullptr : &queues.queueAt(row);
}

} // namespace Signalbox
