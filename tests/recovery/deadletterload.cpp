// SPDX-License-Identifier: GPL-3.0-only
#include "deadletterload.h"

#include <QJsonDocument>

namespace Signalbox {

namespace {

constexpr int kLeaseS = 2;

QByteArray redriveOf(const QByteArray &queue)
{
    return "/signalbox/v1/queues/" + queue + "/redrive";
}

QByteArray toJson(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

qint64 movedIn(const QJsonObject &reply)
{
    return reply.value(QStringLiteral("moved")).toInteger();
}

} // namespace

const QByteArray &DeadLetterLoad::origin()
{
    static const QByteArray name = "recovery-origin";
    return name;
}

const QByteArray &DeadLetterLoad::deadLetters()
{
    static const QByteArray name = "recovery-dead";
    return name;
}

DeadLetterLoad::DeadLetterLoad(Ledger &ledger, quint32 seed)
    : Senders(ledger, kSenders, seed)
{
}

void DeadLetterLoad::next(Sender &sender)
{
    const int choice = random(1000);
    if (choice < 15 && m_secondsLeft >= kLeaseS)
        return advance(sender);
    if (choice < 45)
        return redrive(sender);
    if (choice < 60 && !m_steps.isEmpty())
        return undo(sender);
    if (choice < 250 && !isFull())
        return send(sender, origin(), 1, false);
    if (choice < 350 && !isFull())
        return send(sender, origin(), 1 + random(16), true);
    if (!sender.held.empty()) {
        if (choice < 430)
            return remove(sender);
        if (choice < 500)
            return removeBatch(sender);
        if (choice < 700)
            return changeVisibility(sender, 0);
    }
    const QByteArray &queue = random(8) == 0 ? deadLetters() : origin();
    if (choice % 4 == 0)
        return receive(sender, queue, 1, false);
    receive(sender, queue, 1 + random(16), true);
}

void DeadLetterLoad::setClock(qint64 nowMs, int secondsToMove)
{
    m_latestMs = qMax(m_latestMs, nowMs); // a step may have ended leases, and be lost itself
    m_secondsLeft = secondsToMove;
}

void DeadLetterLoad::received(const QByteArray &queue, const std::vector<ReceivedMessage> &messages)
{
    for (const ReceivedMessage &message : messages) {
        const Ledger::Serial serial = Ledger::serialOf(message.body);
        if (queue == origin() && message.dequeueCount > kMaxReceives)
            addBreach(QStringLiteral("Message %1 was received %2 times, and is no dead letter.")
                          .arg(serial)
                          .arg(message.dequeueCount));
        // An answer of before a step of the clock may be read behind one of after it.
        const Lease known = m_leases.value(serial);
        const bool isOlder = message.nextVisibleTimeMs + kLeaseS * 1000 <= known.endsMs;
        if (isOlder)
            continue;
        if (known.endsMs > m_latestMs)
            addBreach(QStringLiteral("Message %1 was given to two.").arg(serial));
        m_leases.insert(serial, {message.receiptHandle, message.nextVisibleTimeMs});
    }
}

void DeadLetterLoad::lettingGo(const Held &held)
{
    if (m_leases.value(held.serial).handle == held.handle)
        m_leases.remove(held.serial);
}

void DeadLetterLoad::advance(Sender &sender)
{
    m_secondsLeft -= kLeaseS;
    m_latestMs += kLeaseS * 1000;
    call(sender,
         {"POST", "/signalbox/v1/clock/advance", toJson({{QStringLiteral("ms"), kLeaseS * 1000}})},
         {200}, [](const auto &) {});
}

void DeadLetterLoad::redrive(Sender &sender)
{
    QJsonObject order;
    if (random(2) == 0)
        order.insert(QStringLiteral("to"), QString::fromLatin1(origin()));
    call(sender, {"POST", redriveOf(deadLetters()), toJson(order)}, {200},
         [this](const auto &reply) {
             const QJsonObject step = QJsonDocument::fromJson(reply.body).object();
             m_redriven += movedIn(step);
             if (movedIn(step) > 0)
                 m_steps.append(
                     {step.value(QStringLiteral("firstId")), step.value(QStringLiteral("lastId"))});
         });
}

void DeadLetterLoad::undo(Sender &sender)
{
    const Step step = m_steps.takeAt(random(int(m_steps.size())));
    const QByteArray range =
        toJson({{QStringLiteral("firstId"), step.first}, {QStringLiteral("lastId"), step.last}});
    call(sender, {"POST", redriveOf(deadLetters()) + "/undo", range}, {200},
         [this](const auto &reply) {
             m_undone += movedIn(QJsonDocument::fromJson(reply.body).object());
         });
}

QStringList DeadLetterLoad::breachesIn(const QList<QJsonObject> &origin,
                                       const QList<QJsonObject> &deadLetters)
{
    QStringList breaches;
    for (const QJsonObject &message : origin) {
        if (message.value(QStringLiteral("dequeueCount")).toInt() > kMaxReceives)
            breaches.append(QStringLiteral("A message was received too often and is no dead "
                                           "letter."));
    }
    for (const QJsonObject &message : deadLetters) {
        const QJsonObject was = message.value(QStringLiteral("deadLetter")).toObject();
        if (was.value(QStringLiteral("queue")).toString().toLatin1() != DeadLetterLoad::origin()
            || was.value(QStringLiteral("tries")).toInt() != kMaxReceives)
            breaches.append(QStringLiteral("A dead letter does not know where it was: %1")
                                .arg(QString::fromUtf8(toJson(was))));
    }
    return breaches;
}

} // namespace Signalbox
