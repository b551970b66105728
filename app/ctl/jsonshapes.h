// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/admintypes.h"
#include "client/topictypes.h"
#include "protocol/message.h"
#include "protocol/queue.h"

#include <QJsonArray>
#include <QJsonObject>

/// What --json prints. Scripts rely on these shapes: fields are added, never renamed (docs/cli.md).
/// Names and units are those of the admin API: times in Unix milliseconds, durations in seconds,
/// sizes in bytes.
namespace Signalbox::Ctl {

/// \a value to the nearest of \a steps between two whole numbers.
[[nodiscard]] double rounded(double value, double steps);

[[nodiscard]] QJsonObject toJson(const QueueAttributes &queue);
[[nodiscard]] QJsonObject toJson(const SentMessage &message);
[[nodiscard]] QJsonObject toJson(const ReceivedMessage &message);
[[nodiscard]] QJsonObject toJson(const FailedHandle &failed);
[[nodiscard]] QJsonObject toJson(const Admin::Message &message);
[[nodiscard]] QJsonObject toJson(const Admin::Receiver &receiver);
[[nodiscard]] QJsonObject toJson(const TopicAttributes &topic);
[[nodiscard]] QJsonObject toJson(const SubscriptionAttributes &subscription);
[[nodiscard]] QJsonObject toJson(const Admin::Attempt &attempt);
[[nodiscard]] QJsonObject toJson(const Admin::TrashEntry &entry);
[[nodiscard]] QJsonObject toJson(const Admin::Restored &restored);
[[nodiscard]] QJsonObject toJson(const Admin::ClockState &clock);
[[nodiscard]] QJsonObject toJson(const Admin::Status &status);
[[nodiscard]] QJsonObject toJson(const Admin::RequestRecord &request);

/// The array of what toJson() makes of each item.
template <typename List>
[[nodiscard]] QJsonArray toJsonArray(const List &items)
{
    QJsonArray array;
    for (const auto &item : items)
        array.append(toJson(item));
    return array;
}

/// "queue", "purge" or "messages".
[[nodiscard]] QString trashKindName(Admin::TrashEntry::Kind kind);

/// One line, whatever the value is.
[[nodiscard]] QString toJsonText(const QJsonValue &value);

} // namespace Signalbox::Ctl
