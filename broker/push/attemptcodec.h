// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "push/attemptlog.h"

#include <QCborMap>

namespace Signalbox {

/// \a attempt as it is kept on disk: a map of names, so that a later version can add some.
[[nodiscard]] QCborMap toCbor(const PushAttempt &attempt);
/// What is missing stays as it is in a new attempt.
[[nodiscard]] PushAttempt attemptFromCbor(const QCborMap &map);

} // namespace Signalbox
