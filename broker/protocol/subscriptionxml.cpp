// SPDX-License-Identifier: GPL-3.0-only
#include "protocol/subscriptionxml.h"

#include "protocol/listxml.h"
#include "protocol/policyxml.h"
#include "protocol/topicxml.h"

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr ListNames kList{"Subscriptions", "Subscription", "SubscriptionURL"};

/// The values of one Subscription element, whoever wrote it.
struct SubscriptionElement
{
    std::optional<QString> url;
    std::optional<QString> name;
    std::optional<QString> subscriber;
    std::optional<QString> topicOwner;
    std::optional<QString> topic;
    std::optional<qint64> createTime;
    std::optional<qint64> lastModifyTime;
    SubscriptionPatch settings;
};

void readStrategy(XmlReader &reader, std::optional<NotifyStrategy> &strategy)
{
    std::optional<QByteArray> word;
    reader.read(word);
    if (!word)
        return;
    strategy = notifyStrategyFromWire(*word);
    if (!strategy)
        reader.refuse(u"NotifyStrategy must be BACKOFF_RETRY or EXPONENTIAL_DECAY_RETRY."_s);
}

void readFormat(XmlReader &reader, std::optional<NotifyContentFormat> &format)
{
    std::optional<QByteArray> word;
    reader.read(word);
    if (!word)
        return;
    format = notifyContentFormatFromWire(*word);
    if (!format)
        reader.refuse(u"NotifyContentFormat must be XML, JSON or SIMPLIFIED."_s);
}

void readDeadLetters(XmlReader &reader, std::optional<QString> &deadLetterQueue)
{
    std::optional<DeadLetterPolicy> policy;
    readDlqPolicy(reader, policy);
    if (policy)
        deadLetterQueue = policy->targetQueue;
}

void readRate(XmlReader &reader, std::optional<int> &maxPushesPerSecond)
{
    std::optional<bool> enabled;
    std::optional<int> rate;
    while (reader.nextChild()) {
        if (reader.name() == "Enabled")
            reader.read(enabled);
        else if (reader.name() == "MaxReceivesPerSecond")
            reader.read(rate);
        else
            reader.skip();
    }
    if (!enabled.value_or(true))
        maxPushesPerSecond = 0;
    else if (rate)
        maxPushesPerSecond = rate;
    else if (enabled) // without both it is as absent
        reader.refuse(u"TenantRateLimitPolicy needs MaxReceivesPerSecond."_s);
}

void readSettingsChild(XmlReader &reader, SubscriptionPatch &settings)
{
    const QByteArrayView name = reader.name();
    if (name == "Endpoint")
        reader.read(settings.endpoint);
    else if (name == "NotifyStrategy")
        readStrategy(reader, settings.strategy);
    else if (name == "NotifyContentFormat")
        readFormat(reader, settings.format);
    else if (name == "FilterTag")
        reader.readOrEmpty(settings.filterTag); // an empty one takes it away
    else if (name == "DlqPolicy")
        readDeadLetters(reader, settings.deadLetterQueue);
    else if (name == "TenantRateLimitPolicy")
        readRate(reader, settings.maxPushesPerSecond);
    else
        reader.skip();
}

SubscriptionElement readSubscription(XmlReader &reader)
{
    SubscriptionElement subscription;
    while (reader.nextChild()) {
        const QByteArrayView name = reader.name();
        if (name == "SubscriptionURL")
            reader.read(subscription.url);
        else if (name == "SubscriptionName")
            reader.read(subscription.name);
        else if (name == "Subscriber")
            reader.read(subscription.subscriber);
        else if (name == "TopicOwner")
            reader.read(subscription.topicOwner);
        else if (name == "TopicName")
            reader.read(subscription.topic);
        else if (name == "CreateTime")
            reader.read(subscription.createTime);
        else if (name == "LastModifyTime")
            reader.read(subscription.lastModifyTime);
        else
            readSettingsChild(reader, subscription.settings);
    }
    return subscription;
}

SubscriptionAttributes toAttributes(const SubscriptionElement &subscription)
{
    SubscriptionAttributes attributes;
    if (subscription.name)
        attributes.name = *subscription.name;
    else if (subscription.url)
        attributes.name = subscription.url->section(u'/', -1);
    attributes.topic = subscription.topic.value_or(QString());
    attributes.topicOwner = subscription.topicOwner.value_or(QString());
    attributes.subscriber = subscription.subscriber.value_or(QString());
    attributes.settings = subscription.settings.appliedTo({});
    attributes.createdAtS = subscription.createTime.value_or(0);
    attributes.modifiedAtS = subscription.lastModifyTime.value_or(0);
    return attributes;
}

void writePolicies(XmlWriter &writer, const std::optional<QString> &deadLetterQueue,
                   const std::optional<int> &maxPushesPerSecond)
{
    if (maxPushesPerSecond) {
        writer.open("TenantRateLimitPolicy");
        writer.boolean("Enabled", *maxPushesPerSecond > 0);
        writer.number("MaxReceivesPerSecond", *maxPushesPerSecond);
        writer.close();
    }
    if (deadLetterQueue)
        writeDlqPolicy(writer, {*deadLetterQueue, 0});
}

void writeAttributeElements(XmlWriter &writer, const SubscriptionAttributes &attributes)
{
    const SubscriptionSettings &settings = attributes.settings;
    writer.text("SubscriptionName", attributes.name);
    writer.text("Subscriber", attributes.subscriber);
    writer.text("TopicOwner", attributes.topicOwner);
    writer.text("TopicName", attributes.topic);
    writer.text("Endpoint", settings.endpoint);
    writer.text("NotifyStrategy", toWire(settings.strategy));
    writer.text("NotifyContentFormat", toWire(settings.format));
    writer.text("FilterTag", settings.filterTag);
    writer.number("CreateTime", attributes.createdAtS);
    writer.number("LastModifyTime", attributes.modifiedAtS);
    writePolicies(writer,
                  settings.deadLetterQueue.isEmpty() ? std::nullopt
                                                     : std::optional(settings.deadLetterQueue),
                  settings.maxPushesPerSecond == 0 ? std::nullopt
                                                   : std::optional(settings.maxPushesPerSecond));
}

} // namespace

Result<SubscriptionPatch> parseSubscription(QByteArrayView document)
{
    if (XmlReader::isBlank(document))
        return SubscriptionPatch{};
    XmlReader reader(document);
    SubscriptionPatch settings;
    if (reader.readRoot("Subscription")) {
        while (reader.nextChild())
            readSettingsChild(reader, settings);
    }
    return reader.finish(std::move(settings));
}

QByteArray writeSubscription(const SubscriptionPatch &settings)
{
    XmlWriter writer("Subscription");
    if (settings.endpoint)
        writer.text("Endpoint", *settings.endpoint);
    if (settings.strategy)
        writer.text("NotifyStrategy", toWire(*settings.strategy));
    if (settings.format)
        writer.text("NotifyContentFormat", toWire(*settings.format));
    if (settings.filterTag) // an empty one takes it away
        writer.textOrEmpty("FilterTag", settings.filterTag->toUtf8());
    writePolicies(writer, settings.deadLetterQueue, settings.maxPushesPerSecond);
    return writer.finish();
}

QByteArray writeSubscriptionAttributes(const SubscriptionAttributes &attributes)
{
    XmlWriter writer("Subscription");
    writeAttributeElements(writer, attributes);
    return writer.finish();
}

Result<SubscriptionAttributes> parseSubscriptionAttributes(QByteArrayView document)
{
    XmlReader reader(document, XmlReader::Origin::Reply);
    SubscriptionAttributes attributes;
    if (reader.readRoot("Subscription"))
        attributes = toAttributes(readSubscription(reader));
    return reader.finish(std::move(attributes));
}

QByteArray writeSubscriptionList(QByteArrayView baseUrl, const QString &topic,
                                 const SubscriptionList &list, bool withMeta)
{
    const qsizetype entryBytes = withMeta ? 768 : 192 + baseUrl.size();
    return writeList(
        kList, list.subscriptions, list.nextMarker, withMeta, entryBytes,
        [&](const SubscriptionAttributes &entry) {
            return subscriptionUrl(baseUrl, topic, entry.name);
        },
        writeAttributeElements);
}

Result<SubscriptionList> parseSubscriptionList(QByteArrayView document)
{
    return parseList(kList, document, &SubscriptionList::subscriptions,
                     [](XmlReader &reader) { return toAttributes(readSubscription(reader)); });
}

QByteArray subscriptionUrl(QByteArrayView baseUrl, const QString &topic, const QString &name)
{
    return topicUrl(baseUrl, topic) + "/subscriptions/" + name.toUtf8();
}

} // namespace Signalbox
