// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/connectionlist.h"

namespace Signalbox {

class ConnectionBook;
class OwnBroker;

/// How the broker at \a index of \a book is, as the sidebar shows it: state and how long it has
/// run, or address and round trip.
[[nodiscard]] ConnectionRow connectionRow(const ConnectionBook &book, const OwnBroker &broker,
                                          int index);

} // namespace Signalbox
