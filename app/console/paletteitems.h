// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/commandpalette.h"

namespace Signalbox {

class ConnectionBook;
class PanelStack;
class WindowActions;

/// What the command palette offers now: what the current panel and the window can do, the
/// connections to switch to, and the queues by name.
[[nodiscard]] QList<PaletteGroup> paletteGroups(const WindowActions &actions,
                                                ConnectionBook &connections, PanelStack &panels);

} // namespace Signalbox
