// SPDX-License-Identifier: GPL-3.0-only
// The part of messagexml.h that receivers use.
#include "protocol/entryerrorxml.h"
#include "protocol/messagexml.h"
#include "protocol/propertyxml.h"

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMarkupBytes = 512; ///< One received message without its body and properties.

qsizetype receivedBytes(const ReceivedMessage &message)
{
    return message.body.size() + propertyBytes(message.userProperties)
        + propertyBytes(message.systemProperties) + kMarkupBytes;
}

void writeReceivedElements(XmlWriter &writer, const ReceivedMessage &message)
{
    writer.text("MessageId", message.messageId);
    writer.text("MessageBodyMD5", message.bodyMd5);
    writer.text("MessageBody", message.body);
    writer.text("ReceiptHandle", message.receiptHandle);
    writer.number("EnqueueTime", message.enqueueTimeMs);
    writer.number("FirstDequeueTime", message.firstDequeueTimeMs);
    if (!message.receiptHandle.isEmpty())
        writer.number("NextVisibleTime", message.nextVisibleTimeMs);
    writer.number("DequeueCount", message.dequeueCount);
    writer.number("Priority", message.priority);
    writer.text("MessageGroupId", message.groupId);
    writeProperties(writer, message.systemProperties, message.userProperties);
}

ReceivedMessage readReceived(XmlReader &reader)
{
    std::optional<QByteArray> messageId;
    std::optional<QByteArray> bodyMd5;
    std::optional<QByteArray> body;
    std::optional<QByteArray> receiptHandle;
    std::optional<qint64> enqueueTime;
    std::optional<qint64> firstDequeueTime;
    std::optional<qint64> nextVisibleTime;
    std::optional<int> dequeueCount;
    std::optional<int> priority;
    std::optional<QString> groupId;
    ReceivedMessage message;
    while (reader.nextChild()) {
        const QByteArrayView name = reader.name();
        if (name == "MessageId")
            reader.read(messageId);
        else if (name == "MessageBodyMD5")
            reader.read(bodyMd5);
        else if (name == "MessageBody")
            reader.read(body);
        else if (name == "ReceiptHandle")
            reader.read(receiptHandle);
        else if (name == "EnqueueTime")
            reader.read(enqueueTime);
        else if (name == "FirstDequeueTime")
            reader.read(firstDequeueTime);
        else if (name == "NextVisibleTime")
            reader.read(nextVisibleTime);
        else if (name == "DequeueCount")
            reader.read(dequeueCount);
        else if (name == "Priority")
            reader.read(priority);
        else if (name == "MessageGroupId")
            reader.read(groupId);
        else if (name == "UserProperties")
            readProperties(reader, message.userProperties);
        else if (name == "SystemProperties")
            readProperties(reader, message.systemProperties);
        else
            reader.skip();
    }
    if (!messageId)
        reader.refuse(u"MessageId is missing."_s);
    message.messageId = messageId.value_or(QByteArray());
    message.bodyMd5 = bodyMd5.value_or(QByteArray());
    message.body = body.value_or(QByteArray());
    message.receiptHandle = receiptHandle.value_or(QByteArray());
    message.enqueueTimeMs = enqueueTime.value_or(0);
    message.firstDequeueTimeMs = firstDequeueTime.value_or(message.enqueueTimeMs);
    message.nextVisibleTimeMs = nextVisibleTime.value_or(0);
    message.dequeueCount = dequeueCount.value_or(0);
    message.priority = priority.value_or(Limits::kDefaultPriority);
    message.groupId = groupId.value_or(QString());
    return message;
}

FailedHandle readFailedHandle(XmlReader &reader)
{
    std::optional<QByteArray> code;
    std::optional<QString> message;
    std::optional<QByteArray> handle;
    while (reader.nextChild()) {
        if (reader.name() == "ErrorCode")
            reader.read(code);
        else if (reader.name() == "ErrorMessage")
            reader.read(message);
        else if (reader.name() == "ReceiptHandle")
            reader.read(handle);
        else
            reader.skip();
    }
    if (!code || !handle)
        reader.refuse(u"A failed handle needs an ErrorCode and a ReceiptHandle."_s);
    return {handle.value_or(QByteArray()), entryError(code.value_or(QByteArray()), message)};
}

} // namespace

QByteArray writeReceived(const ReceivedMessage &message)
{
    XmlWriter writer("Message", receivedBytes(message));
    writeReceivedElements(writer, message);
    return writer.finish();
}

QByteArray writeReceivedBatch(const std::vector<ReceivedMessage> &messages)
{
    qsizetype bytes = 0;
    for (const ReceivedMessage &message : messages)
        bytes += receivedBytes(message);
    XmlWriter writer("Messages", bytes);
    for (const ReceivedMessage &message : messages) {
        writer.open("Message");
        writeReceivedElements(writer, message);
        writer.close();
    }
    return writer.finish();
}

Result<ReceivedMessage> parseReceived(QByteArrayView document)
{
    XmlReader reader(document, XmlReader::Origin::Reply);
    ReceivedMessage message;
    if (reader.readRoot("Message"))
        message = readReceived(reader);
    return reader.finish(std::move(message));
}

Result<std::vector<ReceivedMessage>> parseReceivedBatch(QByteArrayView document)
{
    XmlReader reader(document, XmlReader::Origin::Reply);
    std::vector<ReceivedMessage> messages;
    if (reader.readRoot("Messages"))
        reader.eachChild("Message", [&] { messages.push_back(readReceived(reader)); });
    return reader.finish(std::move(messages));
}

Result<std::vector<QByteArray>> parseReceiptHandles(QByteArrayView document)
{
    XmlReader reader(document);
    std::vector<QByteArray> handles;
    if (reader.readRoot("ReceiptHandles")) {
        reader.eachChild("ReceiptHandle", [&] {
            std::optional<QByteArray> handle;
            reader.read(handle);
            if (handle && handles.size() < Limits::kMaxBatch)
                handles.push_back(*std::move(handle));
            else if (handle)
                reader.refuse(
                    u"ReceiptHandles must hold at most %1 ReceiptHandle."_s.arg(Limits::kMaxBatch));
            else
                reader.refuse(u"A ReceiptHandle must not be empty."_s);
        });
        if (handles.empty())
            reader.refuse(u"ReceiptHandles must hold at least one ReceiptHandle."_s);
    }
    return reader.finish(std::move(handles));
}

QByteArray writeReceiptHandles(const std::vector<QByteArray> &handles)
{
    XmlWriter writer("ReceiptHandles");
    for (const QByteArray &handle : handles)
        writer.text("ReceiptHandle", handle);
    return writer.finish();
}

QByteArray writeFailedHandles(const std::vector<FailedHandle> &failed)
{
    XmlWriter writer("Errors");
    for (const FailedHandle &entry : failed) {
        writer.open("Error");
        writeEntryError(writer, entry.error);
        writer.text("ReceiptHandle", entry.receiptHandle);
        writer.close();
    }
    return writer.finish();
}

Result<std::vector<FailedHandle>> parseFailedHandles(QByteArrayView document)
{
    XmlReader reader(document, XmlReader::Origin::Reply);
    std::vector<FailedHandle> failed;
    if (reader.readRoot("Errors"))
        reader.eachChild("Error", [&] { failed.push_back(readFailedHandle(reader)); });
    return reader.finish(std::move(failed));
}

QByteArray writeChangedVisibility(const ChangedVisibility &changed)
{
    XmlWriter writer("ChangeVisibility");
    writer.text("ReceiptHandle", changed.receiptHandle);
    writer.number("NextVisibleTime", changed.nextVisibleTimeMs);
    return writer.finish();
}

Result<ChangedVisibility> parseChangedVisibility(QByteArrayView document)
{
    XmlReader reader(document, XmlReader::Origin::Reply);
    std::optional<QByteArray> handle;
    std::optional<qint64> nextVisibleTime;
    if (reader.readRoot("ChangeVisibility")) {
        while (reader.nextChild()) {
            if (reader.name() == "ReceiptHandle")
                reader.read(handle);
            else if (reader.name() == "NextVisibleTime")
                reader.read(nextVisibleTime);
            else
                reader.skip();
        }
        if (!handle)
            reader.refuse(u"ReceiptHandle is missing."_s);
    }
    return reader.finish(
        ChangedVisibility{handle.value_or(QByteArray()), nextVisibleTime.value_or(0)});
}

} // namespace Signalbox
