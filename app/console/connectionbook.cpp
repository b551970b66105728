// SPDX-License-Identifier: GPL-3.0-only
#include "console/connectionbook.h"

#include "console/brokerconnection.h"
#include "console/onreply.h"
#include "console/ownbroker.h"
#include "console/secretstore.h"
#include "console/settings.h"

#include <QUuid>

#include <utility>

namespace Signalbox {

ConnectionBook::ConnectionBook(OwnBroker &broker, ConsoleSettings &settings, SecretStore &secrets,
                               QObject *parent)
    : QObject(parent)
    , m_broker(broker)
    , m_settings(settings)
    , m_secrets(secrets)
{
    m_entries.emplace_back();
    const QList<SavedConnection> saved = m_settings.connections();
    for (const SavedConnection &connection : saved) {
        m_entries.push_back({connection, nullptr});
        if (!connection.isDisconnected)
            readSecret(connection.id);
    }
    connect(&m_broker, &OwnBroker::stateChanged, this, &ConnectionBook::followOwnBroker);
    followOwnBroker();
}

ConnectionBook::~ConnectionBook() = default;

SavedConnection ConnectionBook::savedAt(int index) const
{
    if (index != kOwn)
        return m_entries.at(std::size_t(index)).saved;
    SavedConnection own;
    own.name = nameAt(kOwn);
    own.url = m_broker.endpoint().url;
    return own;
}

QString ConnectionBook::nameAt(int index) const
{
    return index == kOwn ? tr("This broker") : m_entries.at(std::size_t(index)).saved.name;
}

BrokerConnection *ConnectionBook::connectionAt(int index) const
{
    return m_entries.at(std::size_t(index)).connection.get();
}

int ConnectionBook::indexOf(const QUrl &url) const
{
    for (int index = kOwn + 1; index < count(); ++index) {
        if (m_entries.at(std::size_t(index)).saved.url == url)
            return index;
    }
    return -1;
}

int ConnectionBook::indexOfId(const QString &id) const
{
    for (int index = kOwn + 1; index < count(); ++index) {
        if (m_entries.at(std::size_t(index)).saved.id == id)
            return index;
    }
    return -1;
}

void ConnectionBook::setCurrent(int index)
{
    if (index < 0 || index >= count() || index == m_current)
        return;
    emit currentAboutToChange();
    m_current = index;
    updateWatching();
    emit currentChanged();
}

int ConnectionBook::add(SavedConnection connection, const QString &secret)
{
    connection.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_entries.push_back({connection, nullptr});
    keepSecret(connection.id, secret);
    save();
    emit listChanged();
    const int index = count() - 1;
    open(index, secret);
    return index;
}

void ConnectionBook::replace(int index, SavedConnection connection,
                             const std::optional<QString> &secret)
{
    Entry &entry = m_entries.at(std::size_t(index));
    connection.id = entry.saved.id;
    connection.isDisconnected = entry.saved.isDisconnected;
    const bool elsewhere =
        connection.url != entry.saved.url || connection.accessKeyId != entry.saved.accessKeyId;
    entry.saved = connection;
    if (entry.connection)
        entry.connection->changes().setAsking(connection.asksBeforeChange, connection.name);
    save();
    emit listChanged();
    if (secret)
        keepSecret(connection.id, *secret);
    if (connection.isDisconnected)
        return;
    if (secret) {
        open(index, *secret);
    } else if (elsewhere) {
        if (entry.connection)
            open(index, entry.connection->endpoint().accessKeySecret);
        else
            readSecret(connection.id);
    }
}

void ConnectionBook::setDisconnected(int index, bool disconnected)
{
    Entry &entry = m_entries.at(std::size_t(index));
    if (index == kOwn || entry.saved.isDisconnected == disconnected)
        return;
    entry.saved.isDisconnected = disconnected;
    save();
    if (disconnected)
        setConnection(index, nullptr);
    else
        readSecret(entry.saved.id);
    emit listChanged();
}

void ConnectionBook::remove(int index)
{
    if (index <= kOwn || index >= count())
        return;
    if (index == m_current)
        setCurrent(kOwn);
    m_secrets.remove(m_entries.at(std::size_t(index)).saved.id);
    m_entries.erase(m_entries.begin() + index);
    if (m_current > index)
        --m_current;
    save();
    emit listChanged();
}

void ConnectionBook::setHidden(bool hidden)
{
    m_hidden = hidden;
    for (const Entry &entry : m_entries) {
        if (entry.connection)
            entry.connection->setHidden(hidden);
    }
}

void ConnectionBook::followOwnBroker()
{
    const OwnBroker::State state = m_broker.state();
    BrokerConnection *own = connectionAt(kOwn);
    if (own && state == OwnBroker::State::Starting) {
        // It will likely be back where it was.
    } else if (state == OwnBroker::State::Running && own
               && own->endpoint() == m_broker.endpoint()) {
        own->refresh();
    } else {
        setConnection(kOwn,
                      state == OwnBroker::State::Running
                          ? std::make_unique<BrokerConnection>(m_broker.endpoint())
                          : nullptr);
    }
    emit statusChanged(kOwn);
}

void ConnectionBook::open(int index, const QString &secret)
{
    const SavedConnection &saved = m_entries.at(std::size_t(index)).saved;
    Endpoint endpoint;
    endpoint.url = saved.url;
    endpoint.accessKeyId = saved.accessKeyId;
    endpoint.accessKeySecret = secret;
    setConnection(index, std::make_unique<BrokerConnection>(endpoint));
}

void ConnectionBook::readSecret(const QString &id)
{
    onReply(m_secrets.read(id), this, [this, id](const Result<QString> &secret) {
        // Without a secret the broker refuses, and the user is told so and may give it again.
        const int index = indexOfId(id);
        if (index > kOwn && !m_entries.at(std::size_t(index)).saved.isDisconnected)
            open(index, secret ? *secret : QString());
    });
}

void ConnectionBook::keepSecret(const QString &id, const QString &secret)
{
    onReply(m_secrets.write(id, secret), this, [this](const Result<SecretStore::Place> &written) {
        if (!written)
            emit keepingFailed(written.error());
    });
}

void ConnectionBook::setConnection(int index, std::unique_ptr<BrokerConnection> connection)
{
    Entry &entry = m_entries.at(std::size_t(index));
    const bool isCurrent = index == m_current;
    if (isCurrent)
        emit currentAboutToChange();
    entry.connection = std::move(connection);
    if (BrokerConnection *made = entry.connection.get()) {
        connect(made, &BrokerConnection::statusChanged, this, [this, made] {
            for (int i = 0; i < count(); ++i) {
                if (connectionAt(i) == made)
                    emit statusChanged(i);
            }
        });
        made->setHidden(m_hidden);
        made->changes().setAsking(entry.saved.asksBeforeChange, entry.saved.name);
        connect(&made->changes(), &ChangeGate::asked, this,
                [this, made](const QStringList &changes) {
                    for (int i = 0; i < count(); ++i) {
                        if (connectionAt(i) == made)
                            emit changeAsked(i, changes);
                    }
                });
    }
    updateWatching();
    if (isCurrent)
        emit currentChanged();
    emit statusChanged(index);
}

void ConnectionBook::updateWatching()
{
    for (int index = 0; index < count(); ++index) {
        if (BrokerConnection *connection = connectionAt(index))
            connection->setWatched(index == m_current);
    }
}

void ConnectionBook::save()
{
    QList<SavedConnection> saved;
    for (int index = kOwn + 1; index < count(); ++index)
        saved.append(m_entries.at(std::size_t(index)).saved);
    m_settings.setConnections(saved);
}

} // namespace Signalbox
