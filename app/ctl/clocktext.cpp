// SPDX-License-Identifier: GPL-3.0-only
#include "clocktext.h"

#include "duration.h"
#include "table.h"

#include <cstdlib>

namespace Signalbox::Ctl {

using namespace Qt::StringLiterals;

QString describeClock(const Admin::ClockState &clock)
{
    const QString text =
        u"%1, %2"_s.arg(formatTime(clock.nowMs), clock.frozen ? u"frozen"_s : u"running"_s);
    if (clock.offsetMs == 0)
        return text;
    return u"%1, %2 %3 the system's clock"_s.arg(
        text, formatDuration(std::chrono::milliseconds(std::abs(clock.offsetMs))),
        clock.offsetMs > 0 ? u"ahead of"_s : u"behind"_s);
}

} // namespace Signalbox::Ctl
