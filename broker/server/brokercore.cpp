// SPDX-License-Identifier: GPL-3.0-only
#include "server/brokercore.h"

#include "api/brokerapi.h"
#include "core/logging.h"
#include "engine/engine.h"
#include "engine/topics.h"
#include "engine/trash.h"
#include "http/httpserver.h"
#include "protocol/pushsignature.h"
#include "push/pushservice.h"
#include "server/broker.h"
#include "server/declarations.h"
#include "store/store.h"

#include <algorithm>
#include <utility>

namespace Signalbox {

namespace {

constexpr std::chrono::seconds kDrainTime{
    10}; ///< What is under way may take so long to end at a stop.

constexpr qint64 kMonitoringUnfinishedBytes = 4 * 1024 * 1024;

AccessKey keyOf(const BrokerOptions &options)
{
    AccessKey key;
    key.id = options.accessKeyId.toUtf8();
    key.secret = options.accessKeySecret.toUtf8();
    key.account = options.account;
    return key;
}

bool isEveryAddress(const QHostAddress &address)
{
    return address == QHostAddress::AnyIPv4 || address == QHostAddress::Any
        || address == QHostAddress::AnyIPv6;
}

/// How clients on this machine reach \a address.
QString endpointOf(const ListenAddress &address, quint16 port)
{
    ListenAddress reachable{address.address, port};
    if (isEveryAddress(address.address))
        reachable.address = QHostAddress(QHostAddress::LocalHost);
    return QStringLiteral("http://") + reachable.toString();
}

HttpServer::Options httpOptions(const BrokerOptions &options)
{
    HttpServer::Options http;
    http.maxBodyBytes = options.maxBodyBytes;
    http.maxUnfinishedBytes = options.maxUnfinishedBytes;
    http.maxConnections = options.maxConnections;
    http.serverName = "Signalbox";
    http.refusal = BrokerApi::refusalBeforeRouting;
    return http;
}

/// For a listener that takes no bodies from anybody.
HttpServer::Options monitoringOptions(const BrokerOptions &options)
{
    HttpServer::Options http = httpOptions(options);
    http.maxUnfinishedBytes = std::min(http.maxUnfinishedBytes, kMonitoringUnfinishedBytes);
    return http;
}

PushService::Options pushOptions(const BrokerOptions &options, const std::optional<PushKey> &key)
{
    PushService::Options push;
    push.key = key;
    push.directory = options.dataDirectory;
    push.systemTime = options.systemTime;
    push.md5Form = options.push.md5Form;
    push.keyBits = options.push.keyBits;
    push.channels = options.push.channels;
    push.deliveries = options.push.deliveries;
    push.caller.keptConnections = options.push.deliveries.inAll;
    push.caller.timeout = options.push.timeout;
    push.caller.verifyTls = options.push.verifyTls;
    push.caller.caFile = options.push.caFile;
    push.caller.addresses = *addressRules(options);
    push.caller.relay = options.push.channels.mail;
    return push;
}

} // namespace

BrokerCore::BrokerCore(BrokerOptions options)
    : m_options(std::move(options))
    , m_clock(m_options.brokerTime)
    , m_mailbox(this)
    , m_secondTimer(this)
{
    m_secondTimer.setInterval(std::chrono::seconds(1));
    m_secondTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_secondTimer, &QTimer::timeout, this, &BrokerCore::tick);
}

BrokerCore::~BrokerCore() = default;

void BrokerCore::start()
{
    m_mailbox.post([this] { build(); });
}

void BrokerCore::stop()
{
    m_mailbox.post([this] { beginStop(); });
}

void BrokerCore::build()
{
    if (const Result<void> opened = openStore(); !opened)
        return fail(opened.error());
    const Result<std::optional<PushKey>> pushKey = PushKey::open(m_options.dataDirectory);
    if (!pushKey)
        return fail(pushKey.error());
    m_endpointFile.emplace(m_options.dataDirectory);

    m_keys = std::make_unique<SingleKeyStore>(keyOf(m_options));
    Authenticator::Options authentication;
    authentication.checkClockSkew = m_options.checkClockSkew;
    authentication.systemTime = m_options.systemTime;
    m_authenticator = std::make_unique<Authenticator>(*m_keys, authentication);
    m_engine = std::make_unique<Engine>(*m_store, m_clock, m_metrics, m_options.quotas);
    m_topics = std::make_unique<Topics>(*m_store, *m_engine, m_metrics);
    m_trash = std::make_unique<Trash>(*m_store, *m_engine, *m_topics);
    m_push = std::make_unique<PushService>(pushOptions(m_options, *pushKey), *m_store, *m_topics,
                                           m_clock, m_metrics);
    m_secondTimer.start();
    declare();
}

Result<void> BrokerCore::openStore()
{
    StoreOptions store;
    store.directory = m_options.dataDirectory;
    store.durability = m_options.durability;
    store.trashTime = m_options.trashTime;
    store.trashBytes = m_options.trashBytes;
    store.systemTime = m_options.systemTime;
    store.makeDialect = m_options.makeDialect;
    m_store = std::make_unique<Store>(std::move(store), m_clock);
    connect(m_store.get(), &Store::healthChanged, this, &BrokerCore::healthChanged);
    return m_store->open();
}

void BrokerCore::declare()
{
    m_declarations = std::make_unique<Declarations>(*m_engine, *m_topics, m_options,
                                                    [this](const Result<void> &declared) {
                                                        if (m_isStopping)
                                                            return;
                                                        if (declared)
                                                            listen();
                                                        else
                                                            fail(declared.error());
                                                    });
    m_declarations->run();
}

void BrokerCore::listen()
{
    const Result<QString> endpoint = listenOnAll();
    if (!endpoint)
        return fail(endpoint.error());
    qCInfo(logServer, "Serving %s from %s.", qUtf8Printable(*endpoint),
           qUtf8Printable(m_options.dataDirectory));
    if (!m_options.listen.address.isLoopback()) {
        qCWarning(logServer,
                  "Listening beyond this machine, without encryption: for trusted networks only.");
    }
    m_endpointFile->write({*endpoint, m_options.accessKeyId});
    m_push->start(certificateUrl(*endpoint));
    emit started(endpoint);
}

QByteArray BrokerCore::certificateUrl(const QString &endpoint) const
{
    if (!m_options.push.certificateUrl.isEmpty())
        return m_options.push.certificateUrl.toUtf8();
    const QByteArray url = endpoint.toUtf8() + kPushCertificatePath;
    if (isEveryAddress(m_options.listen.address)) {
        qCWarning(logServer,
                  "Pushes name %s for the certificate that they are checked with, which only this "
                  "machine reaches. Set push.certificate_url where receivers are elsewhere.",
                  url.constData());
    }
    return url;
}

Result<QString> BrokerCore::listenOnAll()
{
    m_http = std::make_unique<HttpServer>(
        httpOptions(m_options), [this](const HttpRequest &request, const ReplySlot &slot) {
            m_api->handle(request, slot);
        });
    const Result<quint16> port = listenOn(*m_http, m_options.listen);
    if (!port)
        return port.error();

    const QString endpoint = endpointOf(m_options.listen, *port);
    const ApiServices services{*m_engine, *m_topics,        *m_trash,
                               *m_push,   *m_authenticator, m_policy,
                               m_metrics, m_requestLog,     m_options.systemTime};
    BrokerFacts facts;
    facts.account = m_options.account;
    facts.endpoint = endpoint;
    facts.durability = m_options.durability == Durability::Full ? QStringLiteral("full")
                                                                : QStringLiteral("normal");
    facts.dataDirectory = m_options.dataDirectory;
    facts.mailRelay = placeOf(m_options.push.channels.mail.url);
    facts.smsGateway = placeOf(m_options.push.channels.sms.url);
    facts.trashTime = m_options.trashTime;
    facts.startedAtMs = m_options.systemTime();
    facts.pushCertificate = [this] { return m_push->certificate(); };
    facts.allowedOrigins = m_options.allowedOrigins;
    facts.connections = [this] { return m_http->connectionCount(); };
    m_api = std::make_unique<BrokerApi>(services, std::move(facts));

    if (m_options.metricsListen) {
        m_monitoring =
            std::make_unique<HttpServer>(monitoringOptions(m_options),
                                         [this](const HttpRequest &request, const ReplySlot &slot) {
                                             m_api->handleMonitoring(request, slot);
                                         });
        const Result<quint16> monitoringPort = listenOn(*m_monitoring, *m_options.metricsListen);
        if (!monitoringPort)
            return monitoringPort.error();
        qCInfo(logServer, "Serving /healthz and /metrics on %s.",
               qUtf8Printable(endpointOf(*m_options.metricsListen, *monitoringPort)));
    }
    return endpoint;
}

Result<quint16> BrokerCore::listenOn(HttpServer &server, const ListenAddress &address)
{
    Result<quint16> port = server.listen(address.address, address.port);
    if (port || port.error().code != ErrorCode::Conflict)
        return port;
    QString message = QStringLiteral("Port %1 on %2 is in use by another program.")
                          .arg(address.port)
                          .arg(address.address.toString());
    if (const quint16 free = findFreePort(address.address, address.port); free != 0)
        message += QStringLiteral(" Port %1 is free.").arg(free);
    return Error{ErrorCode::Conflict, message};
}

void BrokerCore::fail(const Error &error)
{
    emit started(error);
    beginStop();
}

void BrokerCore::tick()
{
    m_topics->registry().visitSubscriptions([this](const TopicRegistry::Subscription &one) {
        m_metrics.pushes().setWaiting(one.row.id, one.waiting.total());
    });
    const std::vector<QueueId> changed =
        m_metrics.tick(m_options.systemTime(), m_engine->totals().counts, [this](QueueId queue) {
            return m_engine->counts(queue).value_or(QueueCounts{});
        });
    m_engine->markChanged(changed);
}

void BrokerCore::beginStop()
{
    if (std::exchange(m_isStopping, true))
        return;
    m_secondTimer.stop();
    if (m_push)
        m_push->stop();
    closeServers();
}

void BrokerCore::closeServers()
{
    if (m_monitoring)
        m_monitoring->close();
    if (!m_http) // Later: who calls may be the store, on its way through what it committed.
        return m_mailbox.post([this] { finishStop(); });
    connect(m_http.get(), &HttpServer::closed, this, &BrokerCore::finishStop, Qt::QueuedConnection);
    QTimer::singleShot(kDrainTime, this, &BrokerCore::finishStop);
    m_http->close();
    m_engine->releaseWaiters(); // last, so that their answers say that the connection closes
}

void BrokerCore::finishStop()
{
    if (!m_store)
        return; // the other of the two ways here came first
    if (m_http)
        m_http->disconnect(this);
    m_endpointFile.reset();
    m_store->close(); // completes what it committed, so the engine has to be there still
    m_http.reset();
    m_monitoring.reset();
    m_declarations.reset();
    m_push.reset();
    m_trash.reset();
    m_topics.reset();
    m_engine.reset();
    m_store.reset();
    m_api.reset(); // requests that were never answered lived in engine and store
    qCInfo(logServer, "Stopped.");
    emit stopped();
}

} // namespace Signalbox
