// SPDX-License-Identifier: GPL-3.0-only
#include "fifoload.h"

#include "protocol/messagexml.h"

namespace Signalbox {

namespace {

const QByteArray kMessages = "/queues/" + FifoLoad::queue() + "/messages";

} // namespace

const QByteArray &FifoLoad::queue()
{
    static const QByteArray name = "recovery-fifo";
    return name;
}

FifoLoad::FifoLoad(Ledger &ledger, quint32 seed)
    : Senders(ledger, kSenders, seed)
    , m_order(ledger)
{
}

void FifoLoad::next(Sender &sender)
{
    const int choice = random(1000);
    if (choice < 200 && !isFull())
        return sendToGroups(sender, 1, false);
    if (choice < 300 && !isFull())
        return sendToGroups(sender, 1 + random(16), true);
    if (!sender.held.empty()) {
        if (choice < 500)
            return remove(sender);
        if (choice < 750)
            return removeBatch(sender);
        if (choice < 820)
            return changeVisibility(sender, 0);
    }
    if (choice % 2 == 0)
        return receive(sender, queue(), 1, false);
    receive(sender, queue(), 1 + random(16), true);
}

void FifoLoad::sendToGroups(Sender &sender, int count, bool batch)
{
    send(sender, queue(), count, batch,
         [this, &sender](Ledger::Serial serial, OutgoingMessage &message) {
             message.groupId =
                 QStringLiteral("%1-%2").arg(sender.number).arg(random(kGroupsPerSender));
             message.priority = 1 + random(16);
             m_order.sending(serial, message.groupId);
         });
}

void FifoLoad::received(const QByteArray &, const std::vector<ReceivedMessage> &messages)
{
    for (const QString &breach : m_order.received(messages))
        addBreach(breach);
}

void FifoLoad::lettingGo(const Held &held)
{
    m_order.lettingGo(held.serial, held.handle);
}

std::vector<ReceivedMessage> FifoLoad::receiveBatch(WireClient &client, QStringList &breaches)
{
    const WireClient::Reply reply =
        client.callAndWait({"GET", kMessages + "?waitseconds=0&numOfMessages=16", {}});
    if (reply.status == 404)
        return {};
    const Result<std::vector<ReceivedMessage>> messages = parseReceivedBatch(reply.body);
    if (!messages) {
        breaches.append(QStringLiteral("A receive was answered %1: %2")
                            .arg(reply.status)
                            .arg(QString::fromUtf8(reply.body)));
        return {};
    }
    breaches += m_order.received(*messages);
    return *messages;
}

QStringList FifoLoad::receiveAll(WireClient &client)
{
    QStringList breaches;
    while (!receiveBatch(client, breaches).empty()) { }
    return breaches;
}

QStringList FifoLoad::drain(WireClient &client)
{
    QStringList breaches;
    while (true) {
        std::vector<std::vector<ReceivedMessage>> batches; // all that can be had at once
        while (true) {
            std::vector<ReceivedMessage> batch = receiveBatch(client, breaches);
            if (batch.empty())
                break;
            batches.push_back(std::move(batch));
        }
        if (batches.empty() || !breaches.isEmpty())
            return breaches;
        for (const std::vector<ReceivedMessage> &batch : batches)
            removeAll(client, batch, breaches);
    }
}

void FifoLoad::removeAll(WireClient &client, const std::vector<ReceivedMessage> &messages,
                         QStringList &breaches)
{
    std::vector<QByteArray> handles;
    for (const ReceivedMessage &message : messages) {
        const Ledger::Serial serial = Ledger::serialOf(message.body);
        handles.push_back(message.receiptHandle);
        m_order.lettingGo(serial, message.receiptHandle);
        ledger().deleting(serial);
    }
    const WireClient::Reply reply =
        client.callAndWait({"DELETE", kMessages, writeReceiptHandles(handles)});
    if (reply.status != 204) {
        breaches.append(QStringLiteral("A delete was answered %1: %2")
                            .arg(reply.status)
                            .arg(QString::fromUtf8(reply.body)));
        return;
    }
    for (const ReceivedMessage &message : messages)
        ledger().deleted(Ledger::serialOf(message.body));
}

} // namespace Signalbox
