// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/settings.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace Signalbox {

class Button;
class Card;
class OwnBroker;
class SegmentedControl;
class SettingGroup;
class SettingRow;
class TextLabel;

/// Settings › Broker: where it listens, with which key, where it keeps its data and how safely.
/// Changes are kept at once and take effect when the broker is started anew, which a card at the
/// top offers.
class BrokerPage : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BrokerPage)

public:
    BrokerPage(ConsoleSettings &settings, OwnBroker &broker, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void buildListening();
    void buildStorage();
    void buildClosing();
    void showValues();
    void showDifferences();
    void takePort();
    void chooseDataDirectory();
    void makeKey();
    void restart();
    void retranslate();

    ConsoleSettings &m_settings;
    OwnBroker &m_broker;
    OwnBrokerSettings m_values; ///< What the fields say.
    OwnBrokerSettings m_applied; ///< What the settings said when the broker was started.

    Card *m_restartCard;
    TextLabel *m_restartText;
    Button *m_restartButton;
    SettingGroup *m_listening;
    SettingRow *m_addressRow;
    QComboBox *m_address;
    QLineEdit *m_port;
    SettingRow *m_keyRow;
    QLineEdit *m_key;
    Button *m_newKey;
    SettingGroup *m_storage;
    SettingRow *m_directoryRow;
    QLineEdit *m_directory;
    Button *m_chooseDirectory;
    SettingRow *m_durabilityRow;
    SegmentedControl *m_durability;
    SettingGroup *m_window;
    SettingRow *m_closingRow;
    QComboBox *m_closing;
};

} // namespace Signalbox
