// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/result.h"
#include "protocol/queue.h"

namespace Signalbox {

/// The first name that a page of a list by name may hold. Errors: InvalidArgument (page size,
/// marker).
[[nodiscard]] Result<QString> firstNameOf(const ListPage &page);

/// The marker of the page that begins with \a name; printable ASCII without spaces.
[[nodiscard]] QByteArray markerOf(const QString &name);

/// Takes an entry into \a list unless the page is full or over; whether to go on with the next
/// name. \a List has nextMarker.
template <typename List, typename Entries, typename Make>
bool takeIntoPage(const ListPage &page, const QString &name, List &list, Entries &entries,
                  Make make)
{
    if (!name.startsWith(page.prefix))
        return false; // sorted by name: nothing behind starts with it either
    if (entries.size() == size_t(page.size)) {
        list.nextMarker = markerOf(name);
        return false;
    }
    entries.push_back(make());
    return true;
}

} // namespace Signalbox
