// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "pushreceiver.h"
#include "wiresuite.h"

#include <QJsonObject>

namespace Signalbox::Test {

/// Of a subscription: that it has the dead-letter queue "dead".
inline const QByteArray kDeadLetters = "<DlqPolicy><Enabled>true</Enabled><DeadLetterTargetQueue>"
                                       "dead</DeadLetterTargetQueue></DlqPolicy>";

/// Tests of pushes: each one meets a new broker with the topic "news", and a receiver.
class PushSuite : public WireSuite
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PushSuite)

public:
    PushSuite();
    ~PushSuite() override;

protected:
    /// Another broker in place of the one there is, with the topic.
    void startBroker(const RunningBroker::Configure &configure);
    void subscribe(const QByteArray &name, const QByteArray &endpoint,
                   const QByteArray &elements = {});
    /// The message's id; null when it was refused.
    QByteArray publish(const QByteArray &body, const QByteArray &elements = {});
    /// The document of what comes out of \a queue next.
    QByteArray received(const QByteArray &queue);
    QList<QJsonObject> attempts(const QByteArray &query = {});
    /// The newest attempt once there are so many in all.
    QJsonObject attempt(int number);
    /// What the outbox holds, newest first, once it is so much.
    QList<QJsonObject> outbox(int messages);
    void advance(qint64 ms);
    /// Where the message that stands first in \a queue was before.
    QJsonObject deadLetterOrigin(const QByteArray &queue);
    /// Messages that the first subscription still has to get.
    qint64 waiting();

    std::unique_ptr<PushReceiver> m_receiver;

protected slots:
    void init();
    void cleanup();
};

/// The value of the system property \a name of a message in the outbox.
[[nodiscard]] QString systemProperty(const QJsonObject &message, const QString &name);

} // namespace Signalbox::Test
