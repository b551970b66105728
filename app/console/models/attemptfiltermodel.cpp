// SPDX-License-Identifier: GPL-3.0-only
#include "console/models/attemptfiltermodel.h"

#include "console/models/attemptlistmodel.h"

namespace Signalbox {

AttemptFilterModel::AttemptFilterModel(AttemptListModel &attempts, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_attempts(attempts)
{
    setSourceModel(&attempts);
}

void AttemptFilterModel::setSegment(Segment segment)
{
    m_segment = segment;
    invalidateFilter();
}

void AttemptFilterModel::setSubscription(const QString &name)
{
    m_subscription = name;
    invalidateFilter();
}

bool AttemptFilterModel::filterAcceptsRow(int row, const QModelIndex &) const
{
    const Admin::Attempt &attempt = m_attempts.attemptAt(row);
    if (m_segment == Segment::Failed && !AttemptListModel::isFailed(attempt))
        return false;
    return m_subscription.isEmpty() || attempt.subscription == m_subscription;
}

} // namespace Signalbox
