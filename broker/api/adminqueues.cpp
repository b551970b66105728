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

/// The {entry} of a path; entries count from 1.
Result<qint64> trashEntryId(const Exchange &exchange)
{
    bool isNumber = false;
    const qint64 id = exchange.segment(3).toLongLong(&isNumber);
    if (!isNumber || id < 1)
        return Error{ErrorCode::NotFound, QStringLiteral("No trash entry has this id.")};
    return id;
}

} // namespace

void AdminApi::listQueues(const ExchangePtr &exchange) const
{
    const QByteArray since = exchange->query().value("since");
    bool isNumber = true;
    const quint64 cursor = since.isEmpty() ? 0 : since.toULongLong(&isNumber);
    if (!isNumber)
        return exchange->refuse(
            {ErrorCode::InvalidArgument, QStringLiteral("The cursor is none of this broker.")});
    const Result<std::optional<qint64>> limit = exchange->query().integer("limit", 1, 1000);
    if (!limit)
        return exchange->refuse(limit.error());

    const auto toObject = [this](const Engine::ChangedQueues &changed) {
        QJsonArray queues;
        for (const Engine::QueueView &view : changed.queues)
            queues.append(AdminJson::queueRow(view, m_services.metrics));
        return QJsonObject{
            {QStringLiteral("cursor"), QString::number(changed.cursor)},
            {QStringLiteral("reset"), changed.reset},
            {QStringLiteral("complete"), changed.complete},
            {QStringLiteral("queues"), queues},
            {QStringLiteral("removed"), QJsonArray::fromStringList(changed.removed)}};
    };
    m_engine.changedQueues(exchange->caller(), cursor, int(limit->value_or(1000)),
                           answeringJson<Engine::ChangedQueues>(exchange, toObject));
}

void AdminApi::getQueue(const ExchangePtr &exchange) const
{
    m_engine.queueView(
        exchange->caller(), queueName(*exchange),
        answeringJson<Engine::QueueView>(exchange, [this](const Engine::QueueView &view) {
            return AdminJson::queueRow(view, m_services.metrics);
        }));
}

void AdminApi::deleteQueue(const ExchangePtr &exchange) const
{
    const QString name = queueName(*exchange);
    m_engine.deleteQueue(exchange->caller(), name,
                         [exchange, name](const Result<std::optional<TrashEntry>> &deleted) {
                             if (!deleted)
                                 return exchange->refuse(deleted.error());
                             if (!*deleted)
                                 return exchange->refuse(noSuchQueue(name));
                             exchange->reply(
                                 jsonReply(*exchange, AdminJson::trashEntry(**deleted)));
                         });
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
            return AdminJson::queueHistory(m_services.metrics, view.id, view.attributes.counts);
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

void AdminApi::listTrash(const ExchangePtr &exchange) const
{
    const auto toObject = [](const std::vector<TrashEntry> &entries) {
        QJsonArray array;
        for (const TrashEntry &entry : entries)
            array.append(AdminJson::trashEntry(entry));
        return QJsonObject{{QStringLiteral("entries"), array}};
    };
    m_engine.trash(exchange->caller(), answeringJson<std::vector<TrashEntry>>(exchange, toObject));
}

void AdminApi::restoreTrash(const ExchangePtr &exchange) const
{
    const Result<qint64> entry = trashEntryId(*exchange);
    if (!entry)
        return exchange->refuse(entry.error());
    const Result<QJsonObject> body = jsonBody(*exchange, {"name"});
    if (!body)
        return exchange->refuse(body.error());
    const QJsonValue name = body->value(QStringLiteral("name"));
    if (!name.isString() && !name.isUndefined() && !name.isNull())
        return exchange->refuse(
            {ErrorCode::InvalidArgument, QStringLiteral("\"name\" must be a text.")});
    m_engine.restoreTrash(exchange->caller(), *entry, name.toString(),
                          answeringJson<QString>(exchange, [](const QString &queue) {
                              return QJsonObject{{QStringLiteral("queueName"), queue}};
                          }));
}

void AdminApi::stopRestore(const ExchangePtr &exchange) const
{
    const Result<qint64> entry = trashEntryId(*exchange);
    if (!entry)
        return exchange->refuse(entry.error());
    m_engine.stopRestore(exchange->caller(), *entry,
                         answeringJson<TrashEntry>(exchange, AdminJson::trashEntry));
}

void AdminApi::deleteTrashEntry(const ExchangePtr &exchange) const
{
    const Result<qint64> entry = trashEntryId(*exchange);
    if (!entry)
        return exchange->refuse(entry.error());
    removeTrash(exchange, *entry);
}

void AdminApi::emptyTrash(const ExchangePtr &exchange) const
{
    removeTrash(exchange, 0);
}

void AdminApi::removeTrash(const ExchangePtr &exchange, qint64 entry) const
{
    m_engine.emptyTrash(exchange->caller(), entry, [exchange, entry](const Result<int> &removed) {
        if (!removed)
            return exchange->refuse(removed.error());
        if (*removed == 0 && entry != 0) {
            return exchange->refuse(
                {ErrorCode::NotFound, QStringLiteral("No trash entry has this id.")});
        }
        exchange->reply(jsonReply(*exchange, {{QStringLiteral("removed"), *removed}}));
    });
}

} // namespace Signalbox
