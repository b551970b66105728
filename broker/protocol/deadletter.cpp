// SPDX-License-Identifier: GPL-3.0-only
#include "protocol/deadletter.h"

#include "core/limits.h"

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kType = "DLQMessageType"_L1;
constexpr auto kSource = "DLQSourceArn"_L1;
constexpr auto kMessageId = "DLQOriginMessageId"_L1;

QString resourceOf(const DeadLetterOrigin &origin)
{
    return origin.subscription.isEmpty()
        ? u"queues/%1"_s.arg(origin.queue)
        : u"topics/%1/subscriptions/%2"_s.arg(origin.topic, origin.subscription);
}

} // namespace

QList<MessageProperty> withDeadLetterProperties(QList<MessageProperty> properties,
                                                const QString &account,
                                                const DeadLetterOrigin &origin)
{
    properties = withoutDeadLetterProperties(std::move(properties));
    const QString type = origin.subscription.isEmpty() ? u"QUEUE"_s : u"SUBSCRIPTION"_s;
    const QString source = u"acs:mns:local:%1:/%2"_s.arg(account, resourceOf(origin));
    return properties << MessageProperty{kType, type, PropertyType::String}
                      << MessageProperty{kSource, source, PropertyType::String}
                      << MessageProperty{kMessageId, QString::fromLatin1(origin.messageId),
                                         PropertyType::String};
}

QList<MessageProperty> withoutDeadLetterProperties(QList<MessageProperty> properties)
{
    properties.removeIf([](const MessageProperty &property) {
        return property.name == kType || property.name == kSource || property.name == kMessageId;
    });
    return properties;
}

QString retentionOver()
{
    const auto hours = std::chrono::duration_cast<std::chrono::hours>(Limits::kTopicRetention);
    return u"It waited for %1 hours, as long as a topic keeps a message."_s.arg(hours.count());
}

} // namespace Signalbox
