// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/mnsclient.h"
#include "server/broker.h"

#include <QTemporaryDir>
#include <QUrl>

#include <memory>

namespace Signalbox {

/// A broker that the console does not own: on a port of its own that it comes back to after a stop.
class RemoteBroker
{
public:
    /// Runs at once; in a directory of its own unless \a dataDirectory is given. Fails the process
    /// when it cannot start.
    RemoteBroker(const QString &accessKeyId, const QString &accessKeySecret,
                 const QString &dataDirectory = {});
    ~RemoteBroker();

    void start();
    void stop();

    [[nodiscard]] QUrl url() const { return m_endpoint.url; }
    [[nodiscard]] const Endpoint &endpoint() const { return m_endpoint; }
    [[nodiscard]] bool createQueue(const QString &name);

private:
    QTemporaryDir m_directory;
    BrokerOptions m_options;
    std::unique_ptr<Broker> m_broker;
    Endpoint m_endpoint;
};

} // namespace Signalbox
