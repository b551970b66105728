// SPDX-License-Identifier: GPL-3.0-only
#include "console/ownbroker.h"

#include "console/onreply.h"
#include "server/broker.h"
#include "server/endpointfile.h"

#include <QUrl>

#include <utility>

namespace Signalbox {

namespace {

BrokerOptions optionsFrom(const OwnBrokerSettings &settings)
{
    BrokerOptions options;
    options.listen = {QHostAddress(settings.listenAddress), settings.port};
    options.dataDirectory = settings.dataDirectory;
    options.durability = settings.fullDurability ? Durability::Full : Durability::Normal;
    options.account = settings.account;
    options.accessKeyId = settings.accessKeyId;
    options.accessKeySecret = settings.accessKeySecret;
    return options;
}

/// A broker that listens on all addresses is reached over loopback.
QUrl reachableFromHere(const QString &endpoint)
{
    QUrl url(endpoint);
    const QHostAddress address(url.host());
    if (address == QHostAddress::AnyIPv4 || address == QHostAddress::Any)
        url.setHost(QHostAddress(QHostAddress::LocalHost).toString());
    else if (address == QHostAddress::AnyIPv6)
        url.setHost(QHostAddress(QHostAddress::LocalHostIPv6).toString());
    return url;
}

} // namespace

OwnBroker::OwnBroker(QObject *parent)
    : QObject(parent)
{
}

OwnBroker::~OwnBroker() = default;

void OwnBroker::start(const OwnBrokerSettings &settings)
{
    if (m_state == State::Starting)
        return;
    m_settings = settings;
    m_state = State::Starting;
    m_trouble = Trouble::None;
    m_problem.clear();
    emit stateChanged();
    if (m_broker && m_broker->state() == Broker::State::Running)
        onReply(m_broker->stop(), this, [this] { startNow(); });
    else
        startNow();
}

void OwnBroker::startNow()
{
    // Not now: this may run inside the old broker's last words.
    if (m_broker)
        m_broker.release()->deleteLater();
    BrokerOptions options = optionsFrom(m_settings);
    if (m_configure)
        m_configure(options);
    m_broker = std::make_unique<Broker>(std::move(options));
    onReply(m_broker->start(), this,
            [this](const Result<QString> &endpoint) { started(endpoint); });
}

void OwnBroker::started(const Result<QString> &endpoint)
{
    if (endpoint) {
        m_state = State::Running;
        m_endpoint = {reachableFromHere(*endpoint), m_settings.accessKeyId,
                      m_settings.accessKeySecret};
    } else {
        m_state = State::Failed;
        m_problem = endpoint.error().message;
        const bool busy = endpoint.error().code == ErrorCode::Conflict;
        m_trouble = busy ? Trouble::PortBusy : Trouble::Other;
        // Had we the directory, nothing of another broker would stand in it.
        const std::optional<RunningEndpoint> holder =
            busy ? std::nullopt : EndpointFile::read(m_settings.dataDirectory);
        if (holder) {
            m_trouble = Trouble::DirectoryTaken;
            m_holder = {reachableFromHere(holder->endpoint), holder->accessKeyId, {}};
        }
        m_freePort = busy ? findFreePort(QHostAddress(m_settings.listenAddress), m_settings.port)
                          : quint16(0);
    }
    emit stateChanged();
}

} // namespace Signalbox
