// SPDX-License-Identifier: GPL-3.0-only
#include "console/liveage.h"

#include "console/brokerconnection.h"
#include "console/errortext.h"
#include "widgets/format.h"

#include <QCoreApplication>
#include <QDateTime>

#include <chrono>

namespace Signalbox {

using namespace std::chrono_literals;

namespace {

class AgeTexts
{
    Q_DECLARE_TR_FUNCTIONS(LiveAge)
};

constexpr int kStalePeriods = 3;

/// A feed that begins anew, after its panel was hidden, is given the time for its first answer.
bool isBeginning(const Feed &feed)
{
    return feed.isAsking() && !feed.error()
        && *feed.sinceAsked() <= feed.interval() * kStalePeriods;
}

QString reasonOf(const Feed &feed, const BrokerConnection &connection)
{
    if (connection.isPaused())
        return AgeTexts::tr("Live updates are paused.");
    return feed.error() ? errorText(*feed.error()) : AgeTexts::tr("The broker does not answer.");
}

} // namespace

LiveAge liveAge(const Feed &feed, const BrokerConnection &connection)
{
    const std::optional<std::chrono::milliseconds> age = feed.age();
    if (!age)
        return {};
    const QDateTime now = QDateTime::currentDateTime();
    const QString when = *age < 1min
        //: %1 is a time such as "3 s ago".
        ? AgeTexts::tr("Updated %1").arg(Format::ago(*age))
        //: %1 is a time of the day, of another day with its date.
        : AgeTexts::tr("Updated at %1").arg(Format::clock(now.addMSecs(-age->count()), now));
    if (*age <= feed.interval() * kStalePeriods || isBeginning(feed))
        return {when, false};
    //: %1 says when data was updated last, %2 is a sentence that says why not since.
    return {AgeTexts::tr("%1. %2").arg(when, reasonOf(feed, connection)), true};
}

} // namespace Signalbox
