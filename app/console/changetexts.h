// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QString>

namespace Signalbox {

struct ApiRequest;

/// \a request does more than look: it changes what the broker has, or receives, which counts.
[[nodiscard]] bool changesSomething(const ApiRequest &request);
/// What \a request does, as a sentence: "Send a message to orders."
[[nodiscard]] QString changeText(const ApiRequest &request);

} // namespace Signalbox
