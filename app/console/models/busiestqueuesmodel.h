// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QSortFilterProxyModel>
#include <QStringList>

namespace Signalbox {

class QueueListModel;

/// The few queues with the most messages in and out a second, busiest first. Their numbers change
/// where they stand; who is among them is decided by rank() alone, so that rows do not move about.
class BusiestQueuesModel : public QSortFilterProxyModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BusiestQueuesModel)

public:
    static constexpr int kMostQueues = 5;

    explicit BusiestQueuesModel(QueueListModel &queues, QObject *parent = nullptr);

    /// Ranks by the rates of now. Queues that do nothing are left out.
    void rank();

protected:
    [[nodiscard]] bool filterAcceptsRow(int sourceRow,
                                        const QModelIndex &sourceParent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QueueListModel &m_queues;
    QStringList m_names; ///< Busiest first.
};

} // namespace Signalbox
