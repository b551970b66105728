// SPDX-License-Identifier: GPL-3.0-only
#include "console/mainwindow.h"

#include "console/brokerbanner.h"
#include "console/brokerconnection.h"
#include "console/focusregions.h"
#include "console/notices.h"
#include "console/onreply.h"
#include "console/ownbroker.h"
#include "console/panels/overviewpanel.h"
#include "console/panels/queuepanel.h"
#include "console/panels/queuespanel.h"
#include "console/panels/settingspanel.h"
#include "console/panels/startfailedpanel.h"
#include "console/panels/welcomepanel.h"
#include "console/settings.h"
#include "console/statusline.h"
#include "console/workspace.h"
#include "widgets/icons.h"
#include "widgets/metrics.h"
#include "widgets/toasthost.h"

#include <QApplication>
#include <QCloseEvent>
#include <QMenu>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize kFirstSize(1280, 800);
constexpr int kToastMargin = 46; // above the status bar

} // namespace

MainWindow::MainWindow(OwnBroker &broker, ConsoleSettings &settings, ThemeManager &theme,
                       LanguageSwitch &language, QWidget *parent)
    : QWidget(parent)
    , m_broker(broker)
    , m_settings(settings)
    , m_theme(theme)
    , m_language(language)
    , m_sidebar(new Sidebar(this))
    , m_panels(new QStackedWidget(this))
    , m_statusLine(new StatusLine(this))
    , m_toasts(new ToastHost(this, kToastMargin, this))
    , m_banner(new BrokerBanner(this))
    , m_notices(new Notices(*m_toasts, this))
    , m_menu(new QMenu(this))
{
    setWindowTitle(u"Signalbox"_s);
    setWindowIcon(applicationIcon());
    setMinimumSize(Metrics::kWindowMinWidth, Metrics::kWindowMinHeight);
    if (!restoreGeometry(m_settings.windowGeometry()))
        resize(kFirstSize);

    buildFrame();
    buildActions();
    retranslate();
    connect(&m_broker, &OwnBroker::stateChanged, this, &MainWindow::followBroker);
    // What counts down or up by itself.
    m_everySecond.setInterval(std::chrono::seconds(1));
    connect(&m_everySecond, &QTimer::timeout, this, &MainWindow::showLiveState);
    followBroker();
    setFocus(); // The keyboard starts before the first control, not in it.
}

MainWindow::~MainWindow()
{
    hide(); // While it is whole: losing the focus ends editing, which is answered.
    disconnectFromBroker();
}

void MainWindow::buildFrame()
{
    m_settingsPanel = new SettingsPanel(m_settings, m_broker, m_theme, m_language, m_panels);
    m_startFailed = new StartFailedPanel(m_settings, m_broker, m_panels);
    m_panels->addWidget(m_settingsPanel);
    m_panels->addWidget(m_startFailed);
    connect(m_sidebar, &Sidebar::sectionChosen, this, &MainWindow::showSection);
    connect(m_startFailed, &StartFailedPanel::settingsRequested, this,
            [this] { showSection(Sidebar::Settings); });
    connect(m_statusLine, &StatusBar::copied, m_notices,
            [this](const QString &text) { m_notices->say(tr("Copied %1.").arg(text)); });

    auto *upper = new QHBoxLayout;
    upper->setSpacing(0);
    upper->addWidget(m_sidebar);
    upper->addWidget(m_panels, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(upper, 1);
    column->addWidget(m_statusLine);
}

void MainWindow::buildActions()
{
    for (int section = 0; section < Sidebar::SectionCount; ++section) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + section)), this);
        connect(shortcut, &QShortcut::activated, this,
                [this, section] { showSection(Sidebar::Section(section)); });
    }
    addShortcut(QKeySequence::Find, &MainWindow::focusFilter);
    addShortcut(QKeySequence::Delete, &MainWindow::deleteSelected);
    addShortcut(QKeySequence(Qt::Key_Escape), &MainWindow::stepBack);
    addShortcut(QKeySequence::Undo, &MainWindow::undo);
    addShortcut(QKeySequence(Qt::Key_F6), &MainWindow::nextRegion);
    addShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F6), &MainWindow::previousRegion);

    m_createAction = addMenuAction(QKeySequence(Qt::CTRL | Qt::Key_N), &MainWindow::createQueue);
    m_refreshAction = addMenuAction(QKeySequence(Qt::Key_F5), &MainWindow::refresh);
    m_pauseAction = addMenuAction(QKeySequence(Qt::Key_F9), &MainWindow::togglePause);
    m_pauseAction->setCheckable(true);
    m_menu->addSeparator();
    m_welcomeAction = addMenuAction({}, &MainWindow::showWelcome);
    m_quitAction = addMenuAction(QKeySequence(Qt::CTRL | Qt::Key_Q), &MainWindow::quit);
    m_sidebar->setMenu(m_menu);
}

void MainWindow::quit()
{
    close();
}

void MainWindow::addShortcut(const QKeySequence &keys, void (MainWindow::*action)())
{
    connect(new QShortcut(keys, this), &QShortcut::activated, this, action);
}

QAction *MainWindow::addMenuAction(const QKeySequence &keys, void (MainWindow::*action)())
{
    auto *item = new QAction(this);
    item->setShortcut(keys);
    connect(item, &QAction::triggered, this, action);
    m_menu->addAction(item);
    addAction(item);
    return item;
}

void MainWindow::retranslate()
{
    m_createAction->setText(tr("Create queue…"));
    m_refreshAction->setText(tr("Refresh"));
    m_pauseAction->setText(tr("Pause live updates"));
    m_welcomeAction->setText(tr("Welcome"));
    m_quitAction->setText(tr("Quit"));
}

void MainWindow::updateActions()
{
    for (QAction *action : {m_createAction, m_refreshAction, m_pauseAction, m_welcomeAction})
        action->setEnabled(m_connection != nullptr);
    m_pauseAction->setChecked(m_connection && m_connection->isPaused());
}

void MainWindow::followBroker()
{
    const bool running = m_broker.state() == OwnBroker::State::Running;
    if (m_connection && m_broker.state() == OwnBroker::State::Starting) {
        // It will likely be back where it was.
    } else if (running && m_connection && m_connection->endpoint() == m_broker.endpoint()) {
        m_connection->refresh();
    } else {
        disconnectFromBroker();
        if (running)
            connectToBroker();
        showSection(m_sidebar->currentSection());
    }
    updateActions();
    showLiveState();
}

void MainWindow::connectToBroker()
{
    m_connection = std::make_unique<BrokerConnection>(m_broker.endpoint());
    const Workspace workspace{*m_connection, *m_notices, m_settings};
    m_welcome = new WelcomePanel(workspace, m_broker.settings().account, m_panels);
    m_overview = new OverviewPanel(workspace, m_panels);
    m_queues = new QueuesPanel(workspace, m_panels);
    for (Panel *panel : std::initializer_list<Panel *>{m_welcome, m_overview, m_queues})
        m_panels->addWidget(panel);
    m_showingWelcome = !m_settings.welcomeDone();

    connect(m_connection.get(), &BrokerConnection::statusChanged, this, &MainWindow::showLiveState);
    connect(m_connection.get(), &BrokerConnection::pausedChanged, this, &MainWindow::updateActions);
    connect(m_banner, &BrokerBanner::retryRequested, m_connection.get(),
            &BrokerConnection::refresh);
    connect(m_banner, &BrokerBanner::clockRunRequested, m_connection.get(), [this] { runClock(); });
    connect(m_notices, &Notices::restored, m_connection.get(), &BrokerConnection::refresh);
    connect(m_welcome, &WelcomePanel::finished, this, &MainWindow::finishWelcome);
    connect(m_welcome, &WelcomePanel::queueOpened, this, &MainWindow::openQueue);
    connect(m_overview, &OverviewPanel::queueOpened, this, &MainWindow::openQueue);
    connect(m_overview, &OverviewPanel::clockRunRequested, this, &MainWindow::runClock);
    connect(m_overview, &OverviewPanel::createRequested, this, &MainWindow::createQueue);
    connect(m_queues, &QueuesPanel::queueOpened, this, &MainWindow::openQueue);
    m_connection->setHidden(!isVisible());
}

void MainWindow::disconnectFromBroker()
{
    if (!m_connection)
        return;
    m_banner->hide();
    m_banner->setParent(this);
    for (QWidget *panel :
         std::initializer_list<QWidget *>{m_queue, m_queues, m_overview, m_welcome})
        delete panel;
    m_queue = nullptr;
    m_queues = nullptr;
    m_overview = nullptr;
    m_welcome = nullptr;
    m_connection.reset();
}

void MainWindow::showSection(Sidebar::Section section)
{
    m_sidebar->setCurrentSection(section);
    if (section == Sidebar::Settings)
        return showPanel(m_settingsPanel);
    if (!m_connection)
        return showPanel(m_startFailed);
    if (section == Sidebar::Queues) {
        closeQueue();
        return showPanel(m_queues);
    }
    showPanel(m_showingWelcome ? static_cast<Panel *>(m_welcome) : m_overview);
}

void MainWindow::showPanel(Panel *panel)
{
    if (m_panels->indexOf(panel) < 0)
        m_panels->addWidget(panel);
    panel->takeBanner(m_banner);
    m_panels->setCurrentWidget(panel);
}

Panel *MainWindow::currentPanel() const
{
    return qobject_cast<Panel *>(m_panels->currentWidget());
}

void MainWindow::openQueue(const QString &queueName)
{
    if (!m_connection)
        return;
    closeQueue();
    m_sidebar->setCurrentSection(Sidebar::Queues);
    m_queue = new QueuePanel({*m_connection, *m_notices, m_settings}, queueName, m_panels);
    connect(m_queue, &QueuePanel::closed, this, [this] { showSection(Sidebar::Queues); });
    showPanel(m_queue);
    m_queue->setFocus();
}

void MainWindow::closeQueue()
{
    if (!m_queue)
        return;
    m_queues->takeBanner(m_banner);
    m_panels->removeWidget(m_queue);
    m_queue->deleteLater();
    m_queue = nullptr;
}

void MainWindow::showWelcome()
{
    m_showingWelcome = true;
    showSection(Sidebar::Overview);
}

void MainWindow::finishWelcome()
{
    m_settings.setWelcomeDone(true);
    m_showingWelcome = false;
    showSection(Sidebar::Overview);
}

void MainWindow::createQueue()
{
    if (!m_connection)
        return;
    if (currentPanel() != m_queues)
        showSection(Sidebar::Queues);
    m_queues->createQueue();
}

void MainWindow::showLiveState()
{
    m_statusLine->showState(m_broker, m_connection.get());
    m_banner->showState(m_connection.get());
    m_sidebar->setConnection(m_statusLine->connectionRow());
    m_sidebar->setQueueCounts(m_connection ? m_connection->queues().rowCount() : 0,
                              m_connection ? m_connection->queues().countNeedingAttention() : 0);
}

void MainWindow::refresh()
{
    if (m_connection)
        m_connection->refresh();
    if (Panel *panel = currentPanel())
        panel->refresh();
}

void MainWindow::togglePause()
{
    if (m_connection)
        m_connection->setPaused(!m_connection->isPaused());
}

void MainWindow::runClock()
{
    onReply(m_connection->admin().runClock(), m_connection.get(),
            [this, connection = m_connection.get()](const Result<Admin::ClockState> &reply) {
                if (!reply)
                    m_notices->complain(tr("The clock could not be started."), reply.error());
                connection->refresh();
            });
}

void MainWindow::focusFilter()
{
    if (Panel *panel = currentPanel())
        panel->focusFilter();
}

void MainWindow::deleteSelected()
{
    if (Panel *panel = currentPanel())
        panel->deleteSelected();
}

void MainWindow::stepBack()
{
    if (Panel *panel = currentPanel())
        panel->stepBack();
}

void MainWindow::undo()
{
    m_notices->undoLast();
}

void MainWindow::nextRegion()
{
    moveRegion(1);
}

void MainWindow::previousRegion()
{
    moveRegion(-1);
}

void MainWindow::moveRegion(int step)
{
    QList<QWidget *> regions{m_sidebar->focusTarget()};
    if (Panel *panel = currentPanel())
        regions += panel->regions();
    moveFocusRegion(regions, step);
}

void MainWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        if (m_connection)
            m_connection->queues().retranslate();
        showLiveState();
    } else if (event->type() == QEvent::WindowStateChange) {
        hideOrShow(isMinimized());
    }
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_settings.setWindowGeometry(saveGeometry());
    QWidget::closeEvent(event);
}

void MainWindow::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    hideOrShow(true);
}

void MainWindow::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    hideOrShow(false);
}

void MainWindow::hideOrShow(bool hidden)
{
    hidden ? m_everySecond.stop() : m_everySecond.start();
    if (m_connection)
        m_connection->setHidden(hidden);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_sidebar->setCollapsed(width() < Metrics::kCollapseBelow);
}

} // namespace Signalbox
