// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "ledger.h"
#include "wireclient.h"

#include <QJsonArray>
#include <QJsonObject>

namespace Signalbox {

/// Looks through everything a broker holds, by its admin API.
class Inspection
{
public:
    explicit Inspection(quint16 port);

    [[nodiscard]] QJsonObject status() { return get("/signalbox/v1/status"); }
    /// Whether the queue exists afterwards.
    [[nodiscard]] bool createQueue(const QByteArray &name, int visibilityTimeoutS);
    [[nodiscard]] qsizetype trashEntries();
    /// Up to 100 messages, as the page has them.
    [[nodiscard]] QJsonArray firstPage(const QByteArray &queue);
    /// Brings back everything that is in the trash and waits until that is done.
    [[nodiscard]] bool emptyTrashIntoQueues();
    /// The messages of all \a queues, whatever their state. Compares the counters of each queue
    /// with them; breaches() tells of differences.
    [[nodiscard]] QList<Ledger::Serial> messages(const QList<QByteArray> &queues);
    [[nodiscard]] const QStringList &breaches() const { return m_breaches; }

    [[nodiscard]] bool freezeClock() { return post("/signalbox/v1/clock/freeze"); }
    [[nodiscard]] bool runClock() { return post("/signalbox/v1/clock/run"); }

    WireClient &client() { return m_client; }

private:
    struct Counted
    {
        QJsonObject counters; ///< As a queue's row has them.
        QList<Ledger::Serial> serials;
        bool isComplete = false;
    };

    [[nodiscard]] Counted browse(const QByteArray &queue);
    [[nodiscard]] QJsonObject counters(const QByteArray &queue);
    [[nodiscard]] QJsonObject get(const QByteArray &target);
    [[nodiscard]] bool post(const QByteArray &target);

    WireClient m_client;
    QStringList m_breaches;
};

/// What SQLite finds wrong with the database file in \a directory; "ok" when nothing is.
[[nodiscard]] QString integrityOf(const QString &directory);

} // namespace Signalbox
