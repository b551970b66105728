// SPDX-License-Identifier: GPL-3.0-only
#include "console/mainwindow.h"

#include "console/brokerbanner.h"
#include "console/brokerconnection.h"
#include "console/connectionactions.h"
#include "console/connectionbook.h"
#include "console/connectionrow.h"
#include "console/connectionstripe.h"
#include "console/dialogs/aboutdialog.h"
#include "console/dialogs/keysdialog.h"
#include "console/focusregions.h"
#include "console/jobs.h"
#include "console/jobspopup.h"
#include "console/leaving.h"
#include "console/notices.h"
#include "console/ownbroker.h"
#include "console/paletteitems.h"
#include "console/panels/panel.h"
#include "console/panelstack.h"
#include "console/settings.h"
#include "console/statusline.h"
#include "console/windowactions.h"
#include "widgets/icons.h"
#include "widgets/metrics.h"
#include "widgets/thememanager.h"
#include "widgets/toasthost.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QShortcut>
#include <QVBoxLayout>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize kFirstSize(1280, 800);
constexpr int kToastMargin = 46; // above the status bar
constexpr int kConnectionKeys = 9;

#ifdef Q_OS_MACOS
constexpr auto kConnectionModifier = Qt::META; // ⌃: Alt types letters there.
#else
constexpr auto kConnectionModifier = Qt::ALT;
#endif

} // namespace

MainWindow::MainWindow(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_stripe(new ConnectionStripe(this))
    , m_sidebar(new Sidebar(this))
    , m_statusLine(new StatusLine(this))
    , m_toasts(new ToastHost(this, kToastMargin, this))
    , m_notices(new Notices(*m_toasts, this))
    , m_jobs(new Jobs(this))
    , m_connectionActions(new ConnectionActions(services.connections, services.secrets,
                                                services.settings, *m_notices, *this))
    , m_leaving(new Leaving(services.connections, services.settings, *this))
    , m_actions(new WindowActions(*this))
    , m_jobsPopup(new JobsPopup(*m_jobs, this))
{
    setWindowTitle(u"Signalbox"_s);
    setWindowIcon(applicationIcon());
    setMinimumSize(Metrics::kWindowMinWidth, Metrics::kWindowMinHeight);
    if (!restoreGeometry(m_services.settings.windowGeometry()))
        resize(kFirstSize);

    buildFrame();
    buildActions();
    m_palette = new CommandPalette(this);
    connect(&m_services.theme, &ThemeManager::themeChanged, this, &MainWindow::giveSidebarItsWidth);
    followConnections();
    // What counts down or up by itself.
    m_everySecond.setInterval(std::chrono::seconds(1));
    connect(&m_everySecond, &QTimer::timeout, this, &MainWindow::showLiveState);
    setFocus(); // The keyboard starts before the first control, not in it.
}

MainWindow::~MainWindow()
{
    hide(); // While it is whole: losing the focus ends editing, which is answered.
    delete m_panels;
}

void MainWindow::buildFrame()
{
    m_panels = new PanelStack({m_services.broker, m_services.connections, m_services.settings,
                               *m_notices, *m_jobs, m_services.theme, m_services.language},
                              this);
    connect(m_sidebar, &Sidebar::sectionChosen, m_panels, &PanelStack::showSection);
    connect(m_sidebar, &Sidebar::connectionChosen, &m_services.connections,
            &ConnectionBook::setCurrent);
    connect(m_sidebar, &Sidebar::connectionMenuRequested, m_connectionActions,
            &ConnectionActions::openMenu);
    connect(m_connectionActions, &ConnectionActions::settingsRequested, this,
            [this] { showSection(Sidebar::Settings); });
    connect(m_sidebar, &Sidebar::addConnectionRequested, this, &MainWindow::addConnection);
    connect(m_panels, &PanelStack::addConnectionRequested, this, &MainWindow::addConnection);
    connect(m_panels, &PanelStack::paletteRequested, this, &MainWindow::openPalette);
    connect(m_panels, &PanelStack::sectionChanged, m_sidebar, &Sidebar::setCurrentSection);
    connect(m_panels, &PanelStack::connectRequested, m_connectionActions,
            &ConnectionActions::connectTo);
    connect(m_panels, &PanelStack::editConnectionRequested, this,
            [this] { m_connectionActions->edit(m_services.connections.currentIndex()); });
    connect(m_sidebar, &Sidebar::paletteRequested, this, &MainWindow::openPalette);
    connect(m_statusLine, &StatusLine::jobsRequested, this, &MainWindow::showJobs);
    connect(m_jobs, &Jobs::changed, m_statusLine, [this] { m_statusLine->showJobs(*m_jobs); });
    connect(m_jobs, &Jobs::finished, this, [this](BackgroundJob *job) { tellOutcome(*job); });
    connect(m_statusLine, &StatusBar::copied, m_notices, [this](const QString &text) {
        m_notices->say([text] { return tr("Copied %1.").arg(text); });
    });

    auto *upper = new QHBoxLayout;
    upper->setSpacing(0);
    upper->addWidget(m_sidebar);
    upper->addWidget(m_panels, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_stripe);
    column->addLayout(upper, 1);
    column->addWidget(m_statusLine);
}

void MainWindow::buildActions()
{
    using Definition = WindowActions::Definition;
    const auto add = [this](const Definition &definition) { return m_actions->add(definition); };
    const auto section = [this](Sidebar::Section wanted) {
        return [this, wanted] { showSection(wanted); };
    };
    m_createAction = add({"plus", QT_TRANSLATE_NOOP("WindowActions", "Create queue…"),
                          Qt::CTRL | Qt::Key_N, [this] { createQueue(); }, true});
    m_refreshAction = add({"refresh-cw", QT_TRANSLATE_NOOP("WindowActions", "Refresh"), Qt::Key_F5,
                           [this] { refresh(); }, true});
    m_pauseAction = add({"pause", QT_TRANSLATE_NOOP("WindowActions", "Pause live updates"),
                         Qt::Key_F9, [this] { togglePause(); }, true});
    m_pauseAction->setCheckable(true);
    m_actions->addSeparator();
    add({"search", QT_TRANSLATE_NOOP("WindowActions", "Command palette"), Qt::CTRL | Qt::Key_K,
         [this] { openPalette(); }, true});
    add({"server",
         QT_TRANSLATE_NOOP("WindowActions", "Add connection…"),
         {},
         [this] { addConnection(); },
         true});
    m_actions->addSeparator();
    m_welcomeAction = add({"book-open",
                           QT_TRANSLATE_NOOP("WindowActions", "Welcome"),
                           {},
                           [this] { showWelcome(); },
                           true});
    add({"keyboard", QT_TRANSLATE_NOOP("WindowActions", "Keys"), Qt::Key_F1,
         [this] { (new KeysDialog(currentPanel(), m_actions->items(), this))->open(); }, true});
    add({"info",
         QT_TRANSLATE_NOOP("WindowActions", "About Signalbox"),
         {},
         [this] { showAbout(); },
         true});
    add({"x", QT_TRANSLATE_NOOP("WindowActions", "Quit"), Qt::CTRL | Qt::Key_Q,
         [this] { m_leaving->quit(); }, true});

    add({"layout-dashboard", QT_TRANSLATE_NOOP("WindowActions", "Go to Overview"),
         Qt::CTRL | Qt::Key_1, section(Sidebar::Overview)});
    add({"inbox", QT_TRANSLATE_NOOP("WindowActions", "Go to Queues"), Qt::CTRL | Qt::Key_2,
         section(Sidebar::Queues)});
    add({"radio-tower", QT_TRANSLATE_NOOP("WindowActions", "Go to Topics"), Qt::CTRL | Qt::Key_3,
         section(Sidebar::Topics)});
    add({"mail", QT_TRANSLATE_NOOP("WindowActions", "Go to Outbox"), Qt::CTRL | Qt::Key_4,
         section(Sidebar::Outbox)});
    add({"activity", QT_TRANSLATE_NOOP("WindowActions", "Go to Activity"), Qt::CTRL | Qt::Key_5,
         section(Sidebar::Activity)});
    add({"settings", QT_TRANSLATE_NOOP("WindowActions", "Go to Settings"), Qt::CTRL | Qt::Key_6,
         section(Sidebar::Settings)});
    add({"search", QT_TRANSLATE_NOOP("WindowActions", "Find in this panel"), QKeySequence::Find,
         [this] { focusFilter(); }});
    add({"trash-2", QT_TRANSLATE_NOOP("WindowActions", "Delete what is selected"),
         QKeySequence::Delete, [this] { deleteSelected(); }});
    add({"copy",
         QT_TRANSLATE_NOOP("WindowActions", "Copy the ID or name selected, or the endpoint"),
         Qt::CTRL | Qt::SHIFT | Qt::Key_C, [this] { copyId(); }});
    add({"undo-2", QT_TRANSLATE_NOOP("WindowActions", "Undo the last delete or purge"),
         QKeySequence::Undo, [this] { undo(); }});
    add({"chevron-left", QT_TRANSLATE_NOOP("WindowActions", "Close, or go back"), Qt::Key_Escape,
         [this] { stepBack(); }});
    add({"bell", QT_TRANSLATE_NOOP("WindowActions", "Go to the newest notice"), Qt::Key_F8,
         [this] { m_toasts->focusNewest(); }});
    add({"chevron-down", QT_TRANSLATE_NOOP("WindowActions", "Next part of the window"), Qt::Key_F6,
         [this] { moveRegion(1); }});
    add({"chevron-up", QT_TRANSLATE_NOOP("WindowActions", "Previous part of the window"),
         Qt::SHIFT | Qt::Key_F6, [this] { moveRegion(-1); }});
    m_sidebar->setMenu(&m_actions->menu());

    // The palette shows connections by name, so that these need no words of their own.
    for (int index = 0; index < kConnectionKeys; ++index) {
        auto *shortcut =
            new QShortcut(QKeySequence(kConnectionModifier | Qt::Key(Qt::Key_1 + index)), this);
        connect(shortcut, &QShortcut::activated, this,
                [this, index] { m_services.connections.setCurrent(index); });
    }
}

void MainWindow::updateActions()
{
    const BrokerConnection *current = connection();
    for (QAction *action : {m_createAction, m_refreshAction, m_pauseAction})
        action->setEnabled(current != nullptr);
    m_welcomeAction->setEnabled(current && m_services.connections.isOwnCurrent());
    m_pauseAction->setChecked(current && current->isPaused());
}

void MainWindow::followConnections()
{
    ConnectionBook &book = m_services.connections;
    const auto show = [this] {
        if (BrokerConnection *current = connection()) {
            connect(current, &BrokerConnection::pausedChanged, this, &MainWindow::updateActions,
                    Qt::UniqueConnection);
            connect(m_notices, &Notices::restored, current, &BrokerConnection::refresh,
                    Qt::UniqueConnection);
        }
        updateActions();
        showConnections();
        showLiveState();
    };
    connect(&book, &ConnectionBook::currentChanged, this, show);
    connect(&book, &ConnectionBook::listChanged, this, &MainWindow::showConnections);
    connect(&book, &ConnectionBook::statusChanged, this, [this](int index) {
        if (index == m_services.connections.currentIndex())
            showLiveState();
        else
            showConnections();
    });
    connect(&book, &ConnectionBook::keepingFailed, m_notices, [this](const Error &error) {
        m_notices->complain(
            [] { return tr("The secret could not be kept; it is asked for at the next start."); },
            error);
    });
    show();
}

void MainWindow::showConnections()
{
    const ConnectionBook &book = m_services.connections;
    QList<ConnectionRow> rows;
    for (int index = 0; index < book.count(); ++index)
        rows.append(connectionRow(book, m_services.broker, index));
    m_sidebar->setConnections(rows, book.currentIndex());
    m_stripe->showConnection(book.savedAt(book.currentIndex()));
}

void MainWindow::addConnection()
{
    m_connectionActions->add();
}

void MainWindow::showSection(Sidebar::Section section)
{
    m_panels->showSection(section);
}

void MainWindow::openQueue(const QString &queueName)
{
    m_panels->openQueue(queueName);
}

void MainWindow::openTopic(const QString &topicName)
{
    m_panels->openTopic(topicName);
}

void MainWindow::showWelcome()
{
    m_panels->showWelcome();
}

void MainWindow::createQueue()
{
    m_panels->createQueue();
}

BrokerConnection *MainWindow::connection() const
{
    return m_services.connections.current();
}

Panel *MainWindow::currentPanel() const
{
    return m_panels->currentPanel();
}

void MainWindow::showLiveState()
{
    const ConnectionBook &book = m_services.connections;
    BrokerConnection *current = connection();
    m_statusLine->showState(book, m_services.broker);
    m_panels->banner().showState(current, book.nameAt(book.currentIndex()), !book.isOwnCurrent());
    m_panels->showAge();
    showConnections();
    if (current && current->queueFeed().isComplete())
        m_sidebar->setQueueCounts(current->queues().rowCount(),
                                  current->queues().countNeedingAttention());
    else
        m_sidebar->setQueueCounts(std::nullopt, 0);
    if (current && current->topicFeed().isComplete())
        m_sidebar->setTopicCounts(current->topics().rowCount(), current->topics().countFailing());
    else
        m_sidebar->setTopicCounts(std::nullopt, 0);
}

void MainWindow::openPalette()
{
    if (m_palette->isOpen())
        return m_palette->close();
    m_palette->open(paletteGroups(*m_actions, m_services.connections, *m_panels));
}

void MainWindow::showAbout()
{
    const BrokerConnection *current = connection();
    const bool answers = current && current->status().status();
    (new AboutDialog(answers ? current->status().status()->version : QString(), this))->open();
}

void MainWindow::showJobs()
{
    m_jobsPopup->openAt({m_sidebar->width(), m_statusLine->y()});
}

void MainWindow::tellOutcome(const BackgroundJob &job)
{
    if (job.undo() && job.undoOwner())
        m_notices->offerUndo(job.undoOwner(), job.outcome(), job.undo());
    else if (job.state() == BackgroundJob::State::Failed)
        m_notices->complain(job.outcome());
    else if (job.outcome())
        m_notices->say(job.outcome());
    if (BrokerConnection *current = connection())
        current->refresh();
}

void MainWindow::refresh()
{
    if (BrokerConnection *current = connection())
        current->refresh();
    if (Panel *panel = currentPanel())
        panel->refresh();
}

void MainWindow::togglePause()
{
    if (BrokerConnection *current = connection())
        current->setPaused(!current->isPaused());
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

void MainWindow::copyId()
{
    const Panel *panel = currentPanel();
    QString text = panel ? panel->idToCopy() : QString();
    if (text.isEmpty() && connection())
        text = connection()->endpoint().url.toString(QUrl::StripTrailingSlash);
    if (text.isEmpty())
        return;
    QApplication::clipboard()->setText(text);
    const qsizetype lines = text.count(u'\n') + 1;
    m_notices->say([text, lines] {
        return lines > 1 ? tr("Copied %Ln ID(s).", nullptr, int(lines))
                         : tr("Copied %1.").arg(text);
    });
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
        m_actions->retranslate();
        if (BrokerConnection *current = connection()) {
            current->queues().retranslate();
            current->topics().retranslate();
        }
        showLiveState();
    } else if (event->type() == QEvent::WindowStateChange) {
        hideOrShow(isMinimized());
    }
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_services.settings.setWindowGeometry(saveGeometry());
    event->setAccepted(m_leaving->mayClose());
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
    m_services.connections.setHidden(hidden);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    giveSidebarItsWidth();
}

void MainWindow::giveSidebarItsWidth()
{
    m_sidebar->setCollapsed(width() < Theme::current().px(Metrics::kCollapseBelow));
}

} // namespace Signalbox
