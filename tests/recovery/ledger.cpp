// SPDX-License-Identifier: GPL-3.0-only
#include "ledger.h"

#include <QSet>

namespace Signalbox {

QByteArray Ledger::bodyOf(Serial serial)
{
    // Nine in ten stand in their row of the database, the others apart from it.
    const qint64 size = serial % 10 == 0 ? 3000 + serial * 7 % 20'000 : 8 + serial * 13 % 900;
    return QByteArray::number(serial) + ' ' + QByteArray(size, char('a' + serial % 26));
}

Ledger::Serial Ledger::serialOf(const QByteArray &body)
{
    const Serial serial = body.first(qMax<qsizetype>(body.indexOf(' '), 0)).toLongLong();
    return serial > 0 && body == bodyOf(serial) ? serial : 0;
}

Ledger::Serial Ledger::sending()
{
    m_messages.insert(++m_last, {});
    return m_last;
}

void Ledger::sent(Serial serial)
{
    m_messages[serial].isSent = true;
    ++m_sends;
}

void Ledger::deleting(Serial serial)
{
    if (const auto found = m_messages.find(serial); found != m_messages.end())
        ++found->openDeletes;
}

void Ledger::deleted(Serial serial)
{
    m_messages.remove(serial);
    ++m_deletes;
}

void Ledger::deleteRefused(Serial serial)
{
    if (const auto found = m_messages.find(serial); found != m_messages.end())
        --found->openDeletes;
}

bool Ledger::mustExist(Serial serial) const
{
    const auto found = m_messages.constFind(serial);
    return found != m_messages.cend() && found->isSent && found->openDeletes == 0;
}

QStringList Ledger::settle(const QList<Serial> &held)
{
    QStringList breaches;
    QSet<Serial> present;
    for (const Serial serial : held) {
        if (serial == 0)
            breaches.append(QStringLiteral("A body is damaged."));
        else if (present.contains(serial))
            breaches.append(QStringLiteral("Message %1 is there twice.").arg(serial));
        else if (!m_messages.contains(serial))
            breaches.append(
                QStringLiteral("Message %1 was deleted or lost before, and is back.").arg(serial));
        present.insert(serial);
    }
    for (auto message = m_messages.begin(); message != m_messages.end();) {
        const bool isThere = present.contains(message.key());
        const bool inDoubt = !message->isSent || message->openDeletes > 0;
        m_doubts += inDoubt ? 1 : 0;
        if (isThere) {
            *message = {true, 0};
            ++message;
            continue;
        }
        if (!inDoubt)
            breaches.append(
                QStringLiteral("Message %1 was acknowledged and is lost.").arg(message.key()));
        message = m_messages.erase(message);
    }
    return breaches;
}

} // namespace Signalbox
