// SPDX-License-Identifier: GPL-3.0-only
#include "console/feeds/trashfeed.h"

#include "client/adminclient.h"

#include <algorithm>

namespace Signalbox {

using namespace std::chrono_literals;

TrashFeed::TrashFeed(AdminClient &client, QObject *parent)
    : Feed(1s, parent)
    , m_client(client)
{
}

void TrashFeed::ask()
{
    whenDone(m_client.trash(), [this](const QList<Admin::TrashEntry> &entries) {
        m_entries = entries;
        std::ranges::sort(*m_entries, std::ranges::greater(), &Admin::TrashEntry::id);
        answered();
    });
}

} // namespace Signalbox
