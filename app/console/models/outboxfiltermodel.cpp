// SPDX-License-Identifier: GPL-3.0-only
#include "console/models/outboxfiltermodel.h"

#include "console/models/outboxlistmodel.h"

namespace Signalbox {

OutboxFilterModel::OutboxFilterModel(OutboxListModel &items, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_items(items)
{
    setSourceModel(&items);
}

void OutboxFilterModel::setSegment(Segment segment)
{
    m_segment = segment;
    invalidateFilter();
}

bool OutboxFilterModel::filterAcceptsRow(int row, const QModelIndex &) const
{
    const PushChannel channel = m_items.itemAt(row).channel;
    switch (m_segment) {
    case Segment::Mail:
        return channel == PushChannel::Mail;
    case Segment::Sms:
        return channel == PushChannel::Sms;
    case Segment::Other:
        return channel != PushChannel::Mail && channel != PushChannel::Sms;
    case Segment::All:
        break;
    }
    return true;
}

} // namespace Signalbox
