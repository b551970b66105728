// SPDX-License-Identifier: GPL-3.0-only
#include "store/sqlitedialect.h"
#include "store/sqlitedialect_run.h"
#include "store/sqlitedialect_statements.h"

#include <QSqlQuery>

namespace Signalbox {

std::vector<TopicRow> SqliteDialect::topics()
{
    std::vector<TopicRow> rows;
    run(m_statements->topics, [&](const QSqlQuery &row) {
        TopicRow topic;
        topic.id = row.value(0).toLongLong();
        topic.account = row.value(1).toString();
        topic.name = row.value(2).toString();
        topic.settings.maximumMessageSizeBytes = row.value(3).toInt();
        topic.settings.loggingEnabled = row.value(4).toBool();
        topic.createdAtMs = row.value(5).toLongLong();
        topic.modifiedAtMs = row.value(6).toLongLong();
        topic.settings.type = static_cast<QueueType>(row.value(7).toInt());
        rows.push_back(std::move(topic));
        return true;
    });
    return rows;
}

void SqliteDialect::insertTopic(const TopicRow &topic)
{
    run(m_statements->insertTopic, {}, topic.id, topic.account, topic.name,
        topic.settings.maximumMessageSizeBytes, int(topic.settings.loggingEnabled),
        topic.createdAtMs, topic.modifiedAtMs, static_cast<int>(topic.settings.type));
}

void SqliteDialect::updateTopic(const TopicRow &topic)
{
    run(m_statements->updateTopic, {}, topic.name, topic.settings.maximumMessageSizeBytes,
        int(topic.settings.loggingEnabled), topic.modifiedAtMs, topic.id);
}

void SqliteDialect::removeTopic(TopicId topic)
{
    run(m_statements->removeTopic, {}, topic);
}

std::vector<SubscriptionRow> SqliteDialect::subscriptions()
{
    std::vector<SubscriptionRow> rows;
    run(m_statements->subscriptions, [&](const QSqlQuery &row) {
        SubscriptionRow subscription;
        subscription.id = row.value(0).toLongLong();
        subscription.topic = row.value(1).toLongLong();
        subscription.name = row.value(2).toString();
        SubscriptionSettings &settings = subscription.settings;
        settings.endpoint = row.value(3).toString();
        settings.strategy = static_cast<NotifyStrategy>(row.value(4).toInt());
        settings.format = static_cast<NotifyContentFormat>(row.value(5).toInt());
        settings.filterTag = row.value(6).toString();
        settings.deadLetterQueue = row.value(7).toString();
        settings.maxPushesPerSecond = row.value(8).toInt();
        subscription.queue = row.value(9).toLongLong();
        subscription.isPaused = row.value(10).toBool();
        subscription.createdAtMs = row.value(11).toLongLong();
        subscription.modifiedAtMs = row.value(12).toLongLong();
        rows.push_back(std::move(subscription));
        return true;
    });
    return rows;
}

void SqliteDialect::insertSubscription(const SubscriptionRow &subscription)
{
    const SubscriptionSettings &settings = subscription.settings;
    run(m_statements->insertSubscription, {}, subscription.id, subscription.topic,
        subscription.name, settings.endpoint, static_cast<int>(settings.strategy),
        static_cast<int>(settings.format), notNull(settings.filterTag),
        notNull(settings.deadLetterQueue), settings.maxPushesPerSecond, subscription.queue,
        int(subscription.isPaused), subscription.createdAtMs, subscription.modifiedAtMs);
}

void SqliteDialect::updateSubscription(const SubscriptionRow &subscription)
{
    const SubscriptionSettings &settings = subscription.settings;
    run(m_statements->updateSubscription, {}, subscription.name, settings.endpoint,
        static_cast<int>(settings.strategy), static_cast<int>(settings.format),
        notNull(settings.filterTag), notNull(settings.deadLetterQueue), settings.maxPushesPerSecond,
        int(subscription.isPaused), subscription.modifiedAtMs, subscription.id);
}

void SqliteDialect::removeSubscription(SubscriptionId subscription)
{
    run(m_statements->removeSubscription, {}, subscription);
}

} // namespace Signalbox
