// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/panels/panel.h"

namespace Signalbox {

class Button;
class ConsoleSettings;
class EmptyState;
class OwnBroker;

/// In the place of the panels while the broker does not run: why, and what can be done about it.
class StartFailedPanel : public Panel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StartFailedPanel)

public:
    StartFailedPanel(ConsoleSettings &settings, OwnBroker &broker, QWidget *parent = nullptr);

signals:
    void settingsRequested();

protected:
    void retranslate() override;

private:
    void startOnOtherPort();

    ConsoleSettings &m_settings;
    OwnBroker &m_broker;
    EmptyState *m_state;
    Button *m_otherPort;
    Button *m_again;
    Button *m_openSettings;
};

} // namespace Signalbox
