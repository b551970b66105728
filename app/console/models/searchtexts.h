// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "protocol/searchquery.h"

#include <QString>

namespace Signalbox {

/// Why a search cannot be understood, as a sentence in the language in use.
[[nodiscard]] QString problemInSearch(const SearchProblem &problem);
/// What is to be typed next where a search is not finished yet.
[[nodiscard]] QString missingInSearch(const SearchProblem &problem);
/// What can be searched for, as rich text for a tooltip.
[[nodiscard]] QString searchHelp();

} // namespace Signalbox
