// SPDX-License-Identifier: GPL-3.0-only
#include "console/dialogs/queuechoice.h"

#include "console/models/queuelistmodel.h"

#include <QCompleter>

namespace Signalbox {

QueueChoice::QueueChoice(const QueueListModel &queues, Empty empty, const QString &without,
                         QWidget *parent)
    : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    completer()->setFilterMode(Qt::MatchContains);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    if (empty == Empty::Allowed)
        addItem({});
    for (int row = 0; row < queues.rowCount(); ++row) {
        if (queues.queueAt(row).name != without)
            addItem(queues.queueAt(row).name);
    }
    setCurrentIndex(empty == Empty::Allowed ? 0 : -1);
}

QueueChoice::~QueueChoice() = default;

} // namespace Signalbox
