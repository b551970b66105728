// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/brokerpage.h"

#include "console/ownbroker.h"
#include "console/panels/settinggroup.h"
#include "console/panels/settingrow.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/label.h"
#include "widgets/metrics.h"
#include "widgets/scaledsize.h"
#include "widgets/segmentedcontrol.h"

#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QIntValidator>
#include <QLineEdit>
#include <QRandomGenerator>
#include <QVBoxLayout>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

const auto kLoopback = u"127.0.0.1"_s;
const auto kEverywhere = u"0.0.0.0"_s;

enum DurabilitySegment { Full, Normal };

QString randomText(int length)
{
    const auto letters = u"ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789"_s;
    QString text;
    for (int i = 0; i < length; ++i)
        text.append(letters.at(int(QRandomGenerator::system()->bounded(quint32(letters.size())))));
    return text;
}

} // namespace

BrokerPage::BrokerPage(ConsoleSettings &settings, OwnBroker &broker, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_broker(broker)
    , m_values(settings.broker())
    , m_applied(m_values)
    , m_restartCard(new Card(this))
    , m_restartText(new TextLabel(TextRole::BodyMedium, Token::Warn, {}, m_restartCard))
    , m_restartButton(new Button({}, ButtonKind::Default, u"rotate-ccw"_s, m_restartCard))
    , m_listening(new SettingGroup(this))
    , m_storage(new SettingGroup(this))
    , m_window(new SettingGroup(this))
{
    m_restartCard->setColors(Token::WarnBg, Token::Warn);
    auto *restart = new QHBoxLayout;
    restart->addWidget(m_restartText, 1);
    restart->addWidget(m_restartButton);
    m_restartCard->body()->addLayout(restart);
    connect(m_restartButton, &QPushButton::clicked, this, &BrokerPage::restart);

    buildListening();
    buildStorage();
    buildClosing();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Metrics::kSpaceXl);
    column->addWidget(m_restartCard);
    column->addWidget(m_listening);
    column->addWidget(m_storage);
    column->addWidget(m_window);
    column->addStretch();

    retranslate();
    showValues();
    connect(&m_broker, &OwnBroker::stateChanged, this, [this] {
        m_values = m_settings.broker();
        if (m_broker.state() == OwnBroker::State::Running)
            m_applied = m_values;
        showValues();
    });
}

void BrokerPage::buildListening()
{
    m_addressRow = m_listening->addRow(u"broker/listenAddress, broker/port"_s);
    m_address = new QComboBox(this);
    m_address->addItem({}, kLoopback);
    m_address->addItem({}, kEverywhere);
    keepScaled(*m_address, &QWidget::setFixedWidth, 200);
    m_port = new QLineEdit(this);
    m_port->setValidator(new QIntValidator(1, 65535, m_port));
    keepScaled(*m_port, &QWidget::setFixedWidth, 80);
    m_addressRow->addControl(m_address);
    m_addressRow->addControl(m_port);
    connect(m_address, &QComboBox::activated, this, [this] {
        m_values.listenAddress = m_address->currentData().toString();
        showDifferences();
    });
    connect(m_port, &QLineEdit::editingFinished, this, &BrokerPage::takePort);

    m_keyRow = m_listening->addRow(u"broker/accessKeyId, broker/accessKeySecret"_s);
    m_key = new QLineEdit(this);
    m_key->setReadOnly(true);
    keepScaled(*m_key, &QWidget::setFixedWidth, 200);
    m_newKey = new Button({}, ButtonKind::Default, u"key-round"_s, this);
    m_keyRow->addControl(m_key);
    m_keyRow->addControl(m_newKey);
    connect(m_newKey, &QPushButton::clicked, this, &BrokerPage::makeKey);
}

void BrokerPage::buildStorage()
{
    m_directoryRow = m_storage->addRow(u"broker/dataDirectory"_s);
    m_directory = new QLineEdit(this);
    m_directory->setReadOnly(true);
    keepScaled(*m_directory, &QWidget::setMinimumWidth, 280);
    m_chooseDirectory = new Button({}, ButtonKind::Default, {}, this);
    m_directoryRow->addControl(m_directory);
    m_directoryRow->addControl(m_chooseDirectory);
    connect(m_chooseDirectory, &QPushButton::clicked, this, &BrokerPage::chooseDataDirectory);

    m_durabilityRow = m_storage->addRow(u"broker/durability"_s);
    m_durability = new SegmentedControl(this);
    m_durability->addSegment(u"full"_s);
    m_durability->addSegment(u"normal"_s);
    m_durabilityRow->addControl(m_durability);
    connect(m_durability, &SegmentedControl::currentIndexChanged, this, [this](int index) {
        m_values.fullDurability = index == Full;
        showDifferences();
    });
}

void BrokerPage::buildClosing()
{
    m_closingRow = m_window->addRow(u"window/whenClosed"_s);
    m_closing = new QComboBox(this);
    for (int choice = 0; choice < 3; ++choice) // in the order of CloseChoice
        m_closing->addItem({});
    keepScaled(*m_closing, &QWidget::setFixedWidth, 200);
    m_closing->setCurrentIndex(int(m_settings.closeChoice()));
    m_closingRow->addControl(m_closing);
    connect(m_closing, &QComboBox::activated, this,
            [this](int choice) { m_settings.setCloseChoice(CloseChoice(choice)); });
}

void BrokerPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_closing->setCurrentIndex(int(m_settings.closeChoice())); // It may have been answered since.
}

void BrokerPage::takePort()
{
    m_values.port = quint16(m_port->text().toUInt());
    showDifferences();
}

void BrokerPage::chooseDataDirectory()
{
    auto *dialog = new QFileDialog(this, tr("Data directory"), m_values.dataDirectory);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &directory) {
        m_values.dataDirectory = QDir::cleanPath(directory);
        showValues();
    });
    dialog->open();
}

void BrokerPage::makeKey()
{
    constexpr int kIdLength = 16;
    constexpr int kSecretLength = 30;
    m_values.accessKeyId = randomText(kIdLength);
    m_values.accessKeySecret = randomText(kSecretLength);
    showValues();
}

void BrokerPage::restart()
{
    m_broker.start(m_settings.broker());
}

void BrokerPage::showValues()
{
    m_address->setCurrentIndex(m_values.listensBeyondThisMachine() ? 1 : 0);
    m_port->setText(QString::number(m_values.port));
    m_key->setText(m_values.accessKeyId);
    m_key->setCursorPosition(0);
    m_directory->setText(QDir::toNativeSeparators(m_values.dataDirectory));
    m_directory->setToolTip(m_values.dataDirectory.toHtmlEscaped());
    m_durability->setCurrentIndex(m_values.fullDurability ? Full : Normal);
    showDifferences();
}

void BrokerPage::showDifferences()
{
    const bool keyNeeded = m_values.listensBeyondThisMachine() && m_values.hasDevelopmentKey();
    m_addressRow->setProblem(
        keyNeeded ? tr("The development key is known to everybody. Make a new key first.")
                  : QString());
    if (!keyNeeded && m_settings.broker() != m_values)
        m_settings.setBroker(m_values);

    m_addressRow->setNeedsRestart(m_values.listenAddress != m_applied.listenAddress
                                  || m_values.port != m_applied.port);
    m_keyRow->setNeedsRestart(m_values.accessKeyId != m_applied.accessKeyId);
    m_directoryRow->setNeedsRestart(m_values.dataDirectory != m_applied.dataDirectory);
    m_durabilityRow->setNeedsRestart(m_values.fullDurability != m_applied.fullDurability);
    const bool running = m_broker.state() == OwnBroker::State::Running;
    m_restartCard->setVisible((m_values != m_applied || !running) && !keyNeeded);
    m_restartText->setText(running ? tr("Restart the broker to use the changed settings.")
                                   : tr("The broker does not run."));
    m_restartButton->setText(running ? tr("Restart broker") : tr("Start broker"));
}

void BrokerPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void BrokerPage::retranslate()
{
    m_listening->setTitle(tr("Listening"));
    m_addressRow->setTexts(tr("Address and port"),
                           tr("Other machines reach the broker only if you allow it."));
    m_address->setItemText(0, tr("This machine only"));
    m_address->setItemText(1, tr("All networks"));
    m_address->setAccessibleName(tr("Address"));
    m_port->setAccessibleName(tr("Port"));
    m_keyRow->setTexts(tr("Access key"), tr("The development key opens this machine only."));
    m_key->setAccessibleName(tr("AccessKey ID"));
    m_newKey->setText(tr("New key"));
    m_storage->setTitle(tr("Storage"));
    m_directoryRow->setTexts(tr("Data directory"), tr("Queues and messages, in one file."));
    m_directory->setAccessibleName(tr("Data directory"));
    m_chooseDirectory->setText(tr("Change…"));
    m_durabilityRow->setTexts(
        tr("Durability"),
        tr("full: on disk before each reply. normal: survives a killed process, not a power cut."));
    m_durability->setAccessibleName(tr("Durability"));
    m_window->setTitle(tr("Window"));
    m_closingRow->setTexts(tr("When it closes"),
                           tr("While apps used the broker in the last minute."));
    m_closing->setItemText(int(CloseChoice::Ask), tr("Ask"));
    m_closing->setItemText(int(CloseChoice::KeepRunning), tr("Keep the broker running"));
    m_closing->setItemText(int(CloseChoice::Stop), tr("Stop the broker"));
    m_closing->setAccessibleName(tr("When it closes"));
    showDifferences();
}

} // namespace Signalbox
