// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/admintypes.h"

#include <QString>

namespace Signalbox {

/// Why a request was refused, for people.
struct RequestCause
{
    QString iconName;
    QString title; ///< The cause, as a sentence without a full stop.
    QString text; ///< What it means and what helps.
};

/// The cause by the code of the answer; where there is nothing better to say, the broker's words.
[[nodiscard]] RequestCause requestCause(const Admin::RequestRecord &request);

} // namespace Signalbox
