// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QSortFilterProxyModel>
#include <QTimer>

namespace Signalbox {

class QueueListModel;

/// The queues a list shows: those whose name contains a text, all or only some by what they do.
/// Sorting by a column whose values change all the time happens when the user asks for it and then
/// stands still, so that rows do not move about.
class QueueFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QueueFilterModel)

public:
    explicit QueueFilterModel(QueueListModel &queues, QObject *parent = nullptr);

    /// Letters of any case; empty shows all.
    void setNameFilter(const QString &text);
    [[nodiscard]] const QString &nameFilter() const { return m_text; }
    enum class Selection { All, WithBacklog, NoReceiver, DeadLetters, Fifo };
    void setSelection(Selection selection);
    [[nodiscard]] Selection selection() const { return m_selection; }
    /// Queues of \a queues that \a selection takes, whatever their names.
    [[nodiscard]] static int count(const QueueListModel &queues, Selection selection);
    /// Sorts by the values of now.
    void resort();

protected:
    [[nodiscard]] bool filterAcceptsRow(int sourceRow,
                                        const QModelIndex &sourceParent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QueueListModel &m_queues;
    QTimer m_resortSoon; ///< One sorting for all rows of a merge.
    QString m_text;
    Selection m_selection = Selection::All;
};

} // namespace Signalbox
