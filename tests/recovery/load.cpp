// SPDX-License-Identifier: GPL-3.0-only
#include "load.h"

#include "daemonprocess.h"
#include "protocol/messagexml.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

namespace Signalbox {

namespace {

constexpr qsizetype kMaxMessages = 1500; // above, senders only take away

QByteArray messagesOf(const QByteArray &queue)
{
    return "/queues/" + queue + "/messages";
}

} // namespace

const QList<QByteArray> &Load::queues()
{
    static const QList<QByteArray> names{"recovery-a", "recovery-b", "recovery-c"};
    return names;
}

Load::Load(Ledger &ledger, quint32 seed)
    : m_ledger(ledger)
    , m_random(seed)
    , m_senders(kSenders)
{
}

Load::~Load() = default;

void Load::start(quint16 port)
{
    m_isStopped = false;
    for (Sender &sender : m_senders) {
        sender.client = std::make_unique<WireClient>(port, DaemonProcess::credentials());
        next(sender);
    }
}

bool Load::isIdle() const
{
    return std::none_of(m_senders.cbegin(), m_senders.cend(), [](const Sender &sender) {
        return sender.client && sender.client->isBusy();
    });
}

int Load::random(int below)
{
    return int(m_random() % std::mt19937::result_type(below));
}

QByteArray Load::anyQueue()
{
    return queues().at(random(int(queues().size())));
}

Load::Held Load::takeHeld(Sender &sender)
{
    const auto at = sender.held.begin() + random(int(sender.held.size()));
    Held held = std::move(*at);
    sender.held.erase(at);
    return held;
}

void Load::next(Sender &sender)
{
    if (m_isStopped)
        return;
    const int choice = random(1000);
    const bool isFull = m_ledger.size() > kMaxMessages;
    if (choice < 4)
        return purge(sender);
    if (choice < 14 && !m_trash.isEmpty())
        return restore(sender);
    if (choice < 300 && !isFull)
        return send(sender, 1, false);
    if (choice < 450 && !isFull)
        return send(sender, 1 + random(16), true);
    if (!sender.held.empty()) {
        if (choice < 600)
            return remove(sender);
        if (choice < 750)
            return removeBatch(sender);
        if (choice < 820)
            return changeVisibility(sender);
    }
    if (choice % 2 == 0)
        return receive(sender, 1, false);
    receive(sender, 1 + random(16), true);
}

void Load::call(Sender &sender, const WireClient::Call &call, Status expected,
                WireClient::Done done)
{
    const QByteArray what = call.method + ' ' + call.target;
    sender.client->call(
        call, [this, &sender, what, done, expected = QList<int>(expected)](const auto &reply) {
            if (reply.status == 0)
                return; // killed: this sender waits for the next start
            ++m_answers;
            if (!expected.contains(reply.status))
                m_breaches.append(QStringLiteral("%1 was answered %2: %3")
                                      .arg(QString::fromLatin1(what))
                                      .arg(reply.status)
                                      .arg(QString::fromUtf8(reply.body)));
            done(reply);
            // Not from within the answer: the client is still busy with it.
            QMetaObject::invokeMethod(
                this, [this, &sender] { next(sender); }, Qt::QueuedConnection);
        });
}

template <typename T>
T Load::read(const Result<T> &document, const WireClient::Reply &reply)
{
    if (document)
        return *document;
    m_breaches.append(QStringLiteral("Not understood (%1): %2")
                          .arg(reply.status)
                          .arg(QString::fromUtf8(reply.body)));
    return T();
}

void Load::send(Sender &sender, int count, bool batch)
{
    QList<Ledger::Serial> serials;
    std::vector<OutgoingMessage> messages;
    qsizetype bytes = 0;
    for (int i = 0; i < count; ++i) {
        OutgoingMessage message;
        serials.append(m_ledger.sending());
        message.body = Ledger::bodyOf(serials.last());
        message.priority = 1 + random(16);
        if (random(10) == 0)
            message.delay = std::chrono::seconds(random(3));
        bytes += message.body.size();
        messages.push_back(std::move(message));
        if (bytes > 30'000) // the next may not fit into a batch any more
            break;
    }
    const QByteArray body = batch ? writeSendBatch(messages) : writeSend(messages.front());
    call(sender, {"POST", messagesOf(anyQueue()), body}, {201}, [this, serials](const auto &reply) {
        if (reply.status != 201)
            return;
        for (const Ledger::Serial serial : serials)
            m_ledger.sent(serial);
    });
}

void Load::receive(Sender &sender, int count, bool batch)
{
    const QByteArray queue = anyQueue();
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
        for (const ReceivedMessage &message : messages) {
            const Ledger::Serial serial = Ledger::serialOf(message.body);
            if (!m_ledger.mayExist(serial))
                m_breaches.append(
                    QStringLiteral("Message %1 was given after it had been deleted.").arg(serial));
            sender.held.push_back({serial, queue, message.receiptHandle});
        }
    });
}

void Load::remove(Sender &sender)
{
    const Held held = takeHeld(sender);
    m_ledger.deleting(held.serial);
    call(sender, {"DELETE", messagesOf(held.queue) + "?ReceiptHandle=" + held.handle, {}},
         {204, 400, 404}, [this, held](const auto &reply) {
             if (reply.status == 204)
                 m_ledger.deleted(held.serial);
             else
                 m_ledger.deleteRefused(held.serial);
         });
}

void Load::removeBatch(Sender &sender)
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

void Load::changeVisibility(Sender &sender)
{
    const Held held = takeHeld(sender);
    const QByteArray target = messagesOf(held.queue) + "?ReceiptHandle=" + held.handle
        + "&VisibilityTimeout=" + QByteArray::number(random(4));
    call(sender, {"PUT", target, {}}, {200, 400, 404}, [this, &sender, held](const auto &reply) {
        if (reply.status == 200)
            sender.held.push_back({held.serial, held.queue,
                                   read(parseChangedVisibility(reply.body), reply).receiptHandle});
    });
}

void Load::purge(Sender &sender)
{
    call(sender, {"POST", "/signalbox/v1/queues/" + anyQueue() + "/purge", {}}, {200},
         [this](const auto &reply) {
             const QJsonObject entry = QJsonDocument::fromJson(reply.body).object();
             m_trash.append(entry.value(QStringLiteral("id")).toInteger());
         });
}

void Load::restore(Sender &sender)
{
    const qint64 entry = m_trash.takeAt(random(int(m_trash.size())));
    call(sender, {"POST", "/signalbox/v1/trash/" + QByteArray::number(entry) + "/restore", {}},
         {200, 404}, [](const auto &) {}); // 404: brought back after an earlier restart
}

} // namespace Signalbox
