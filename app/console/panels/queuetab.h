// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/panels/paneltab.h"

namespace Signalbox {

namespace Admin {
struct QueueRow;
}

/// One part of an open queue.
class QueueTab : public PanelTab
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QueueTab)

public:
    QueueTab(const Workspace &workspace, const QString &queueName, QWidget *parent);

protected:
    [[nodiscard]] const QString &queueName() const { return m_queueName; }
    /// The queue's row; null while it is not known or gone. Valid until the next event.
    [[nodiscard]] const Admin::QueueRow *queue() const;

private:
    QString m_queueName;
};

} // namespace Signalbox
