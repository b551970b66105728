// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "protocol/message.h"

#include <QHash>
#include <QObject>

#include <optional>
#include <utility>
#include <vector>

namespace Signalbox {

/// The messages that were received in this window, with the handles that allow to extend or delete
/// them as any receiver does. Forgotten when their lease ends. GUI thread.
class HeldMessages : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HeldMessages)

public:
    struct Lease
    {
        QByteArray receiptHandle;
        qint64 untilMs = 0; ///< Broker time
    };

    using QObject::QObject;

    void take(const QString &queue, const std::vector<ReceivedMessage> &messages);
    /// The lease of a message that is held until after \a brokerNowMs; else nothing.
    [[nodiscard]] std::optional<Lease> lease(const QString &queue, const QByteArray &messageId,
                                             qint64 brokerNowMs) const;
    /// The handle was replaced by that of \a changed.
    void renew(const QString &queue, const QByteArray &messageId, const ChangedVisibility &changed);
    void drop(const QString &queue, const QByteArray &messageId);

signals:
    void changed();

private:
    using Key = std::pair<QString, QByteArray>; ///< Queue, message id

    QHash<Key, Lease> m_leases;
};

} // namespace Signalbox
