// SPDX-License-Identifier: GPL-3.0-only
#include "load.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace Signalbox {

const QList<QByteArray> &Load::queues()
{
    static const QList<QByteArray> names{"recovery-a", "recovery-b", "recovery-c"};
    return names;
}

Load::Load(Ledger &ledger, quint32 seed)
    : Senders(ledger, kSenders, seed)
{
}

QByteArray Load::anyQueue()
{
    return queues().at(random(int(queues().size())));
}

void Load::next(Sender &sender)
{
    const int choice = random(1000);
    if (choice < 4)
        return purge(sender);
    if (choice < 14 && !m_trash.isEmpty())
        return restore(sender);
    if (choice < 300 && !isFull())
        return sendAnywhere(sender, 1, false);
    if (choice < 450 && !isFull())
        return sendAnywhere(sender, 1 + random(16), true);
    if (!sender.held.empty()) {
        if (choice < 600)
            return remove(sender);
        if (choice < 750)
            return removeBatch(sender);
        if (choice < 820)
            return changeVisibility(sender, random(4));
    }
    if (choice % 2 == 0)
        return receive(sender, anyQueue(), 1, false);
    receive(sender, anyQueue(), 1 + random(16), true);
}

void Load::sendAnywhere(Sender &sender, int count, bool batch)
{
    send(sender, anyQueue(), count, batch, [this](Ledger::Serial, OutgoingMessage &message) {
        message.priority = 1 + random(16);
        if (random(10) == 0)
            message.delay = std::chrono::seconds(random(3));
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
