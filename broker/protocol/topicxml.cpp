// SPDX-License-Identifier: GPL-3.0-only
#include "protocol/topicxml.h"

#include "protocol/listxml.h"
#include "protocol/policyxml.h"
#include "protocol/propertyxml.h"

#include <algorithm>
#include <array>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr ListNames kList{"Topics", "Topic", "TopicURL"};

/// The values of one Topic element, whoever wrote it.
struct TopicElement
{
    std::optional<QString> url;
    std::optional<QString> name;
    std::optional<qint64> createTime;
    std::optional<qint64> lastModifyTime;
    std::optional<int> maximumMessageSize;
    std::optional<qint64> messageCount;
    std::optional<bool> loggingEnabled;
    std::optional<QueueType> type;

    [[nodiscard]] TopicSettingsPatch settings() const
    {
        return {maximumMessageSize, loggingEnabled, type};
    }
};

TopicElement readTopic(XmlReader &reader)
{
    TopicElement topic;
    while (reader.nextChild()) {
        const QByteArrayView name = reader.name();
        if (name == "TopicURL")
            reader.read(topic.url);
        else if (name == "TopicName")
            reader.read(topic.name);
        else if (name == "CreateTime")
            reader.read(topic.createTime);
        else if (name == "LastModifyTime")
            reader.read(topic.lastModifyTime);
        else if (name == "MaximumMessageSize")
            reader.read(topic.maximumMessageSize);
        else if (name == "MessageCount")
            reader.read(topic.messageCount);
        else if (name == "LoggingEnabled")
            reader.read(topic.loggingEnabled);
        else if (name == "TopicType")
            readQueueType(reader, topic.type);
        else
            reader.skip();
    }
    return topic;
}

TopicAttributes toAttributes(const TopicElement &topic)
{
    TopicAttributes attributes;
    if (topic.name)
        attributes.name = *topic.name;
    else if (topic.url)
        attributes.name = topic.url->section(u'/', -1);
    attributes.settings = topic.settings().appliedTo({});
    attributes.messageCount = topic.messageCount.value_or(0);
    attributes.createdAtS = topic.createTime.value_or(0);
    attributes.modifiedAtS = topic.lastModifyTime.value_or(0);
    return attributes;
}

void writeAttributeElements(XmlWriter &writer, const TopicAttributes &attributes)
{
    writer.text("TopicName", attributes.name);
    writer.number("CreateTime", attributes.createdAtS);
    writer.number("LastModifyTime", attributes.modifiedAtS);
    writer.number("MaximumMessageSize", attributes.settings.maximumMessageSizeBytes);
    writer.number("MessageRetentionPeriod", Limits::kTopicRetention.count());
    writer.number("MessageCount", attributes.messageCount);
    writer.boolean("LoggingEnabled", attributes.settings.loggingEnabled);
    if (attributes.settings.isFifo())
        writer.text("TopicType", toWire(attributes.settings.type));
}

// Children of MessageAttributes that some endpoint understands.
constexpr std::array<QByteArrayView, 5> kAttributeNames = {"DirectMail", "DirectSMS", "DM", "DYSMS",
                                                           "WebSocket"};

void readAttributes(XmlReader &reader, QList<MessageAttribute> &attributes)
{
    while (reader.nextChild()) {
        const auto *known = std::ranges::find(kAttributeNames, reader.name());
        if (known == kAttributeNames.end()) {
            reader.skip();
            continue;
        }
        std::optional<QString> json;
        reader.read(json);
        if (json)
            attributes.append({QString::fromLatin1(*known), *json});
    }
}

} // namespace

Result<TopicSettingsPatch> parseTopicSettings(QByteArrayView document)
{
    if (XmlReader::isBlank(document))
        return TopicSettingsPatch{};
    XmlReader reader(document);
    TopicElement topic;
    if (reader.readRoot("Topic"))
        topic = readTopic(reader);
    return reader.finish(topic.settings());
}

QByteArray writeTopicSettings(const TopicSettingsPatch &settings)
{
    XmlWriter writer("Topic");
    if (settings.maximumMessageSizeBytes)
        writer.number("MaximumMessageSize", *settings.maximumMessageSizeBytes);
    if (settings.loggingEnabled)
        writer.boolean("LoggingEnabled", *settings.loggingEnabled);
    if (settings.type)
        writer.text("TopicType", toWire(*settings.type));
    return writer.finish();
}

QByteArray writeTopicAttributes(const TopicAttributes &attributes)
{
    XmlWriter writer("Topic");
    writeAttributeElements(writer, attributes);
    return writer.finish();
}

Result<TopicAttributes> parseTopicAttributes(QByteArrayView document)
{
    XmlReader reader(document, XmlReader::Origin::Reply);
    TopicAttributes attributes;
    if (reader.readRoot("Topic"))
        attributes = toAttributes(readTopic(reader));
    return reader.finish(std::move(attributes));
}

QByteArray writeTopicList(QByteArrayView baseUrl, const TopicList &list, bool withMeta)
{
    const qsizetype entryBytes = withMeta ? 512 : 128 + baseUrl.size();
    return writeList(
        kList, list.topics, list.nextMarker, withMeta, entryBytes,
        [&](const TopicAttributes &entry) { return topicUrl(baseUrl, entry.name); },
        writeAttributeElements);
}

Result<TopicList> parseTopicList(QByteArrayView document)
{
    return parseList(kList, document, &TopicList::topics,
                     [](XmlReader &reader) { return toAttributes(readTopic(reader)); });
}

QByteArray topicUrl(QByteArrayView baseUrl, const QString &name)
{
    return baseUrl.toByteArray() + "/topics/" + name.toUtf8();
}

Result<PublishedMessage> parsePublish(QByteArrayView document)
{
    XmlReader reader(document);
    PublishedMessage message;
    std::optional<QByteArray> body;
    std::optional<QString> tag;
    std::optional<QString> groupId;
    if (reader.readRoot("Message")) {
        while (reader.nextChild()) {
            const QByteArrayView name = reader.name();
            if (name == "MessageBody")
                reader.read(body);
            else if (name == "MessageTag")
                reader.read(tag);
            else if (name == "MessageGroupId")
                reader.read(groupId);
            else if (name == "MessageAttributes")
                readAttributes(reader, message.attributes);
            else if (name == "UserProperties")
                readProperties(reader, message.content.userProperties);
            else if (name == "SystemProperties")
                readProperties(reader, message.content.systemProperties);
            else
                reader.skip();
        }
        if (!body)
            reader.refuse(u"MessageBody is missing or empty."_s);
    }
    message.content.body = body.value_or(QByteArray());
    message.content.groupId = groupId.value_or(QString());
    message.tag = tag.value_or(QString());
    return reader.finish(std::move(message));
}

QByteArray writePublish(const PublishedMessage &message)
{
    constexpr qsizetype kMarkupBytes = 512;
    const OutgoingMessage &content = message.content;
    XmlWriter writer("Message",
                     content.body.size() + propertyBytes(content.userProperties)
                         + propertyBytes(content.systemProperties) + kMarkupBytes);
    writer.text("MessageBody", content.body);
    writer.text("MessageTag", message.tag);
    writer.text("MessageGroupId", content.groupId);
    if (!message.attributes.isEmpty()) {
        writer.open("MessageAttributes");
        for (const auto &name : kAttributeNames) {
            for (const MessageAttribute &attribute : message.attributes) {
                if (QByteArrayView(attribute.name.toLatin1()) == name)
                    writer.text(name, attribute.json);
            }
        }
        writer.close();
    }
    writeProperties(writer, content.systemProperties, content.userProperties);
    return writer.finish();
}

} // namespace Signalbox
