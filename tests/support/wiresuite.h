// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "runningbroker.h"
#include "signedclient.h"

#include <QObject>

#include <memory>

namespace Signalbox::Test {

/// Tests of the protocol's bytes: each one meets a new broker, with a client connected to it.
class WireSuite : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WireSuite)

public:
    /// \a queues exist when a test begins.
    explicit WireSuite(QList<QByteArray> queues = {});
    ~WireSuite() override;

protected:
    std::unique_ptr<RunningBroker> m_broker;
    std::unique_ptr<SignedClient> m_client;

private slots:
    void init();
    void cleanup();

private:
    const QList<QByteArray> m_queues;
};

/// A Message document with that body, and more \a elements behind it.
[[nodiscard]] QByteArray message(const QByteArray &body, const QByteArray &elements = {});

} // namespace Signalbox::Test
