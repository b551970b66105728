// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/admintypes.h"
#include "core/result.h"

#include <QByteArray>
#include <QJsonObject>

/// The documents of the admin API, as its clients read and ask for them. Fields that an older
/// broker does not send keep their defaults; fields that a newer one adds are ignored.
namespace Signalbox::Admin {

[[nodiscard]] Status readStatus(const QJsonObject &json);
[[nodiscard]] BrokerHistory readBrokerHistory(const QJsonObject &json);
[[nodiscard]] QueueRow readQueueRow(const QJsonObject &json);
[[nodiscard]] QueueChanges readQueueChanges(const QJsonObject &json);
[[nodiscard]] QueueHistory readQueueHistory(const QJsonObject &json);
[[nodiscard]] Message readMessage(const QJsonObject &json);
[[nodiscard]] BrowsePage readBrowsePage(const QJsonObject &json);
[[nodiscard]] ReceiverList readReceiverList(const QJsonObject &json);
[[nodiscard]] Redriven readRedriven(const QJsonObject &json);
[[nodiscard]] MovedMessages readMovedMessages(const QJsonObject &json);
[[nodiscard]] TrashEntry readTrashEntry(const QJsonObject &json);
[[nodiscard]] Restored readRestored(const QJsonObject &json);
[[nodiscard]] QList<TrashEntry> readTrash(const QJsonObject &json);
[[nodiscard]] ClockState readClock(const QJsonObject &json);
[[nodiscard]] RequestLog readRequestLog(const QJsonObject &json);

/// Query of a browse request, without the question mark.
[[nodiscard]] QByteArray browseParameters(const BrowseQuery &query);
/// "ready", "delayed", "leased" or "blocked".
[[nodiscard]] QString messageStateName(MessageState state);

} // namespace Signalbox::Admin
