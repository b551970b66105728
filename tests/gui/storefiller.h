// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "store/store.h"

#include <QStringList>

#include <chrono>

namespace Signalbox {

/// Lays queues and messages into a data directory before its broker starts: straight into the
/// store, which is many times faster than over HTTP. What it lays is five minutes old.
class StoreFiller
{
public:
    /// Of the account that the console's own broker serves.
    explicit StoreFiller(const QString &dataDirectory);
    ~StoreFiller();

    [[nodiscard]] bool open();
    /// Makes the queues; every second one gets a message.
    [[nodiscard]] bool layQueues(const QStringList &names);
    /// Makes a queue with \a count messages, each of its own.
    [[nodiscard]] bool layMessages(const QString &queue, qint64 count, int bodyBytes,
                                   std::chrono::seconds delay = {});

private:
    [[nodiscard]] QueueRow row(const QString &name) const;
    [[nodiscard]] static NewMessage message(qint64 number, int bodyBytes);
    /// Keeps some of \a total commands under way until all are done; \a submit gets the number of
    /// one and what to call at its end. False when one was refused.
    bool submitAll(qint64 total,
                   const std::function<void(qint64, std::function<void(bool)>)> &submit);

    QString m_account;
    BrokerClock m_clock;
    Store m_store;
};

} // namespace Signalbox
