// SPDX-License-Identifier: GPL-3.0-only
#pragma once

class QWidget;

namespace Signalbox {

class BrokerConnection;
class Feed;

/// Lets \a feed ask while \a widget shows and the live updates of \a connection, which outlives it,
/// are not paused.
void runWhileShown(Feed &feed, QWidget &widget, BrokerConnection &connection);

} // namespace Signalbox
