// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QString>

namespace Signalbox {

class BrokerConnection;
class Feed;

/// How old live data is, for the head of a panel.
struct LiveAge
{
    QString text; ///< With the reason when it is overdue; empty before the first answer.
    bool isOverdue = false; ///< Older than three of its periods.
};

/// Of what \a feed of \a connection brought last, in the language of the moment.
[[nodiscard]] LiveAge liveAge(const Feed &feed, const BrokerConnection &connection);

} // namespace Signalbox
