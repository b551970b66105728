// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/workspace.h"

class QString;
class QWidget;

namespace Signalbox {

/// Says how many messages leave the queue \a queueName, and purges it when the user agrees. Can be
/// undone.
void confirmPurge(const Workspace &workspace, const QString &queueName, QWidget *window);

/// Says what the queue \a queueName holds, and deletes it when the user agrees. Can be undone.
void confirmDeleteQueue(const Workspace &workspace, const QString &queueName, QWidget *window);

} // namespace Signalbox
