// SPDX-License-Identifier: GPL-3.0-only
// The part of messagexml.h that senders use.
#include "protocol/entryerrorxml.h"
#include "protocol/messagexml.h"
#include "protocol/propertyxml.h"

#include <algorithm>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kSentBytes = 256; ///< One entry of a batch reply.

OutgoingMessage readOutgoing(XmlReader &reader)
{
    OutgoingMessage message;
    std::optional<QByteArray> body;
    std::optional<qint64> delaySeconds;
    std::optional<int> priority;
    std::optional<QString> groupId;
    while (reader.nextChild()) {
        const QByteArrayView name = reader.name();
        if (name == "MessageBody")
            reader.read(body);
        else if (name == "DelaySeconds")
            reader.read(delaySeconds);
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
    if (!body) {
        reader.refuse(u"MessageBody is missing or empty."_s);
        return message;
    }
    message.body = *std::move(body);
    if (delaySeconds)
        message.delay = std::chrono::seconds(*delaySeconds);
    if (priority && *priority != 0) // The Go SDK sends 0 for "not set".
        message.priority = *priority;
    message.groupId = groupId.value_or(QString());
    return message;
}

void writeOutgoing(XmlWriter &writer, const OutgoingMessage &message)
{
    writer.text("MessageBody", message.body);
    if (message.delay)
        writer.number("DelaySeconds", message.delay->count());
    writer.number("Priority", message.priority);
    writer.text("MessageGroupId", message.groupId);
    writeProperties(writer, message.systemProperties, message.userProperties);
}

qsizetype outgoingBytes(const OutgoingMessage &message)
{
    constexpr qsizetype kMarkupBytes = 160;
    return message.body.size() + propertyBytes(message.userProperties)
        + propertyBytes(message.systemProperties) + kMarkupBytes;
}

SentMessage readSent(XmlReader &reader, std::optional<Error> *failure)
{
    std::optional<QByteArray> messageId;
    std::optional<QByteArray> bodyMd5;
    std::optional<QByteArray> receiptHandle;
    std::optional<QString> groupId;
    std::optional<QByteArray> errorCode;
    std::optional<QString> errorMessage;
    while (reader.nextChild()) {
        const QByteArrayView name = reader.name();
        if (name == "MessageId")
            reader.read(messageId);
        else if (name == "MessageBodyMD5")
            reader.read(bodyMd5);
        else if (name == "ReceiptHandle")
            reader.read(receiptHandle);
        else if (name == "MessageGroupId")
            reader.read(groupId);
        else if (name == "ErrorCode" && failure)
            reader.read(errorCode);
        else if (name == "ErrorMessage" && failure)
            reader.read(errorMessage);
        else
            reader.skip();
    }
    if (errorCode) {
        *failure = entryError(*errorCode, errorMessage);
        return {};
    }
    if (!messageId)
        reader.refuse(u"MessageId is missing."_s);
    return {messageId.value_or(QByteArray()), bodyMd5.value_or(QByteArray()),
            receiptHandle.value_or(QByteArray()), groupId.value_or(QString())};
}

} // namespace

Result<SendRequest> parseSend(QByteArrayView document)
{
    XmlReader reader(document);
    SendRequest request;
    if (!reader.readRoot())
        return reader.finish(std::move(request));
    if (reader.name() == "Message") {
        request.messages.push_back(readOutgoing(reader));
    } else if (reader.name() == "Messages") {
        request.batch = true;
        reader.eachChild("Message", [&] {
            if (request.messages.size() < Limits::kMaxBatch)
                request.messages.push_back(readOutgoing(reader));
            else
                reader.refuse(u"Messages must hold at most %1 Message."_s.arg(Limits::kMaxBatch));
        });
        if (request.messages.empty())
            reader.refuse(u"Messages must hold at least one Message."_s);
    } else {
        reader.refuse(u"The root element must be Message or Messages."_s);
    }
    return reader.finish(std::move(request));
}

QByteArray writeSend(const OutgoingMessage &message)
{
    XmlWriter writer("Message", outgoingBytes(message));
    writeOutgoing(writer, message);
    return writer.finish();
}

QByteArray writeSendBatch(const std::vector<OutgoingMessage> &messages)
{
    qsizetype bytes = 0;
    for (const OutgoingMessage &message : messages)
        bytes += outgoingBytes(message);
    XmlWriter writer("Messages", bytes);
    for (const OutgoingMessage &message : messages) {
        writer.open("Message");
        writeOutgoing(writer, message);
        writer.close();
    }
    return writer.finish();
}

QByteArray writeSent(const SentMessage &message)
{
    XmlWriter writer("Message");
    writer.text("MessageId", message.messageId);
    writer.text("MessageBodyMD5", message.bodyMd5);
    writer.text("ReceiptHandle", message.receiptHandle);
    writer.text("MessageGroupId", message.groupId);
    return writer.finish();
}

QByteArray writeSentBatch(const SentBatch &entries)
{
    const bool partial = !std::all_of(entries.begin(), entries.end(),
                                      [](const Result<SentMessage> &entry) { return entry.ok(); });
    XmlWriter writer("Messages", static_cast<qsizetype>(entries.size()) * kSentBytes);
    for (const Result<SentMessage> &entry : entries) {
        writer.open("Message");
        if (!entry) {
            writeEntryError(writer, entry.error());
        } else {
            writer.text("MessageId", entry->messageId);
            writer.text("MessageBodyMD5", entry->bodyMd5);
            if (!partial) {
                writer.text("ReceiptHandle", entry->receiptHandle);
                writer.text("MessageGroupId", entry->groupId);
            }
        }
        writer.close();
    }
    return writer.finish();
}

Result<SentMessage> parseSent(QByteArrayView document)
{
    XmlReader reader(document, XmlReader::Origin::Reply);
    SentMessage message;
    if (reader.readRoot("Message"))
        message = readSent(reader, nullptr);
    return reader.finish(std::move(message));
}

Result<SentBatch> parseSentBatch(QByteArrayView document)
{
    XmlReader reader(document, XmlReader::Origin::Reply);
    SentBatch entries;
    if (reader.readRoot("Messages")) {
        reader.eachChild("Message", [&] {
            std::optional<Error> failure;
            SentMessage message = readSent(reader, &failure);
            if (failure)
                entries.emplace_back(*std::move(failure));
            else
                entries.emplace_back(std::move(message));
        });
    }
    return reader.finish(std::move(entries));
}

} // namespace Signalbox
