// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/startfailedpanel.h"

#include "console/connectionbook.h"
#include "console/ownbroker.h"
#include "console/settings.h"
#include "widgets/button.h"
#include "widgets/emptystate.h"

#include <QVBoxLayout>

namespace Signalbox {

using namespace Qt::StringLiterals;

StartFailedPanel::StartFailedPanel(ConsoleSettings &settings, OwnBroker &broker,
                                   ConnectionBook &connections, QWidget *parent)
    : Panel(parent)
    , m_settings(settings)
    , m_broker(broker)
    , m_connections(connections)
    , m_state(new EmptyState(this))
    , m_connect(new Button({}, ButtonKind::Primary, u"server"_s, this))
    , m_otherPort(new Button({}, ButtonKind::Primary, {}, this))
    , m_again(new Button({}, ButtonKind::Default, u"refresh-cw"_s, this))
    , m_openSettings(new Button({}, ButtonKind::Default, u"settings"_s, this))
{
    m_state->addAction(m_connect);
    m_state->addAction(m_otherPort);
    m_state->addAction(m_again);
    m_state->addAction(m_openSettings);
    column()->addWidget(m_state, 1);
    connect(m_connect, &QPushButton::clicked, this, [this] {
        if (isDisconnected())
            return m_connections.setDisconnected(m_connections.currentIndex(), false);
        emit connectRequested(m_broker.holder().url, m_broker.holder().accessKeyId);
    });
    connect(m_otherPort, &QPushButton::clicked, this, &StartFailedPanel::startOnOtherPort);
    connect(m_again, &QPushButton::clicked, this, [this] { m_broker.start(m_broker.settings()); });
    connect(m_openSettings, &QPushButton::clicked, this, &StartFailedPanel::settingsRequested);
    for (auto signal : {&ConnectionBook::currentChanged, &ConnectionBook::listChanged})
        connect(&m_connections, signal, this, &StartFailedPanel::retranslate);
    connect(&m_broker, &OwnBroker::stateChanged, this, &StartFailedPanel::retranslate);
    retranslate();
}

void StartFailedPanel::startOnOtherPort()
{
    OwnBrokerSettings settings = m_settings.broker();
    settings.port = m_broker.freePort();
    m_settings.setBroker(settings);
    m_broker.start(settings);
}

void StartFailedPanel::retranslate()
{
    const bool isOwn = m_connections.isOwnCurrent();
    const bool failed = isOwn && m_broker.state() == OwnBroker::State::Failed;
    const OwnBroker::Trouble trouble = failed ? m_broker.trouble() : OwnBroker::Trouble::None;
    m_state->setIconName(failed ? u"octagon-alert"_s : u"hard-drive"_s);
    m_state->setTone(failed ? Tone::Danger : Tone::Info);
    const QString name = m_connections.nameAt(m_connections.currentIndex());
    header().setTitle(name);
    if (isDisconnected())
        showDisconnected(name);
    else if (!isOwn)
        showWaiting(name);
    else if (failed)
        showTrouble();
    else
        showWaiting({});
    m_connect->setText(
        tr("Connect to %1").arg(isDisconnected() ? name : m_broker.holder().url.authority()));
    m_connect->setVisible(trouble == OwnBroker::Trouble::DirectoryTaken || isDisconnected());
    m_otherPort->setText(tr("Use port %1").arg(QString::number(m_broker.freePort())));
    m_otherPort->setVisible(trouble == OwnBroker::Trouble::PortBusy && m_broker.freePort() != 0);
    m_again->setText(tr("Try again"));
    m_again->setVisible(failed);
    m_openSettings->setText(tr("Settings"));
    m_openSettings->setVisible(failed);
}

bool StartFailedPanel::isDisconnected() const
{
    return m_connections.savedAt(m_connections.currentIndex()).isDisconnected;
}

void StartFailedPanel::showDisconnected(const QString &name)
{
    m_state->setIconName(u"circle-pause"_s);
    m_state->setTitle(tr("%1 is disconnected").arg(name));
    m_state->setText(tr("Nothing is asked of it until you connect again."));
}

void StartFailedPanel::showWaiting(const QString &name)
{
    if (name.isEmpty()) {
        m_state->setTitle(tr("The broker is starting"));
        m_state->setText(tr("It opens its data directory and begins to listen."));
        return;
    }
    m_state->setTitle(tr("Connecting to %1").arg(name));
    m_state->setText(
        tr("Its key is being read from the keychain, which may ask you to unlock it."));
}

void StartFailedPanel::showTrouble()
{
    switch (m_broker.trouble()) {
    case OwnBroker::Trouble::PortBusy:
        m_state->setTitle(tr("Port %1 is in use").arg(QString::number(m_broker.settings().port)));
        m_state->setText(
            tr("Another program listens there, perhaps another Signalbox.\n"
               "Take another port for this broker, or stop the other program and try again."));
        break;
    case OwnBroker::Trouble::DirectoryTaken:
        m_state->setTitle(tr("Another Signalbox uses this data directory"));
        m_state->setText(tr("It answers at %1, with the same queues and messages.\n"
                            "Connect to that one, or stop it and try again.")
                             .arg(m_broker.holder().url.toString(QUrl::StripTrailingSlash)));
        break;
    default:
        m_state->setTitle(tr("The broker could not start"));
        m_state->setText(m_broker.problem());
    }
}

} // namespace Signalbox
