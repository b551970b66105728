// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/admintypes.h"
#include "widgets/theme.h"

#include <QList>
#include <QString>

#include <optional>

namespace Signalbox {

class QueueListModel;
class TopicListModel;

/// Something an operator should look at: what it is, why, and what can be done.
struct Attention
{
    enum class Remedy { None, OpenQueue, OpenTopic, OpenRefusals, RunClock };

    Tone tone = Tone::Warn;
    QString title;
    QString cause; ///< One sentence with the figures.
    Remedy remedy = Remedy::None;
    QString name; ///< Of the queue or topic to open; of the key that was refused.

    bool operator==(const Attention &) const = default;
};

/// What is known of a broker.
struct BrokerView
{
    const std::optional<Admin::Status> &status;
    const QueueListModel &queues;
    const TopicListModel &topics;
    bool knowsAllQueues = true; ///< A queue that is not in the list does not exist.
    qint64 brokerNowMs = 0;
};

/// What needs attention now, worst first, at most \a limit, in the language in use.
[[nodiscard]] QList<Attention> attentions(const BrokerView &broker, int limit);

} // namespace Signalbox
