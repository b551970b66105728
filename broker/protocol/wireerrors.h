// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/error.h"

#include <QByteArrayView>

#include <optional>

namespace Signalbox {

/// How one ErrorCode travels.
struct WireError
{
    QByteArrayView name; ///< The Code element of an Error document, for example "QueueNotExist".
    int httpStatus = 500;
};

/// Wire name and HTTP status of \a code. Codes of clients only have a name for display; should one
/// ever reach a reply, it is a 500.
/// Source: MNS API reference, error codes (2015-06-06).
[[nodiscard]] WireError wireError(ErrorCode code);

/// The code that travels as \a name, also by the spellings of older documents and SDKs
/// (InternalServerError, InvalidDigest …). Nothing for names unknown here.
[[nodiscard]] std::optional<ErrorCode> errorCodeFromWire(QByteArrayView name);

} // namespace Signalbox
