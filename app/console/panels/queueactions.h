// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/workspace.h"

#include <QByteArray>
#include <QKeySequence>
#include <QList>

class QString;
class QWidget;

namespace Signalbox {

/// Purges the queue that is open or selected.
constexpr QKeyCombination kPurgeKeys = Qt::CTRL | Qt::SHIFT | Qt::Key_Delete;

/// Says how many messages leave the queue \a queueName, and purges it when the user agrees. Can be
/// undone.
void confirmPurge(const Workspace &workspace, const QString &queueName, QWidget *window);

/// Asks where the messages of a dead-letter queue shall go, those named or all, and moves them. Can
/// be undone.
void redrive(const Workspace &workspace, const QString &queueName,
             const QList<QByteArray> &messageIds, QWidget *window);

/// Says what the queue \a queueName holds, and deletes it when the user agrees. Can be undone.
void confirmDeleteQueue(const Workspace &workspace, const QString &queueName, QWidget *window);

} // namespace Signalbox
