// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/result.h"
#include "http/httpmessage.h"
#include "protocol/queue.h"

namespace Signalbox {

/// The page that a list operation asks for in its x-mns-* headers. Errors: InvalidArgument.
[[nodiscard]] Result<ListPage> parseListPage(const HttpRequest &request);

} // namespace Signalbox
