// SPDX-License-Identifier: GPL-3.0-only
#include "console/models/requestfiltermodel.h"

#include "console/models/requestlistmodel.h"

#include <algorithm>
#include <array>

namespace Signalbox {

RequestFilterModel::RequestFilterModel(RequestListModel &requests, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_requests(requests)
{
    setSourceModel(&requests);
}

void RequestFilterModel::setSegment(Segment segment)
{
    m_segment = segment;
    invalidateFilter();
}

void RequestFilterModel::setText(const QString &text)
{
    m_text = text.trimmed();
    invalidateFilter();
}

bool RequestFilterModel::filterAcceptsRow(int row, const QModelIndex &) const
{
    const Admin::RequestRecord &request = m_requests.requestAt(row);
    if (m_segment == Segment::Refused && !RequestListModel::isRefused(request))
        return false;
    if (m_segment == Segment::Slow && !RequestListModel::isSlow(request))
        return false;
    if (m_text.isEmpty())
        return true;
    const std::array texts = {&request.requestId, &request.operation,   &request.resource,
                              &request.address,   &request.accessKeyId, &request.agent,
                              &request.code};
    return std::ranges::any_of(
        texts, [this](const QString *text) { return text->contains(m_text, Qt::CaseInsensitive); });
}

} // namespace Signalbox
