// SPDX-License-Identifier: GPL-3.0-only
#include "console/models/busiestqueuesmodel.h"

#include "console/models/queuelistmodel.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace Signalbox {

BusiestQueuesModel::BusiestQueuesModel(QueueListModel &queues, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_queues(queues)
{
    setDynamicSortFilter(false);
    setSourceModel(&queues);
    sort(QueueListModel::Name);
}

void BusiestQueuesModel::rank()
{
    std::vector<std::pair<double, int>> rates; // a second, and row
    for (int row = 0; row < m_queues.rowCount(); ++row) {
        const Admin::QueueRow &queue = m_queues.queueAt(row);
        if (const double rate = queue.inPerS + queue.outPerS; rate > 0)
            rates.emplace_back(-rate, row); // equal ones go by name, as the rows do
    }
    const auto end = rates.begin() + std::min<std::ptrdiff_t>(std::ssize(rates), kMostQueues);
    std::partial_sort(rates.begin(), end, rates.end());
    QStringList names;
    std::transform(rates.begin(), end, std::back_inserter(names),
                   [this](const auto &rate) { return m_queues.queueAt(rate.second).name; });
    if (names == m_names)
        return;
    m_names = names;
    invalidate();
}

bool BusiestQueuesModel::filterAcceptsRow(int sourceRow, const QModelIndex &) const
{
    return m_names.contains(m_queues.queueAt(sourceRow).name);
}

bool BusiestQueuesModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const auto place = [this](const QModelIndex &index) {
        return m_names.indexOf(m_queues.queueAt(index.row()).name);
    };
    return place(left) < place(right);
}

} // namespace Signalbox
