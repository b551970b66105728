// SPDX-License-Identifier: GPL-3.0-only
#include "api/adminapi.h"
#include "api/adminjson.h"
#include "api/historyjson.h"
#include "api/jsonreply.h"
#include "engine/engine.h"

#include <QJsonArray>

namespace Signalbox {

namespace {

Error noSuchQueue(const QString &name)
{
    return {ErrorCode::QueueNotExist, QStringLiteral("No queue is named \"%1\".").arg(name)};
}

} // namespace

void AdminApi::listQueues(const ExchangePtr &exchange) const
{
    const Result<quint64> cursor = cursorOf(*exchange);
    if (!cursor)
        return exchange->refuse(cursor.error());
    const Result<std::optional<qint64>> limit = exchange->query().integer("limit", 1, 1000);
    if (!limit)
        return exchange->refuse(limit.error());

    const auto toObject = [this](const Engine::ChangedQueues &changed) {
        QJsonArray queues;
        for (const Engine::QueueView &view : changed.queues)
            queues.append(AdminJson::queueRow(view, m_services.metrics, m_engine.clock().nowMs()));
        return QJsonObject{
            {QStringLiteral("cursor"), QString::number(changed.cursor)},
            {QStringLiteral("reset"), changed.reset},
            {QStringLiteral("complete"), changed.complete},
            {QStringLiteral("queues"), queues},
            {QStringLiteral("removed"), QJsonArray::fromStringList(changed.removed)}};
    };
    m_engine.changedQueues(exchange->caller(), *cursor, int(limit->value_or(1000)),
                           answeringJson<Engine::ChangedQueues>(exchange, toObject));
}

void AdminApi::getQueue(const ExchangePtr &exchange) const
{
    m_engine.queueView(
        exchange->caller(), queueName(*exchange),
        answeringJson<Engine::QueueView>(exchange, [this](const Engine::QueueView &view) {
            return AdminJson::queueRow(view, m_services.metrics, m_engine.clock().nowMs());
        }));
}

void AdminApi::deleteQueue(const ExchangePtr &exchange) const
{
    const QString name = queueName(*exchange);
    m_engine.deleteQueue(exchange->caller(), name, answeringDeleted(exchange, noSuchQueue(name)));
}

void AdminApi::purgeQueue(const ExchangePtr &exchange) const
{
    m_engine.purgeQueue(exchange->caller(), queueName(*exchange),
                        answeringJson<TrashEntry>(exchange, AdminJson::trashEntry));
}

void AdminApi::getQueueMetrics(const ExchangePtr &exchange) const
{
    m_engine.queueView(
        exchange->caller(), queueName(*exchange),
        answeringJson<Engine::QueueView>(exchange, [this](const Engine::QueueView &view) {
            return AdminJson::queueHistory(m_services.metrics, view, m_engine.clock().nowMs());
        }));
}

void AdminApi::listReceivers(const ExchangePtr &exchange) const
{
    const auto toObject = [now = m_services.systemTime()](const Engine::Receivers &found) {
        QJsonArray receivers;
        for (const Engine::ReceiverView &view : found.receivers)
            receivers.append(AdminJson::receiver(view, now));
        return QJsonObject{{QStringLiteral("receivers"), receivers},
                           {QStringLiteral("complete"), found.complete}};
    };
    m_engine.receivers(exchange->caller(), queueName(*exchange),
                       answeringJson<Engine::Receivers>(exchange, toObject));
}

} // namespace Signalbox
