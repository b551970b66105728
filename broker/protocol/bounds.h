// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/result.h"

#include <QLatin1StringView>
#include <QStringView>

namespace Signalbox {

/// The alphabet of names of queues, topics and subscriptions: letters, digits and hyphens, first a
/// letter or digit. Says nothing of the length; an empty text is no name.
[[nodiscard]] bool hasNameAlphabet(QStringView name);

/// How many characters \a text has: one for each code point, however UTF-16 writes it.
[[nodiscard]] qsizetype characterCount(QStringView text);

/// Errors: InvalidArgument, naming the element and its bounds.
[[nodiscard]] Result<void> checkBounds(QLatin1StringView element, qint64 value, qint64 min,
                                       qint64 max);

} // namespace Signalbox
