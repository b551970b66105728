// SPDX-License-Identifier: GPL-3.0-only
#include "console/feeds/queuehistoryfeed.h"

#include "client/adminclient.h"

namespace Signalbox {

using namespace std::chrono_literals;

QueueHistoryFeed::QueueHistoryFeed(AdminClient &client, const QString &queueName, QObject *parent)
    : Feed(1s, parent)
    , m_client(client)
    , m_queueName(queueName)
{
}

void QueueHistoryFeed::ask()
{
    whenDone(m_client.queueMetrics(m_queueName), [this](const Admin::QueueHistory &history) {
        m_history = history;
        answered();
    });
}

} // namespace Signalbox
