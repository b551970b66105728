// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "protocol/message.h"

#include <QString>

namespace Signalbox {

/// A message that the user keeps to send again and again.
struct SavedTemplate
{
    QString name;
    OutgoingMessage message; ///< The body as it stands in the editor, with its places to fill in.
    bool base64 = false; ///< The body is to be encoded.

    bool operator==(const SavedTemplate &) const = default;
};

} // namespace Signalbox
