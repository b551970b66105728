// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/savedconnection.h"
#include "core/result.h"

#include <QObject>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace Signalbox {

class BrokerConnection;
class ConsoleSettings;
class OwnBroker;
class SecretStore;

/// The brokers that the console knows: first the one inside it, then those the user added. One is
/// current, and asked everything; the others are only asked how they are. GUI thread.
class ConnectionBook : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionBook)

public:
    static constexpr int kOwn = 0; ///< Index of the broker inside the console.

    ConnectionBook(OwnBroker &broker, ConsoleSettings &settings, SecretStore &secrets,
                   QObject *parent = nullptr);
    ~ConnectionBook() override;

    [[nodiscard]] int count() const { return int(m_entries.size()); }
    /// What the user added; of kOwn only the name and the address are set.
    [[nodiscard]] SavedConnection savedAt(int index) const;
    [[nodiscard]] QString nameAt(int index) const;
    /// Null while the broker inside does not run, another is disconnected or its key not read yet.
    [[nodiscard]] BrokerConnection *connectionAt(int index) const;
    /// Index of a connection added to \a url, or -1.
    [[nodiscard]] int indexOf(const QUrl &url) const;

    [[nodiscard]] int currentIndex() const { return m_current; }
    [[nodiscard]] BrokerConnection *current() const { return connectionAt(m_current); }
    [[nodiscard]] bool isOwnCurrent() const { return m_current == kOwn; }
    void setCurrent(int index);

    /// Adds \a connection with the secret of its key at the end; gives its index.
    int add(SavedConnection connection, const QString &secret);
    /// Without \a secret the kept one stays. Who is disconnected stays so.
    void replace(int index, SavedConnection connection, const std::optional<QString> &secret);
    /// Disconnected it keeps its place, also over a restart, and is asked nothing. Not for kOwn.
    void setDisconnected(int index, bool disconnected);
    /// Forgets it and its secret; the broker inside becomes current if it was. Not for kOwn.
    void remove(int index);

    /// The window is hidden: nothing is asked meanwhile.
    void setHidden(bool hidden);

signals:
    /// The current connection is about to go, or to be another: let go of it.
    void currentAboutToChange();
    /// current() is another one, or the state of the broker inside, while current, is.
    void currentChanged();
    /// Connections came, went or changed their looks.
    void listChanged();
    /// How a broker is, or how long it takes to answer, may read differently.
    void statusChanged(int index);
    /// \a changes, as sentences, wait for changes() of the connection at \a index to be told.
    void changeAsked(int index, const QStringList &changes);
    /// The secret of a key could not be kept.
    void keepingFailed(const Signalbox::Error &error);

private:
    struct Entry
    {
        SavedConnection saved;
        std::unique_ptr<BrokerConnection> connection;
    };

    void followOwnBroker();
    void open(int index, const QString &secret);
    void readSecret(const QString &id);
    void keepSecret(const QString &id, const QString &secret);
    void setConnection(int index, std::unique_ptr<BrokerConnection> connection);
    void updateWatching();
    void save();
    [[nodiscard]] int indexOfId(const QString &id) const;

    OwnBroker &m_broker;
    ConsoleSettings &m_settings;
    SecretStore &m_secrets;
    std::vector<Entry> m_entries;
    int m_current = kOwn;
    bool m_hidden = false;
};

} // namespace Signalbox
