// SPDX-License-Identifier: GPL-3.0-only
#include "api/adminapi.h"
#include "api/adminjson.h"
#include "api/jsonreply.h"
#include "engine/trash.h"

#include <QJsonArray>

namespace Signalbox {

namespace {

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

void AdminApi::listTrash(const ExchangePtr &exchange) const
{
    const auto toObject = [](const std::vector<TrashEntry> &entries) {
        QJsonArray array;
        for (const TrashEntry &entry : entries)
            array.append(AdminJson::trashEntry(entry));
        return QJsonObject{{QStringLiteral("entries"), array}};
    };
    m_services.trash.list(exchange->caller(),
                          answeringJson<std::vector<TrashEntry>>(exchange, toObject));
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
    m_services.trash.restore(exchange->caller(), *entry, name.toString(),
                             answeringJson<Restored>(exchange, AdminJson::restored));
}

void AdminApi::stopRestore(const ExchangePtr &exchange) const
{
    const Result<qint64> entry = trashEntryId(*exchange);
    if (!entry)
        return exchange->refuse(entry.error());
    m_services.trash.stopRestore(exchange->caller(), *entry,
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
    m_services.trash.empty(
        exchange->caller(), entry, [exchange, entry](const Result<int> &removed) {
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
