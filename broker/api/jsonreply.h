// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "api/exchange.h"
#include "store/store.h"

#include <QJsonObject>

#include <initializer_list>
#include <optional>

namespace Signalbox {

/// An answer of the admin API, of status 200.
[[nodiscard]] HttpReply jsonReply(const Exchange &exchange, const QJsonObject &document);
/// {"error": {"code", "message", "requestId"}} with the status that belongs to the code.
[[nodiscard]] HttpReply jsonRefusal(const Exchange &exchange, const Error &error);

/// The object in the body of \a exchange; an empty one without a body. Errors: InvalidArgument,
/// also for members that are not in \a known.
[[nodiscard]] Result<QJsonObject> jsonBody(const Exchange &exchange,
                                           std::initializer_list<const char *> known);

/// The text \a name of \a body; absent where it is null or missing. Errors: InvalidArgument.
[[nodiscard]] Result<std::optional<QString>> optionalText(const QJsonObject &body,
                                                          const QString &name);

/// The "messageIds" of \a body, 1 to \a most. Errors: InvalidArgument.
[[nodiscard]] Result<QList<QByteArray>> messageIds(const QJsonObject &body, int most);

/// A completion that answers \a exchange: with the refusal, or with the object that \a toObject
/// makes of the value.
template <typename T, typename ToObject>
[[nodiscard]] auto answeringJson(const ExchangePtr &exchange, ToObject toObject)
{
    return [exchange, toObject = std::move(toObject)](const Result<T> &result) {
        if (!result)
            return exchange->refuse(result.error());
        if constexpr (std::is_void_v<T>)
            exchange->reply(jsonReply(*exchange, toObject()));
        else
            exchange->reply(jsonReply(*exchange, toObject(*result)));
    };
}

/// A completion of a deletion that answers \a exchange with the trash entry it gave, or with
/// \a absent when there was nothing to delete.
[[nodiscard]] Done<std::optional<TrashEntry>> answeringDeleted(const ExchangePtr &exchange,
                                                               const Error &absent);

} // namespace Signalbox
