// SPDX-License-Identifier: GPL-3.0-only
#include "console/feeds/statusfeed.h"

#include "client/adminclient.h"

#include <QDateTime>

namespace Signalbox {

using namespace std::chrono_literals;

StatusFeed::StatusFeed(AdminClient &client, QObject *parent)
    : Feed(1s, parent)
    , m_client(client)
{
}

qint64 StatusFeed::brokerNowMs() const
{
    if (!m_status)
        return QDateTime::currentMSecsSinceEpoch();
    if (m_status->clock.frozen)
        return m_status->clock.nowMs;
    return m_status->clock.nowMs + age().value_or(0ms).count();
}

void StatusFeed::ask()
{
    QElapsedTimer sinceAsked;
    sinceAsked.start();
    whenDone(m_client.status(), [this, sinceAsked](const Admin::Status &status) {
        m_roundTrip = std::chrono::milliseconds(sinceAsked.elapsed());
        m_status = status;
        answered();
    });
}

} // namespace Signalbox
