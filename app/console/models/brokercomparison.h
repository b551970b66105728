// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/admintypes.h"
#include "client/topictypes.h"

#include <QList>
#include <QString>

namespace Signalbox {

/// What a broker has, as far as it is compared.
struct BrokerContents
{
    QList<Admin::QueueRow> queues;
    QList<Admin::Topic> topics;
};

/// One thing that two brokers may have in different ways. In the language it was made in.
struct ComparedRow
{
    enum class Kind { Queue, Topic, Subscription };

    Kind kind = Kind::Queue;
    QString name; ///< Of a subscription: topic and subscription.
    QString attribute; ///< Empty: whether it is there at all.
    QString left; ///< Empty: it is not there.
    QString right;

    [[nodiscard]] bool differs() const { return left != right; }
    bool operator==(const ComparedRow &) const = default;
};

/// Queues, topics and subscriptions of both by name, with their attributes; what is on one side
/// only takes one row. Messages and rates are not compared.
[[nodiscard]] QList<ComparedRow> compareBrokers(const BrokerContents &left,
                                                const BrokerContents &right);

} // namespace Signalbox
