// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/error.h"
#include "protocol/xmlwriter.h"

#include <optional>

namespace Signalbox {

/// Why one entry of a batch failed: ErrorCode and ErrorMessage, neither empty.
void writeEntryError(XmlWriter &writer, const Error &error);

/// The failure that \a code and \a message of an entry tell; UnexpectedReply when the code is
/// unknown here.
[[nodiscard]] Error entryError(const QByteArray &code, const std::optional<QString> &message);

} // namespace Signalbox
