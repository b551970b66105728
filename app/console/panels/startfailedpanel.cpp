// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/startfailedpanel.h"

#include "console/ownbroker.h"
#include "console/settings.h"
#include "widgets/button.h"
#include "widgets/emptystate.h"

#include <QVBoxLayout>

namespace Signalbox {

using namespace Qt::StringLiterals;

StartFailedPanel::StartFailedPanel(ConsoleSettings &settings, OwnBroker &broker, QWidget *parent)
    : Panel(parent)
    , m_settings(settings)
    , m_broker(broker)
    , m_state(new EmptyState(this))
    , m_otherPort(new Button({}, ButtonKind::Primary, {}, this))
    , m_again(new Button({}, ButtonKind::Default, u"refresh-cw"_s, this))
    , m_openSettings(new Button({}, ButtonKind::Default, u"settings"_s, this))
{
    m_state->addAction(m_otherPort);
    m_state->addAction(m_again);
    m_state->addAction(m_openSettings);
    column()->addWidget(m_state, 1);
    connect(m_otherPort, &QPushButton::clicked, this, &StartFailedPanel::startOnOtherPort);
    connect(m_again, &QPushButton::clicked, this, [this] { m_broker.start(m_broker.settings()); });
    connect(m_openSettings, &QPushButton::clicked, this, &StartFailedPanel::settingsRequested);
    connect(&m_broker, &OwnBroker::stateChanged, this, &StartFailedPanel::retranslate);
    retranslate();
}

void StartFailedPanel::startOnOtherPort()
{
    OwnBrokerSettings kept = m_settings.broker();
    OwnBrokerSettings used = m_broker.settings();
    kept.port = m_broker.freePort();
    used.port = m_broker.freePort();
    m_settings.setBroker(kept);
    m_broker.start(used);
}

void StartFailedPanel::retranslate()
{
    const bool failed = m_broker.state() == OwnBroker::State::Failed;
    const bool portBusy = failed && m_broker.trouble() == OwnBroker::Trouble::PortBusy;
    header().setTitle(tr("Overview"));
    m_state->setIconName(failed ? u"octagon-alert"_s : u"hard-drive"_s);
    const QString port = QString::number(m_broker.settings().port);
    if (portBusy) {
        m_state->setTitle(tr("Port %1 is in use").arg(port));
        m_state->setText(
            tr("Another program listens there, perhaps another Signalbox.\n"
               "Take another port for this broker, or stop the other program and try again."));
    } else if (failed) {
        m_state->setTitle(tr("The broker could not start"));
        m_state->setText(m_broker.problem());
    } else {
        m_state->setTitle(tr("The broker is starting"));
        m_state->setText(tr("It opens its data directory and begins to listen."));
    }
    m_otherPort->setText(tr("Use port %1").arg(QString::number(m_broker.freePort())));
    m_otherPort->setVisible(portBusy && m_broker.freePort() != 0);
    m_again->setText(tr("Try again"));
    m_again->setVisible(failed);
    m_openSettings->setText(tr("Settings"));
    m_openSettings->setVisible(failed);
}

} // namespace Signalbox
