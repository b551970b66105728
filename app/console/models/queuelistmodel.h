// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/admintypes.h"
#include "console/models/queuestate.h"
#include "widgets/table/tablecolumn.h"

#include <QAbstractTableModel>
#include <QList>
#include <QSet>

#include <optional>

namespace Signalbox {

/// The queues of an endpoint, by name, with what a list shows of them. Fresh rows are merged, so
/// that selection and scroll position survive. Holds rows only; filtering and sorting are
/// QueueFilterModel's. GUI thread.
class QueueListModel : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QueueListModel)

public:
    enum Column {
        Name,
        State,
        Ready,
        InFlight,
        Delayed,
        Oldest,
        InPerS,
        OutPerS,
        Visibility,
        Retention,
        Created,
        DeadLetters,
        Backlog,
        ColumnCount
    };

    explicit QueueListModel(QObject *parent = nullptr);

    /// How a table shows the columns.
    [[nodiscard]] static QList<TableColumn> columns();

    /// \a rows, by name, are all there are.
    void replaceAll(const QList<Admin::QueueRow> &rows);
    /// \a rows, by name, are new or changed; \a removed are gone.
    void merge(const QList<Admin::QueueRow> &rows, const QStringList &removed);
    /// Broker time and health, on which states and ages depend. Tells views of the cells that read
    /// differently now.
    void setSurroundings(qint64 brokerNowMs, bool writesStopped);

    /// The dead-letter queues of subscriptions; those of queues are known from their rows.
    void setPushDeadLetterQueues(const QSet<QString> &names);
    /// A queue or a subscription sends there what it could not deliver.
    [[nodiscard]] bool takesDeadLetters(const QString &name) const
    {
        return m_deadLetterQueues.contains(name);
    }

    /// Sum of all rows' messages by state.
    [[nodiscard]] QueueCounts totals() const;
    /// Queues in a state that someone should look at.
    [[nodiscard]] int countNeedingAttention() const;
    [[nodiscard]] const Admin::QueueRow &queueAt(int row) const { return m_entries.at(row).queue; }
    [[nodiscard]] QueueState stateAt(int row) const { return m_entries.at(row).state; }
    /// How long the oldest ready message has waited; absent without one.
    [[nodiscard]] std::optional<qint64> oldestAgeMsAt(int row) const;
    /// Row of the queue \a name, or -1.
    [[nodiscard]] int rowOf(const QString &name) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

    /// Texts in another language: every cell reads differently.
    void retranslate();

private:
    struct Entry
    {
        Admin::QueueRow queue;
        QueueState state = QueueState::Empty;
        qint64 inAboveOutSinceMs = 0;
    };
    class RowRun;

    [[nodiscard]] Entry entryOf(const Admin::QueueRow &queue, const Entry *before) const;
    /// \a entry comes before the queue \a name.
    [[nodiscard]] static bool isBefore(const Entry &entry, const QString &name)
    {
        return entry.queue.name < name;
    }
    void insert(int row, QList<Admin::QueueRow>::const_iterator first,
                QList<Admin::QueueRow>::const_iterator last);
    void remove(const QStringList &names);
    [[nodiscard]] QueueState stateOf(const Entry &entry) const;
    [[nodiscard]] QString iconOf(const Admin::QueueRow &queue) const;
    [[nodiscard]] QString chipOf(const Admin::QueueRow &queue) const;
    /// Looks anew for who names a dead-letter queue.
    void findDeadLetterQueues();
    /// Tells views of rows whose state is another now.
    void updateStates();
    [[nodiscard]] QString text(const Entry &entry, int column) const;
    [[nodiscard]] QVariant sortValue(const Entry &entry, int column) const;
    [[nodiscard]] QString sentence(const Entry &entry) const;
    [[nodiscard]] qint64 oldestAgeMs(const Entry &entry) const;

    QList<Entry> m_entries; ///< By name.
    QSet<QString> m_pushDeadLetterQueues;
    QSet<QString> m_deadLetterQueues; ///< These and those of queues.
    qint64 m_nowMs = 0;
    bool m_writesStopped = false;
};

} // namespace Signalbox
