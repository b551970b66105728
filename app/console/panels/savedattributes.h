// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/mnsclient.h"
#include "console/sentence.h"
#include "console/workspace.h"

namespace Signalbox {

/// Says \a done, that attributes of the queue or topic \a name were saved, and offers to undo it:
/// \a setBack asks for what they were.
void tellAttributesSaved(const Workspace &workspace, const QString &name, const Sentence &done,
                         const std::function<QFuture<Result<void>>(MnsClient &)> &setBack);

} // namespace Signalbox
