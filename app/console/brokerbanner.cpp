// SPDX-License-Identifier: GPL-3.0-only
#include "console/brokerbanner.h"

#include "console/brokerconnection.h"
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
        else if (m_action == Action::RunClock)
            emit clockRunRequested();
    });
    hide();
}

void BrokerBanner::showState(BrokerConnection *connection)
{
    BannerMessage message;
    m_action = Action::None;
    const std::optional<Admin::Status> &status =
        connection ? connection->status().status() : std::optional<Admin::Status>();
    if (connection && connection->isLost()) {
        const auto since =
            QDateTime::fromMSecsSinceEpoch(connection->lostSinceMs()).toString(u"HH:mm"_s);
        const auto next = std::max<std::chrono::milliseconds>(connection->status().untilNext(), 1s);
        m_action = Action::Retry;
        message = {Tone::Danger,
                   tr("The broker does not answer since %1").arg(since),
                   tr("What you see is old. Trying again in %1.").arg(Format::age(next)),
                   tr("Try now"),
                   {}};
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
        const auto time =
            QDateTime::fromMSecsSinceEpoch(status->clock.nowMs).toString(u"HH:mm:ss"_s);
        message = {Tone::Warn, tr("The clock is frozen at %1").arg(time),
                   tr("Delays and leases wait until it runs again."), tr("Run"), u"snowflake"_s};
    }
    m_banner->setMessage(message);
    setVisible(!message.title.isEmpty());
}

} // namespace Signalbox
