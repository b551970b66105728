// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/adminclient.h"
#include "client/mnsclient.h"
#include "runningbroker.h"

#include <QObject>

#include <memory>

namespace Signalbox::Test {

/// What the suites of both clients start from: a fresh broker for each test, and each test by
/// either signature.
class BrokerSuite : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data();
    void init();
    void cleanup();

protected:
    [[nodiscard]] Endpoint endpoint() const;
    void createQueue();
    SentMessage send(const QByteArray &body, std::optional<std::chrono::seconds> delay = {});
    /// Messages of the queue, as its attributes count them.
    [[nodiscard]] QueueCounts counts();

    const QString m_queue = QStringLiteral("demo");
    std::unique_ptr<RunningBroker> m_broker;
    std::unique_ptr<MnsClient> m_mns;
    std::unique_ptr<AdminClient> m_admin;
};

} // namespace Signalbox::Test
