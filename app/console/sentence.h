// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QString>

#include <functional>

namespace Signalbox {

/// A text in the language of the moment, for what may stay on the screen when that changes. It
/// keeps what it speaks of, and depends on nothing that may go. Null says nothing.
using Sentence = std::function<QString()>;

} // namespace Signalbox
