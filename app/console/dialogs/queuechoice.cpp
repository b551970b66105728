// SPDX-License-Identifier: GPL-3.0-only
#include "console/dialogs/queuechoice.h"

#include "console/models/queuelistmodel.h"

#include <QCompleter>
#include <QSignalBlocker>

namespace Signalbox {

QueueChoice::QueueChoice(const QueueListModel &queues, Empty empty, const QString &without,
                         QWidget *parent)
    : QComboBox(parent)
    , m_queues(queues)
    , m_empty(empty)
    , m_without(without)
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    completer()->setFilterMode(Qt::MatchContains);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    fill();
    setCurrentIndex(empty == Empty::Allowed ? 0 : -1);
}

QueueChoice::~QueueChoice() = default;

void QueueChoice::offerOnly(QueueType type)
{
    if (m_only == type)
        return;
    m_only = type;
    const QString chosen = currentText();
    const QSignalBlocker quiet(this);
    clear();
    fill();
    setCurrentText(chosen);
}

void QueueChoice::fill()
{
    if (m_empty == Empty::Allowed)
        addItem({});
    for (int row = 0; row < m_queues.rowCount(); ++row) {
        const Admin::QueueRow &queue = m_queues.queueAt(row);
        if (queue.name != m_without && queue.settings.type == m_only.value_or(queue.settings.type))
            addItem(queue.name);
    }
}

} // namespace Signalbox
