// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/admintypes.h"
#include "core/result.h"

namespace Signalbox::Ctl {

class Session;

/// Up to \a limit messages of a queue, page by page.
[[nodiscard]] Result<QList<Admin::Message>> browseMessages(Session &session, const QString &queue,
                                                           Admin::BrowseQuery query, int limit);

} // namespace Signalbox::Ctl
