// SPDX-License-Identifier: GPL-3.0-only
#include "grouporder.h"

#include <algorithm>
#include <map>

namespace Signalbox {

namespace {

using Serial = Ledger::Serial;

/// The messages of one group as a page has them, oldest first.
struct Listed
{
    std::vector<Serial> serials;
    QStringList states;
    std::vector<Serial> free; ///< Those that are not leased.
};

QString breach(const QString &group, const QString &what)
{
    return QStringLiteral("Group %1: %2").arg(group, what);
}

bool isInOrder(const std::vector<Serial> &serials)
{
    return std::adjacent_find(serials.cbegin(), serials.cend(), std::greater_equal<>())
        == serials.cend();
}

/// Only the first is ready, and none while some are in flight: else the group is stuck, or is given
/// to two.
bool areStatesRight(const QStringList &states)
{
    const bool isHeld = states.contains(QStringLiteral("leased"));
    for (qsizetype i = 0; i < states.size(); ++i) {
        const bool mayBeGiven = i == 0 && !isHeld;
        const QString expected = mayBeGiven ? QStringLiteral("ready") : QStringLiteral("blocked");
        if (states.at(i) != expected && states.at(i) != QLatin1String("leased"))
            return false;
    }
    return true;
}

} // namespace

GroupOrder::GroupOrder(const Ledger &ledger)
    : m_ledger(ledger)
{
}

void GroupOrder::sending(Serial serial, const QString &group)
{
    m_groups[group].insert(serial);
}

QStringList GroupOrder::received(const std::vector<ReceivedMessage> &messages)
{
    std::map<QString, std::vector<Serial>> given;
    for (const ReceivedMessage &message : messages)
        given[message.groupId].push_back(Ledger::serialOf(message.body));
    QStringList breaches;
    for (const auto &[group, serials] : given)
        lookAtAnswer(group, serials, breaches);
    for (const ReceivedMessage &message : messages)
        m_handles.insert(Ledger::serialOf(message.body), message.receiptHandle);
    return breaches;
}

void GroupOrder::lookAtAnswer(const QString &group, const std::vector<Serial> &given,
                              QStringList &breaches)
{
    lookForStrangers(group, given, breaches);
    if (!isInOrder(given))
        breaches.append(breach(group, QStringLiteral("a batch is out of order.")));
    std::set<Serial> &members = m_groups[group];
    for (auto member = members.begin(); member != members.end();) {
        if (!m_ledger.mayExist(*member)) {
            member = members.erase(member);
            continue;
        }
        const bool isGiven = std::find(given.cbegin(), given.cend(), *member) != given.cend();
        if (m_handles.contains(*member))
            breaches.append(
                breach(group, QStringLiteral("given to two: %1 is held already.").arg(*member)));
        else if (!isGiven && *member < given.back() && m_ledger.mustExist(*member))
            breaches.append(
                breach(group, QStringLiteral("%1 overtook %2.").arg(given.back()).arg(*member)));
        ++member;
    }
}

void GroupOrder::lettingGo(Serial serial, const QByteArray &handle)
{
    if (m_handles.value(serial) == handle)
        m_handles.remove(serial);
}

QStringList GroupOrder::breachesIn(const QList<QJsonObject> &messages) const
{
    std::map<QString, Listed> groups;
    for (const QJsonObject &message : messages) {
        Listed &listed = groups[message.value(QStringLiteral("messageGroupId")).toString()];
        const QString state = message.value(QStringLiteral("state")).toString();
        const Serial serial =
            Ledger::serialOf(message.value(QStringLiteral("body")).toString().toUtf8());
        listed.serials.push_back(serial);
        listed.states.append(state);
        if (state != QLatin1String("leased"))
            listed.free.push_back(serial);
    }
    QStringList breaches;
    for (const auto &[group, listed] : groups) {
        lookForStrangers(group, listed.serials, breaches);
        for (const Serial serial : listed.free) {
            if (m_handles.contains(serial))
                breaches.append(
                    breach(group, QStringLiteral("the lease of %1 is lost.").arg(serial)));
        }
        if (!isInOrder(listed.serials))
            breaches.append(breach(group, QStringLiteral("it is out of order.")));
        if (!areStatesRight(listed.states))
            breaches.append(breach(
                group,
                QStringLiteral("its states are %1.").arg(listed.states.join(QLatin1Char(' ')))));
    }
    return breaches;
}

void GroupOrder::lookForStrangers(const QString &group, const std::vector<Serial> &serials,
                                  QStringList &breaches) const
{
    const std::set<Serial> members = m_groups.value(group);
    for (const Serial serial : serials) {
        if (members.count(serial) == 0)
            breaches.append(breach(group, QStringLiteral("message %1 is not of it.").arg(serial)));
    }
}

} // namespace Signalbox
