// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/workspace.h"

#include <QStringList>

#include <functional>

class QObject;
class QWidget;

namespace Signalbox {

struct ConfirmRequest;

/// Asks over \a window whether \a changes, which are held back, may be made at \a connection.
void askBeforeChange(BrokerConnection &connection, const QStringList &changes, QWidget *window);

/// ConfirmDialog::ask() for what changes something at the connection of \a workspace: where that
/// asks before every change it is named here, and not asked for again.
void confirmChange(const Workspace &workspace, ConfirmRequest request, QWidget *window,
                   QObject *context, const std::function<void()> &act);

} // namespace Signalbox
