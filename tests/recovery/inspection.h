// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "ledger.h"
#include "wireclient.h"

#include <QJsonArray>
#include <QJsonObject>

#include <chrono>

namespace Signalbox {

/// Looks through everything a broker holds, by its admin API.
class Inspection
{
public:
    explicit Inspection(quint16 port);

    [[nodiscard]] QJsonObject status() { return get("/signalbox/v1/status"); }
    /// Whether the queue exists afterwards.
    [[nodiscard]] bool createQueue(const QByteArray &name, int visibilityTimeoutS,
                                   const QByteArray &elements = {});
    [[nodiscard]] qsizetype trashEntries();
    /// Up to 100 messages, as the page has them.
    [[nodiscard]] QJsonArray firstPage(const QByteArray &queue);
    /// Brings back everything that is in the trash and waits until that is done.
    [[nodiscard]] bool emptyTrashIntoQueues();
    /// The messages of \a queue, whatever their state, oldest first, as pages have them. Compares
    /// the counters of the queue with them; breaches() tells of differences.
    [[nodiscard]] QList<QJsonObject> rows(const QByteArray &queue);
    [[nodiscard]] static QList<Ledger::Serial> serialsOf(const QList<QJsonObject> &rows);
    /// The same of all \a queues.
    [[nodiscard]] QList<Ledger::Serial> messages(const QList<QByteArray> &queues);
    [[nodiscard]] const QStringList &breaches() const { return m_breaches; }

    [[nodiscard]] bool freezeClock() { return post("/signalbox/v1/clock/freeze"); }
    [[nodiscard]] bool runClock() { return post("/signalbox/v1/clock/run"); }
    [[nodiscard]] qint64 clockMs();
    /// Moves the clock forward, and waits until no lease of \a queue is left.
    [[nodiscard]] bool endLeases(const QByteArray &queue, std::chrono::seconds advance);

    WireClient &client() { return m_client; }

private:
    struct Counted
    {
        QJsonObject counters; ///< As a queue's row has them.
        QList<QJsonObject> rows;
        bool isComplete = false;
    };

    [[nodiscard]] Counted browse(const QByteArray &queue);
    [[nodiscard]] QJsonObject counters(const QByteArray &queue);
    [[nodiscard]] QJsonObject get(const QByteArray &target);
    [[nodiscard]] bool post(const QByteArray &target, const QByteArray &body = {});

    WireClient m_client;
    QStringList m_breaches;
};

/// What SQLite finds wrong with the database file in \a directory; "ok" when nothing is.
[[nodiscard]] QString integrityOf(const QString &directory);

} // namespace Signalbox
