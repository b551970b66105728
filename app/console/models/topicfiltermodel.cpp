// SPDX-License-Identifier: GPL-3.0-only
#include "console/models/topicfiltermodel.h"

#include "console/models/topiclistmodel.h"
#include "widgets/table/tableroles.h"

#include <algorithm>

namespace Signalbox {

TopicFilterModel::TopicFilterModel(TopicListModel &topics, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_topics(topics)
{
    setDynamicSortFilter(false);
    setSortRole(TableRole::Sort);
    setSourceModel(&topics);
    sort(TopicListModel::Name);
    connect(&topics, &QAbstractItemModel::rowsInserted, this, &TopicFilterModel::resort,
            Qt::QueuedConnection);
}

void TopicFilterModel::setText(const QString &text)
{
    m_text = text.trimmed();
    resort();
}

void TopicFilterModel::resort()
{
    invalidate();
}

bool TopicFilterModel::filterAcceptsRow(int row, const QModelIndex &) const
{
    const auto has = [this](const QString &text) {
        return text.contains(m_text, Qt::CaseInsensitive);
    };
    const Admin::Topic &topic = m_topics.rows().at(row);
    return m_text.isEmpty() || has(topic.name)
        || std::ranges::any_of(topic.subscriptions, [&](const Admin::Subscription &subscription) {
               return has(subscription.name) || has(subscription.settings.endpoint)
                   || has(subscription.settings.filterTag);
           });
}

} // namespace Signalbox
