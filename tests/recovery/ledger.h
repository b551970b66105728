// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QStringList>

namespace Signalbox {

/// What the broker has promised about each message: kept outside of it, and compared with what it
/// holds after it was killed. A call without an answer promises nothing either way.
class Ledger
{
public:
    using Serial = qint64;

    /// A body that only this message has. Some are small, some of many pages.
    [[nodiscard]] static QByteArray bodyOf(Serial serial);
    /// The message of a body; 0 when it is none of ours, or was damaged.
    [[nodiscard]] static Serial serialOf(const QByteArray &body);

    /// A message about to be sent.
    [[nodiscard]] Serial sending();
    void sent(Serial serial);
    void deleting(Serial serial);
    void deleted(Serial serial);
    void deleteRefused(Serial serial);
    /// A receive gave this message: false when it must not exist.
    [[nodiscard]] bool mayExist(Serial serial) const { return m_messages.contains(serial); }
    /// It was acknowledged, and no delete of it was sent.
    [[nodiscard]] bool mustExist(Serial serial) const;

    /// Compares with everything a broker holds, one sentence per breach, and takes what was in
    /// doubt as it is from now on.
    [[nodiscard]] QStringList settle(const QList<Serial> &held);

    /// Messages that exist or may exist.
    [[nodiscard]] qsizetype size() const { return m_messages.size(); }
    [[nodiscard]] qint64 sends() const { return m_sends; }
    [[nodiscard]] qint64 deletes() const { return m_deletes; }
    [[nodiscard]] qint64 doubts() const { return m_doubts; }

private:
    struct Promise
    {
        bool isSent = false;
        int openDeletes = 0; ///< Sent, and not answered.
    };

    QHash<Serial, Promise> m_messages; ///< All but those that are gone for good.
    Serial m_last = 0;
    qint64 m_sends = 0;
    qint64 m_deletes = 0;
    qint64 m_doubts = 0;
};

} // namespace Signalbox
