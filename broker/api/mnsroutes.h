// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "api/mnsapi.h"

namespace Signalbox {

/// How an operation of MNS is called, and by whom it may be.
struct MnsOperation
{
    const char *name; ///< "SendMessage"
    const char *action; ///< What policies call it: "mns:SendMessage".
    void (MnsApi::*run)(const ExchangePtr &exchange) const;
    bool takesDocument = false; ///< Its body is XML.
};

/// The operation that \a method on \a resource means; null when there is none.
[[nodiscard]] const MnsOperation *findMnsOperation(QByteArrayView method,
                                                   const ResourcePath &resource);

} // namespace Signalbox
