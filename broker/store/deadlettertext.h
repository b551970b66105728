// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "protocol/deadletter.h"

#include <QVariant>

#include <optional>

namespace Signalbox {

/// The form in which the store keeps where a dead letter was: a JSON object, or null.
[[nodiscard]] QVariant writeDeadLetter(const std::optional<DeadLetterOrigin> &origin);
[[nodiscard]] std::optional<DeadLetterOrigin> readDeadLetter(const QString &text);

} // namespace Signalbox
