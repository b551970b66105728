// SPDX-License-Identifier: GPL-3.0-only
#include "protocol/queuexml.h"

#include "protocol/listxml.h"
#include "protocol/policyxml.h"

namespace Signalbox {

namespace {

constexpr ListNames kList{"Queues", "Queue", "QueueURL"};

/// The values of one Queue element, whoever wrote it.
struct QueueElement
{
    std::optional<QString> url;
    std::optional<QString> name;
    std::optional<qint64> createTime;
    std::optional<qint64> lastModifyTime;
    std::optional<qint64> visibilityTimeout;
    std::optional<int> maximumMessageSize;
    std::optional<qint64> messageRetentionPeriod;
    std::optional<qint64> delaySeconds;
    std::optional<qint64> pollingWaitSeconds;
    std::optional<qint64> inactiveMessages;
    std::optional<qint64> activeMessages;
    std::optional<qint64> delayMessages;
    std::optional<bool> loggingEnabled;
    std::optional<QueueType> type;
    std::optional<DeadLetterPolicy> deadLetters;
};

void readSettingsChild(XmlReader &reader, QueueElement &queue)
{
    const QByteArrayView name = reader.name();
    if (name == "VisibilityTimeout")
        reader.read(queue.visibilityTimeout);
    else if (name == "MaximumMessageSize")
        reader.read(queue.maximumMessageSize);
    else if (name == "MessageRetentionPeriod")
        reader.read(queue.messageRetentionPeriod);
    else if (name == "DelaySeconds")
        reader.read(queue.delaySeconds);
    else if (name == "PollingWaitSeconds")
        reader.read(queue.pollingWaitSeconds);
    else if (name == "LoggingEnabled")
        reader.read(queue.loggingEnabled);
    else if (name == "QueueType")
        readQueueType(reader, queue.type);
    else if (name == "DlqPolicy")
        readDlqPolicy(reader, queue.deadLetters);
    else
        reader.skip();
}

QueueElement readQueue(XmlReader &reader)
{
    QueueElement queue;
    while (reader.nextChild()) {
        const QByteArrayView name = reader.name();
        if (name == "QueueURL")
            reader.read(queue.url);
        else if (name == "QueueName")
            reader.read(queue.name);
        else if (name == "CreateTime")
            reader.read(queue.createTime);
        else if (name == "LastModifyTime")
            reader.read(queue.lastModifyTime);
        else if (name == "InactiveMessages")
            reader.read(queue.inactiveMessages);
        else if (name == "ActiveMessages")
            reader.read(queue.activeMessages);
        else if (name == "DelayMessages")
            reader.read(queue.delayMessages);
        else
            readSettingsChild(reader, queue);
    }
    return queue;
}

std::optional<std::chrono::seconds> toSeconds(std::optional<qint64> value)
{
    return value ? std::optional(std::chrono::seconds(*value)) : std::nullopt;
}

QueueSettingsPatch toSettings(const QueueElement &queue)
{
    QueueSettingsPatch patch;
    patch.delay = toSeconds(queue.delaySeconds);
    patch.maximumMessageSizeBytes = queue.maximumMessageSize;
    patch.retention = toSeconds(queue.messageRetentionPeriod);
    patch.visibilityTimeout = toSeconds(queue.visibilityTimeout);
    patch.pollingWait = toSeconds(queue.pollingWaitSeconds);
    patch.loggingEnabled = queue.loggingEnabled;
    patch.type = queue.type;
    patch.deadLetters = queue.deadLetters;
    return patch;
}

QueueAttributes toAttributes(const QueueElement &queue)
{
    QueueAttributes attributes;
    if (queue.name)
        attributes.name = *queue.name;
    else if (queue.url)
        attributes.name = queue.url->section(u'/', -1);
    attributes.settings = toSettings(queue).appliedTo({});
    attributes.counts.ready = queue.activeMessages.value_or(0);
    attributes.counts.leased = queue.inactiveMessages.value_or(0);
    attributes.counts.delayed = queue.delayMessages.value_or(0);
    attributes.createdAtS = queue.createTime.value_or(0);
    attributes.modifiedAtS = queue.lastModifyTime.value_or(0);
    return attributes;
}

void writeAttributeElements(XmlWriter &writer, const QueueAttributes &attributes)
{
    const QueueSettings &settings = attributes.settings;
    const QueueCounts &counts = attributes.counts;
    writer.text("QueueName", attributes.name);
    writer.number("CreateTime", attributes.createdAtS);
    writer.number("LastModifyTime", attributes.modifiedAtS);
    writer.number("VisibilityTimeout", settings.visibilityTimeout.count());
    writer.number("MaximumMessageSize", settings.maximumMessageSizeBytes);
    writer.number("MessageRetentionPeriod", settings.retention.count());
    writer.number("DelaySeconds", settings.delay.count());
    writer.number("PollingWaitSeconds", settings.pollingWait.count());
    writer.number("InactiveMessages", counts.leased);
    writer.number("ActiveMessages", counts.ready + counts.blocked);
    writer.number("DelayMessages", counts.delayed);
    writer.boolean("LoggingEnabled", settings.loggingEnabled);
    if (settings.isFifo())
        writer.text("QueueType", toWire(settings.type));
    if (!settings.deadLetters.targetQueue.isEmpty()) // last: some parsers trip over nested elements
        writeDlqPolicy(writer, settings.deadLetters);
}

} // namespace

Result<QueueSettingsPatch> parseQueueSettings(QByteArrayView document)
{
    if (XmlReader::isBlank(document))
        return QueueSettingsPatch{};
    XmlReader reader(document);
    QueueElement queue;
    if (reader.readRoot("Queue")) {
        while (reader.nextChild())
            readSettingsChild(reader, queue);
    }
    return reader.finish(toSettings(queue));
}

QByteArray writeQueueSettings(const QueueSettingsPatch &settings)
{
    XmlWriter writer("Queue");
    if (settings.visibilityTimeout)
        writer.number("VisibilityTimeout", settings.visibilityTimeout->count());
    if (settings.maximumMessageSizeBytes)
        writer.number("MaximumMessageSize", *settings.maximumMessageSizeBytes);
    if (settings.retention)
        writer.number("MessageRetentionPeriod", settings.retention->count());
    if (settings.delay)
        writer.number("DelaySeconds", settings.delay->count());
    if (settings.pollingWait)
        writer.number("PollingWaitSeconds", settings.pollingWait->count());
    if (settings.loggingEnabled)
        writer.boolean("LoggingEnabled", *settings.loggingEnabled);
    if (settings.type)
        writer.text("QueueType", toWire(*settings.type));
    if (settings.deadLetters)
        writeDlqPolicy(writer, *settings.deadLetters);
    return writer.finish();
}

QByteArray writeQueueAttributes(const QueueAttributes &attributes)
{
    XmlWriter writer("Queue");
    writeAttributeElements(writer, attributes);
    return writer.finish();
}

Result<QueueAttributes> parseQueueAttributes(QByteArrayView document)
{
    XmlReader reader(document, XmlReader::Origin::Reply);
    QueueAttributes attributes;
    if (reader.readRoot("Queue"))
        attributes = toAttributes(readQueue(reader));
    return reader.finish(std::move(attributes));
}

QByteArray writeQueueList(QByteArrayView baseUrl, const QueueList &list, bool withMeta)
{
    const qsizetype entryBytes = withMeta ? 768 : 128 + baseUrl.size();
    return writeList(
        kList, list.queues, list.nextMarker, withMeta, entryBytes,
        [&](const QueueAttributes &entry) { return queueUrl(baseUrl, entry.name); },
        writeAttributeElements);
}

Result<QueueList> parseQueueList(QByteArrayView document)
{
    return parseList(kList, document, &QueueList::queues,
                     [](XmlReader &reader) { return toAttributes(readQueue(reader)); });
}

QByteArray queueUrl(QByteArrayView baseUrl, const QString &name)
{
    return baseUrl.toByteArray() + "/queues/" + name.toUtf8();
}

} // namespace Signalbox
