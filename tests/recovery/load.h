// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "senders.h"

namespace Signalbox {

/// Senders that do everything clients do to normal queues, and the console to their messages.
class Load : public Senders
{
    Q_OBJECT

public:
    static constexpr int kSenders = 16;
    static const QList<QByteArray> &queues();

    Load(Ledger &ledger, quint32 seed);

private:
    void next(Sender &sender) override;
    void sendAnywhere(Sender &sender, int count, bool batch);
    void purge(Sender &sender);
    void restore(Sender &sender);
    [[nodiscard]] QByteArray anyQueue();

    QList<qint64> m_trash; ///< Entries of our purges.
};

} // namespace Signalbox
