// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/mnsclient.h"
#include "pushreceiver.h"

namespace Signalbox {

/// Fills a broker with topics and subscribers of every kind, some of which fail: what pictures are
/// taken of.
class DemoTopics
{
public:
    explicit DemoTopics(const Endpoint &endpoint);

    /// Makes topics, subscribes and publishes; false when the broker refused something.
    [[nodiscard]] bool build();
    /// The topic that is worth a look.
    static QString richTopic() { return QStringLiteral("parking-events"); }

private:
    [[nodiscard]] bool subscribe(const QString &topic, const QString &name, const QString &endpoint,
                                 const QString &tag = {});
    [[nodiscard]] bool publish(const QString &topic, const QByteArray &body,
                               const QString &tag = {},
                               const QList<MessageAttribute> &attributes = {});

    MnsClient m_client;
    Test::PushReceiver m_answering;
    Test::PushReceiver m_refusing;
};

} // namespace Signalbox
