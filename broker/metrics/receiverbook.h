// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QHash>
#include <QString>

#include <array>
#include <list>
#include <vector>

namespace Signalbox {

/// One client of a queue, as its address and User-Agent tell it from others.
struct ReceiverId
{
    qint64 queue = 0;
    QString address;
    QString agent;

    bool operator==(const ReceiverId &) const = default;
};

[[nodiscard]] size_t qHash(const ReceiverId &id, size_t seed = 0) noexcept;

/// What one receiver did. Rates are averages of the last seconds.
struct ReceiverActivity
{
    QString address;
    QString agent;
    quint64 received = 0; ///< Messages, as the two below, since it was first seen.
    quint64 deleted = 0;
    quint64 extended = 0; ///< Leases it prolonged or gave back.
    quint64 expired = 0; ///< Leases it let run out.
    double receivedPerS = 0;
    double deletedPerS = 0;
    qint64 lastSeenMs = 0; ///< System time; 0 within the second that has not ended yet.
};

/// Who receives from which queue: the clients seen last, in memory only and bounded. One that was
/// not seen for an hour is forgotten, and beyond kMaxReceivers the one seen longest ago. Lives in
/// the HTTP thread.
class ReceiverBook
{
public:
    static constexpr int kMaxReceivers = 4096;
    static constexpr qint64 kForgetAfterMs = 3'600'000;
    static constexpr int kRateSeconds = 5;

    /// It asked for messages, whether there were any or not.
    void asked(const ReceiverId &id) { (void)seen(id); }
    void received(const ReceiverId &id, int messages);
    void deleted(const ReceiverId &id, int messages);
    void extended(const ReceiverId &id);
    /// Leases of it ran out. That is nothing it did: it does not count as seen, and one that is not
    /// known stays so.
    void leasesExpired(const ReceiverId &id, int messages);
    void forgetQueue(qint64 queue);
    /// \a seconds ended, the last of them at \a systemMs.
    void closeSeconds(qint64 seconds, qint64 systemMs);

    /// The receivers of \a queue, the one seen last first.
    [[nodiscard]] std::vector<ReceiverActivity> of(qint64 queue) const;
    [[nodiscard]] int count() const { return int(m_entries.size()); }

private:
    struct Second
    {
        quint32 received = 0;
        quint32 deleted = 0;
    };
    struct Entry
    {
        ReceiverId id;
        ReceiverActivity activity;
        Second current;
        std::array<Second, kRateSeconds> past{};
        bool isFresh = true; ///< Seen since the last second ended.
    };
    using Entries = std::list<Entry>;

    [[nodiscard]] Entry &seen(const ReceiverId &id);
    void closeSecond(Entry &entry);
    void dropLast();

    Entries m_entries; ///< The one seen last first.
    QHash<ReceiverId, Entries::iterator> m_places;
};

} // namespace Signalbox
