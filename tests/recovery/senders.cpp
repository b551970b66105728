// SPDX-License-Identifier: GPL-3.0-only
#include "senders.h"

#include "daemonprocess.h"
#include "protocol/messagexml.h"

#include <QSet>

#include <algorithm>

namespace Signalbox {

namespace {

constexpr qsizetype kMaxMessages = 1500;

QByteArray messagesOf(const QByteArray &queue)
{
    return "/queues/" + queue + "/messages";
}

} // namespace

Senders::Senders(Ledger &ledger, int senders, quint32 seed)
    : m_ledger(ledger)
    , m_random(seed)
    , m_senders(size_t(senders))
{
    for (int number = 0; number < senders; ++number)
        m_senders[size_t(number)].number = number;
}

Senders::~Senders() = default;

void Senders::start(quint16 port)
{
    m_isStopped = false;
    for (Sender &sender : m_senders) {
        sender.client = std::make_unique<WireClient>(port, DaemonProcess::credentials());
        next(sender);
    }
}

bool Senders::isIdle() const
{
    return std::none_of(m_senders.cbegin(), m_senders.cend(), [](const Sender &sender) {
        return sender.client && sender.client->isBusy();
    });
}

void Senders::received(const QByteArray &, const std::vector<ReceivedMessage> &) { }

void Senders::lettingGo(const Held &) { }

int Senders::random(int below)
{
    return int(m_random() % std::mt19937::result_type(below));
}

bool Senders::isFull() const
{
    return m_ledger.size() > kMaxMessages;
}

Senders::Held Senders::takeHeld(Sender &sender)
{
    const auto at = sender.held.begin() + random(int(sender.held.size()));
    Held held = std::move(*at);
    sender.held.erase(at);
    return held;
}

void Senders::call(Sender &sender, const WireClient::Call &call, Status expected,
                   WireClient::Done done)
{
    const QByteArray what = call.method + ' ' + call.target;
    sender.client->call(
        call, [this, &sender, what, done, expected = QList<int>(expected)](const auto &reply) {
            if (reply.status == 0)
                return; // killed: this sender waits for the next start
            ++m_answers;
            if (!expected.contains(reply.status))
                addBreach(QStringLiteral("%1 was answered %2: %3")
                              .arg(QString::fromLatin1(what))
                              .arg(reply.status)
                              .arg(QString::fromUtf8(reply.body)));
            done(reply);
            // Not from within the answer: the client is still busy with it.
            QMetaObject::invokeMethod(
                this,
                [this, &sender] {
                    if (!m_isStopped)
                        next(sender);
                },
                Qt::QueuedConnection);
        });
}

template <typename T>
T Senders::read(const Result<T> &document, const WireClient::Reply &reply)
{
    if (document)
        return *document;
    addBreach(QStringLiteral("Not understood (%1): %2")
                  .arg(reply.status)
                  .arg(QString::fromUtf8(reply.body)));
    return T();
}

void Senders::send(Sender &sender, const QByteArray &queue, int count, bool batch,
                   const Furnish &furnish)
{
    QList<Ledger::Serial> serials;
    std::vector<OutgoingMessage> messages;
    qsizetype bytes = 0;
    for (int i = 0; i < count; ++i) {
        OutgoingMessage message;
        serials.append(m_ledger.sending());
        message.body = Ledger::bodyOf(serials.last());
        if (furnish)
            furnish(serials.last(), message);
        bytes += message.body.size();
        messages.push_back(std::move(message));
        if (bytes > 30'000) // the next may not fit into a batch any more
            break;
    }
    const QByteArray body = batch ? writeSendBatch(messages) : writeSend(messages.front());
    call(sender, {"POST", messagesOf(queue), body}, {201}, [this, serials](const auto &reply) {
        if (reply.status != 201)
            return;
        for (const Ledger::Serial serial : serials)
            m_ledger.sent(serial);
    });
}

void Senders::receive(Sender &sender, const QByteArray &queue, int count, bool batch)
{
    QByteArray target = messagesOf(queue) + "?waitseconds=0";
    if (batch)
        target += "&numOfMessages=" + QByteArray::number(count);
    call(sender, {"GET", target, {}}, {200, 404}, [this, &sender, queue, batch](const auto &reply) {
        if (reply.status != 200)
            return;
        std::vector<ReceivedMessage> messages;
        if (batch)
            messages = read(parseReceivedBatch(reply.body), reply);
        else
            messages.push_back(read(parseReceived(reply.body), reply));
        received(queue, messages);
        for (const ReceivedMessage &message : messages) {
            const Ledger::Serial serial = Ledger::serialOf(message.body);
            if (!m_ledger.mayExist(serial))
                addBreach(
                    QStringLiteral("Message %1 was given after it had been deleted.").arg(serial));
            sender.held.push_back({serial, queue, message.receiptHandle});
        }
    });
}

void Senders::remove(Sender &sender)
{
    const Held held = takeHeld(sender);
    lettingGo(held);
    m_ledger.deleting(held.serial);
    call(sender, {"DELETE", messagesOf(held.queue) + "?ReceiptHandle=" + held.handle, {}},
         {204, 400, 404}, [this, held](const auto &reply) {
             if (reply.status == 204)
                 m_ledger.deleted(held.serial);
             else
                 m_ledger.deleteRefused(held.serial);
         });
}

void Senders::removeBatch(Sender &sender)
{
    std::vector<Held> batch{takeHeld(sender)};
    for (auto held = sender.held.begin(); held != sender.held.end() && batch.size() < 16;) {
        if (held->queue != batch.front().queue) {
            ++held;
            continue;
        }
        batch.push_back(*held);
        held = sender.held.erase(held);
    }
    std::vector<QByteArray> handles;
    for (const Held &held : batch) {
        handles.push_back(held.handle);
        lettingGo(held);
        m_ledger.deleting(held.serial);
    }
    call(sender, {"DELETE", messagesOf(batch.front().queue), writeReceiptHandles(handles)},
         {204, 404}, [this, batch](const auto &reply) {
             QSet<QByteArray> refused;
             if (reply.status != 204) {
                 for (const FailedHandle &handle : read(parseFailedHandles(reply.body), reply))
                     refused.insert(handle.receiptHandle);
             }
             const bool understood = reply.status == 204 || !refused.isEmpty();
             for (const Held &held : batch) {
                 if (!understood || refused.contains(held.handle))
                     m_ledger.deleteRefused(held.serial);
                 else
                     m_ledger.deleted(held.serial);
             }
         });
}

void Senders::changeVisibility(Sender &sender, int timeoutS)
{
    const Held held = takeHeld(sender);
    lettingGo(held);
    const QByteArray target = messagesOf(held.queue) + "?ReceiptHandle=" + held.handle
        + "&VisibilityTimeout=" + QByteArray::number(timeoutS);
    call(sender, {"PUT", target, {}}, {200, 400, 404}, [this, &sender, held](const auto &reply) {
        if (reply.status == 200)
            sender.held.push_back({held.serial, held.queue,
                                   read(parseChangedVisibility(reply.body), reply).receiptHandle});
    });
}

} // namespace Signalbox
