// SPDX-License-Identifier: GPL-3.0-only
#include "browsing.h"

#include "session.h"

#include <algorithm>

namespace Signalbox::Ctl {

Result<QList<Admin::Message>> browseMessages(Session &session, const QString &queue,
                                             Admin::BrowseQuery query, int limit)
{
    QList<Admin::Message> messages;
    bool complete = false;
    while (!complete && messages.size() < limit) {
        query.limit = int(std::min<qsizetype>(limit - messages.size(), Limits::kMaxListPage));
        const auto page = session.wait(session.admin().browse(queue, query));
        if (!page)
            return page.error();
        messages += page->messages;
        query.cursor = page->cursor;
        complete = page->complete;
    }
    return messages;
}

} // namespace Signalbox::Ctl
