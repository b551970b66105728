// SPDX-License-Identifier: GPL-3.0-only
#include "server/brokeroptions.h"

#include <QDir>
#include <QSet>
#include <QStandardPaths>

#include <algorithm>

namespace Signalbox {

namespace {

Error invalid(const QString &message)
{
    return Error{ErrorCode::InvalidArgument, message};
}

} // namespace

Result<ListenAddress> ListenAddress::parse(const QString &text)
{
    const Error malformed = invalid(
        QStringLiteral("\"%1\" is not ADDRESS:PORT, for example 127.0.0.1:9324.").arg(text));
    const qsizetype colon = text.lastIndexOf(QLatin1Char(':'));
    if (colon < 0)
        return malformed;

    ListenAddress result;
    bool isNumber = false;
    result.port = text.mid(colon + 1).toUShort(&isNumber);
    QString host = text.left(colon);
    if (host.startsWith(QLatin1Char('[')) && host.endsWith(QLatin1Char(']')))
        host = host.mid(1, host.size() - 2);
    else if (host.contains(QLatin1Char(':')))
        return malformed;
    if (host == QLatin1String("localhost"))
        result.address = QHostAddress(QHostAddress::LocalHost);
    else if (!result.address.setAddress(host))
        return malformed;
    if (!isNumber)
        return malformed;
    return result;
}

QString ListenAddress::toString() const
{
    const bool isV6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    return (isV6 ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2"))
        .arg(address.toString())
        .arg(port);
}

QString BrokerOptions::defaultDataDirectory()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation))
        .filePath(QStringLiteral("signalbox"));
}

bool BrokerOptions::usesDevelopmentKey() const
{
    return accessKeySecret == QLatin1String(kDevelopmentKeySecret);
}

namespace {

Result<void> checkSubscriptions(const DeclaredTopic &topic)
{
    QSet<QString> names;
    for (const DeclaredSubscription &subscription : topic.subscriptions) {
        const auto wrong = [&](const QString &reason) {
            return invalid(QStringLiteral("Subscription \"%1\" of topic \"%2\": %3")
                               .arg(subscription.name, topic.name, reason));
        };
        if (const Result<void> named = checkSubscriptionName(subscription.name); !named)
            return wrong(named.error().message);
        if (const Result<void> sound =
                checkSubscriptionSettings(subscription.settings.appliedTo({}));
            !sound)
            return wrong(sound.error().message);
        if (names.contains(subscription.name))
            return wrong(QStringLiteral("It is declared twice."));
        names.insert(subscription.name);
    }
    return {};
}

Result<void> checkTopics(const std::vector<DeclaredTopic> &topics)
{
    QSet<QString> names;
    for (const DeclaredTopic &topic : topics) {
        const auto wrong = [&](const QString &reason) {
            return invalid(QStringLiteral("Topic \"%1\": %2").arg(topic.name, reason));
        };
        if (const Result<void> named = checkTopicName(topic.name); !named)
            return wrong(named.error().message);
        if (const Result<void> sound = checkTopicSettings(topic.settings.appliedTo({})); !sound)
            return wrong(sound.error().message);
        if (names.contains(topic.name))
            return wrong(QStringLiteral("It is declared twice."));
        names.insert(topic.name);
        if (Result<void> subscriptions = checkSubscriptions(topic); !subscriptions)
            return subscriptions;
    }
    return {};
}

} // namespace

Result<void> checkDeclaredTarget(const DeclaredQueue &queue,
                                 const std::vector<DeclaredQueue> &queues)
{
    const QueueSettings settings = queue.settings.appliedTo({});
    const auto target =
        std::ranges::find(queues, settings.deadLetters.targetQueue, &DeclaredQueue::name);
    if (target == queues.end())
        return checkDeadLetterTarget(queue.name, settings, nullptr);
    const QueueSettings targetSettings = target->settings.appliedTo({});
    return checkDeadLetterTarget(queue.name, settings, &targetSettings);
}

Result<AddressRules> addressRules(const BrokerOptions &options)
{
    const PushOptions &push = options.push;
    const QStringList usual =
        options.listen.address.isLoopback() ? QStringList() : AddressRules::metadataSubnets();
    return AddressRules::parse(push.allowedSubnets, push.deniedSubnets.value_or(usual));
}

Result<void> checkBrokerOptions(const BrokerOptions &options)
{
    if (options.dataDirectory.isEmpty())
        return invalid(QStringLiteral("The data directory is not set."));
    if (options.accessKeyId.isEmpty() || options.accessKeySecret.isEmpty())
        return invalid(QStringLiteral("Access key id and secret must not be empty."));
    if (options.account.isEmpty())
        return invalid(QStringLiteral("The account must not be empty."));
    if (options.usesDevelopmentKey() && !options.listen.address.isLoopback()) {
        return Error{ErrorCode::AccessDenied,
                     QStringLiteral("Refusing to listen on %1 with the development key: its secret "
                                    "is public, so anybody who "
                                    "reaches this address could read and delete messages. Set an "
                                    "access key of your own, or "
                                    "listen on 127.0.0.1.")
                         .arg(options.listen.toString())};
    }

    if (const Result<AddressRules> rules = addressRules(options); !rules)
        return rules.error();
    if (Result<void> channels = checkPushChannels(options.push.channels); !channels)
        return channels;
    QSet<QString> names;
    for (const DeclaredQueue &queue : options.queues) {
        if (const Result<void> named = checkQueueName(queue.name); !named)
            return invalid(
                QStringLiteral("Queue \"%1\": %2").arg(queue.name, named.error().message));
        if (const Result<void> sound = checkQueueSettings(queue.settings.appliedTo({})); !sound)
            return invalid(
                QStringLiteral("Queue \"%1\": %2").arg(queue.name, sound.error().message));
        if (const Result<void> fits = checkDeclaredTarget(queue, options.queues); !fits)
            return invalid(
                QStringLiteral("Queue \"%1\": %2").arg(queue.name, fits.error().message));
        if (names.contains(queue.name))
            return invalid(QStringLiteral("Queue \"%1\" is declared twice.").arg(queue.name));
        names.insert(queue.name);
    }
    return checkTopics(options.topics);
}

} // namespace Signalbox
