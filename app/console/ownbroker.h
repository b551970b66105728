// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/endpoint.h"
#include "console/settings.h"
#include "core/result.h"

#include <QObject>

#include <functional>
#include <memory>

namespace Signalbox {

class Broker;
struct BrokerOptions;

/// The broker inside this program. It runs in threads of its own and is talked to over its endpoint
/// alone, like any other broker. GUI thread.
class OwnBroker : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OwnBroker)

public:
    enum class State { Stopped, Starting, Running, Failed };

    /// Why it did not start, as far as the user can do something about it.
    enum class Trouble { None, PortBusy, DirectoryTaken, Other };

    explicit OwnBroker(QObject *parent = nullptr);
    /// Stops the broker: what it answered is on disk.
    ~OwnBroker() override;

    /// Changes what the settings do not say, such as the disk below; before the first start.
    using Configure = std::function<void(BrokerOptions &options)>;
    void setConfigure(const Configure &configure) { m_configure = configure; }

    /// Starts with \a settings, after stopping a broker that runs. Does not wait; stateChanged()
    /// tells the end.
    void start(const OwnBrokerSettings &settings);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] Trouble trouble() const { return m_trouble; }
    /// Why it did not start, as a sentence.
    [[nodiscard]] const QString &problem() const { return m_problem; }
    /// With Trouble::PortBusy: a port near the configured one that nobody listens on; 0 when none
    /// was found.
    [[nodiscard]] quint16 freePort() const { return m_freePort; }

    /// With Trouble::DirectoryTaken: where the broker that has the data directory answers.
    [[nodiscard]] const Endpoint &holder() const { return m_holder; }

    /// What it runs with, or was to run with.
    [[nodiscard]] const OwnBrokerSettings &settings() const { return m_settings; }
    /// How this program reaches it while it runs.
    [[nodiscard]] const Endpoint &endpoint() const { return m_endpoint; }

signals:
    void stateChanged();

private:
    void startNow();
    void started(const Result<QString> &endpoint);

    Configure m_configure;
    OwnBrokerSettings m_settings;
    State m_state = State::Stopped;
    Trouble m_trouble = Trouble::None;
    QString m_problem;
    quint16 m_freePort = 0;
    Endpoint m_holder; ///< Without a secret.
    Endpoint m_endpoint;
    std::unique_ptr<Broker> m_broker;
};

} // namespace Signalbox
