// SPDX-License-Identifier: GPL-3.0-only
#include "console/brokerbanner.h"

#include "console/brokerconnection.h"
#include "console/errortext.h"
#include "widgets/banner.h"
#include "widgets/format.h"
#include "widgets/metrics.h"

#include <QDateTime>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace Signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

BrokerBanner::BrokerBanner(QWidget *parent)
    : QWidget(parent)
    , m_banner(new Banner(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, Metrics::kSpaceMd);
    column->addWidget(m_banner);
    connect(m_banner, &Banner::actionTriggered, this, [this] {
        if (m_action == Action::Retry)
            emit retryRequested();
        else if (m_action == Action::Edit)
            emit editRequested();
        else if (m_action == Action::RunClock)
            emit clockRunRequested();
    });
    hide();
}

std::optional<BannerMessage> BrokerBanner::connectionTrouble(BrokerConnection &connection,
                                                             const QString &name, bool isAdded)
{
    const QString since = Format::minute(QDateTime::fromMSecsSinceEpoch(connection.lostSinceMs()),
                                         QDateTime::currentDateTime());
    const auto next = std::max<std::chrono::milliseconds>(connection.status().untilNext(), 1s);
    const QString again = connection.status().isAsking()
        ? tr("Retrying now. What you see is old.")
        //: %1 is a duration such as "8 s".
        : tr("Retrying in %1. What you see is old.").arg(Format::age(next));
    switch (connection.trouble()) {
    case BrokerConnection::Trouble::None:
        return std::nullopt;
    case BrokerConnection::Trouble::NoAnswer:
        m_action = Action::Retry;
        return BannerMessage{Tone::Danger,
                             //: %1 is the name of a connection, %2 a time of the day.
                             isAdded ? tr("%1 does not answer since %2").arg(name, since)
                                     : tr("The broker does not answer since %1").arg(since),
                             again, tr("Retry now")};
    case BrokerConnection::Trouble::Refused:
        m_action = isAdded ? Action::Edit : Action::Retry;
        return BannerMessage{Tone::Danger, tr("%1 refuses the access key").arg(name),
                             errorText(*connection.status().error()),
                             isAdded ? tr("Edit connection…") : tr("Retry now")};
    case BrokerConnection::Trouble::NotOffered:
        m_action = isAdded ? Action::Edit : Action::Retry;
        return BannerMessage{Tone::Warn, tr("%1 is no Signalbox broker").arg(name),
                             tr("It offers no admin API, which the console needs to browse."),
                             isAdded ? tr("Edit connection…") : tr("Retry now")};
    }
    return std::nullopt;
}

void BrokerBanner::showState(BrokerConnection *connection, const QString &name, bool isAdded)
{
    BannerMessage message;
    m_action = Action::None;
    const std::optional<Admin::Status> &status =
        connection ? connection->status().status() : std::optional<Admin::Status>();
    if (connection && connection->trouble() != BrokerConnection::Trouble::None) {
        message = *connectionTrouble(*connection, name, isAdded);
    } else if (status && status->writesStopped) {
        message = {Tone::Danger,
                   tr("The disk is full"),
                   tr("Messages can be browsed; send, receive and delete resume by themselves when "
                      "there is room."),
                   {},
                   {}};
        if (!status->reason.contains("full"_L1, Qt::CaseInsensitive)
            && !status->reason.contains("space"_L1, Qt::CaseInsensitive)) {
            message.title = tr("Writes are stopped");
            message.detail = tr("The broker could not write to its file. It tries again by itself; "
                                "meanwhile messages "
                                "can be browsed.");
        }
    } else if (status && status->clock.frozen) {
        m_action = Action::RunClock;
        const QString time = Format::clock(QDateTime::fromMSecsSinceEpoch(status->clock.nowMs),
                                           QDateTime::currentDateTime());
        message = {Tone::Warn, tr("The clock is frozen at %1").arg(time),
                   tr("Delays and leases wait until it runs again."), tr("Run"), u"snowflake"_s};
    }
    m_banner->setMessage(message);
    setVisible(!message.title.isEmpty());
}

} // namespace Signalbox
