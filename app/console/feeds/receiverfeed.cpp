// SPDX-License-Identifier: GPL-3.0-only
#include "console/feeds/receiverfeed.h"

#include "client/adminclient.h"

namespace Signalbox {

using namespace std::chrono_literals;

ReceiverFeed::ReceiverFeed(AdminClient &client, const QString &queueName, QObject *parent)
    : Feed(2s, parent)
    , m_client(client)
    , m_queueName(queueName)
{
}

void ReceiverFeed::ask()
{
    whenDone(m_client.receivers(m_queueName), [this](const Admin::ReceiverList &list) {
        m_list = list;
        answered();
    });
}

} // namespace Signalbox
