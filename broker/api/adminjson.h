// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "engine/engine.h"
#include "metrics/brokermetrics.h"
#include "metrics/requestlog.h"
#include "store/topicrows.h"

#include <QJsonObject>

#include <optional>

/// The objects of the admin API, as the OpenAPI file describes them.
namespace Signalbox::AdminJson {

[[nodiscard]] QJsonObject counts(const QueueCounts &counts);
/// \a nowMs is broker time.
[[nodiscard]] QJsonObject queueRow(const Engine::QueueView &view, const BrokerMetrics &metrics,
                                   qint64 nowMs);
/// \a nowMs (system time) is when one was seen that was seen just now.
[[nodiscard]] QJsonObject receiver(const Engine::ReceiverView &view, qint64 nowMs);
[[nodiscard]] QJsonObject message(const MessageRow &row, const QByteArray &messageId,
                                  bool withBody);
[[nodiscard]] QJsonObject movedMessages(const MovedMessages &result);
[[nodiscard]] QJsonObject trashEntry(const TrashEntry &entry);
[[nodiscard]] QJsonObject restored(const Restored &restored);
[[nodiscard]] QJsonObject request(const LoggedRequest &request);

/// "ready", "delayed", "leased", "blocked"; nothing for other texts.
[[nodiscard]] std::optional<MessageState> messageState(QByteArrayView name);

/// Cursors are opaque to clients, and good for the order they came from alone. Empty at the end.
[[nodiscard]] QString browseCursor(const std::optional<BrowseCursor> &cursor,
                                   BrowseQuery::Order order);
[[nodiscard]] std::optional<BrowseCursor> browseCursor(const QByteArray &text,
                                                       BrowseQuery::Order order);

} // namespace Signalbox::AdminJson
