// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/sentence.h"

namespace Signalbox {

struct Error;

/// Why a call failed, as a sentence for people in the language in use. Where the code does not say
/// it all, what the endpoint said is quoted.
[[nodiscard]] QString errorText(const Error &error);
/// The same of a change: where no answer came, nobody knows whether it was made.
[[nodiscard]] QString changeErrorText(const Error &error);
/// The same for what stays on the screen.
[[nodiscard]] Sentence reason(const Error &error);
/// The same of a call about something in the trash.
[[nodiscard]] Sentence trashReason(const Error &error);

} // namespace Signalbox
