// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "api/apiservices.h"
#include "auth/accesspolicy.h"
#include "auth/authenticator.h"
#include "core/brokerclock.h"
#include "core/mailbox.h"
#include "core/result.h"
#include "metrics/brokermetrics.h"
#include "metrics/requestlog.h"
#include "server/brokeroptions.h"
#include "server/endpointfile.h"
#include "store/rows.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace Signalbox {

class BrokerApi;
class Declarations;
class Engine;
class HttpServer;
class PushService;
class Store;
class Topics;
class Trash;

/// What runs in the HTTP thread of a broker: built from bottom to top by start(), taken down in
/// reverse by stop(). Created anywhere, then moved to its thread, where all of it lives.
class BrokerCore : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BrokerCore)

public:
    explicit BrokerCore(BrokerOptions options);
    ~BrokerCore() override;

    /// From any thread. Ends with started(); after a failure stopped() follows.
    void start();
    /// From any thread. Ends with stopped().
    void stop();

signals: // all emitted in the core's thread
    /// The endpoint, or why there is none.
    void started(const Signalbox::Result<QString> &endpoint);
    void stopped();
    void healthChanged(const Signalbox::StoreHealth &health);

private:
    void build();
    Result<void> openStore();
    void declare();
    void listen();
    /// Where receivers get the certificate, when clients here reach the broker at \a endpoint.
    [[nodiscard]] QByteArray certificateUrl(const QString &endpoint) const;
    Result<QString> listenOnAll();
    Result<quint16> listenOn(HttpServer &server, const ListenAddress &address);
    void fail(const Error &error);
    void tick();
    void beginStop();
    void closeServers();
    void finishStop();

    const BrokerOptions m_options;
    BrokerClock m_clock;
    BrokerMetrics m_metrics;
    RequestLog m_requestLog;
    std::unique_ptr<SingleKeyStore> m_keys;
    OwnerPolicy m_policy;
    std::unique_ptr<Authenticator> m_authenticator;
    std::unique_ptr<Store> m_store;
    std::optional<EndpointFile> m_endpointFile; ///< While the store has the directory.
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<Topics> m_topics;
    std::unique_ptr<Trash> m_trash;
    std::unique_ptr<PushService> m_push;
    std::unique_ptr<Declarations> m_declarations;
    std::unique_ptr<BrokerApi> m_api;
    std::unique_ptr<HttpServer> m_http;
    std::unique_ptr<HttpServer> m_monitoring;
    Mailbox m_mailbox;
    QTimer m_secondTimer;
    bool m_isStopping = false;
};

} // namespace Signalbox
