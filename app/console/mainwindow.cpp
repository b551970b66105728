// SPDX-License-Identifier: GPL-3.0-only
#include "console/mainwindow.h"

#include "console/brokerbanner.h"
#include "console/brokerconnection.h"
#include "console/connectionbook.h"
#include "console/connectionrow.h"
#include "console/dialogs/connectiondialog.h"
#include "console/focusregions.h"
#include "console/jobs.h"
#include "console/leaving.h"
#include "console/notices.h"
#include "console/ownbroker.h"
#include "console/panels/panel.h"
#include "console/panelstack.h"
#include "console/settings.h"
#include "console/statusline.h"
#include "widgets/confirmdialog.h"
#include "widgets/icons.h"
#include "widgets/metrics.h"
#include "widgets/toasthost.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QMenu>
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
    , m_sidebar(new Sidebar(this))
    , m_statusLine(new StatusLine(this))
    , m_toasts(new ToastHost(this, kToastMargin, this))
    , m_notices(new Notices(*m_toasts, this))
    , m_jobs(new Jobs(this))
    , m_leaving(new Leaving(services.connections, services.settings, *this))
    , m_menu(new QMenu(this))
{
    setWindowTitle(u"Signalbox"_s);
    setWindowIcon(applicationIcon());
    setMinimumSize(Metrics::kWindowMinWidth, Metrics::kWindowMinHeight);
    if (!restoreGeometry(m_services.settings.windowGeometry()))
        resize(kFirstSize);

    buildFrame();
    buildActions();
    retranslate();
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
    connect(m_sidebar, &Sidebar::connectionMenuRequested, this, &MainWindow::openConnectionMenu);
    connect(m_sidebar, &Sidebar::addConnectionRequested, this, &MainWindow::addConnection);
    connect(m_panels, &PanelStack::sectionChanged, m_sidebar, &Sidebar::setCurrentSection);
    connect(m_panels, &PanelStack::connectRequested, this, &MainWindow::connectTo);
    connect(m_panels, &PanelStack::editConnectionRequested, this,
            [this] { editConnection(m_services.connections.currentIndex()); });
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
    for (int index = 0; index < kConnectionKeys; ++index) {
        auto *shortcut =
            new QShortcut(QKeySequence(kConnectionModifier | Qt::Key(Qt::Key_1 + index)), this);
        connect(shortcut, &QShortcut::activated, this,
                [this, index] { m_services.connections.setCurrent(index); });
    }
    addShortcut(QKeySequence::Find, &MainWindow::focusFilter);
    addShortcut(QKeySequence::Delete, &MainWindow::deleteSelected);
    addShortcut(QKeySequence(Qt::Key_Escape), &MainWindow::stepBack);
    addShortcut(QKeySequence::Undo, &MainWindow::undo);
    addShortcut(QKeySequence(Qt::Key_F8), &MainWindow::focusToast);
    addShortcut(QKeySequence(Qt::Key_F6), &MainWindow::nextRegion);
    addShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F6), &MainWindow::previousRegion);

    m_createAction = addMenuAction(QKeySequence(Qt::CTRL | Qt::Key_N), &MainWindow::createQueue);
    m_refreshAction = addMenuAction(QKeySequence(Qt::Key_F5), &MainWindow::refresh);
    m_pauseAction = addMenuAction(QKeySequence(Qt::Key_F9), &MainWindow::togglePause);
    m_pauseAction->setCheckable(true);
    m_menu->addSeparator();
    m_addConnectionAction = addMenuAction({}, &MainWindow::addConnection);
    m_welcomeAction = addMenuAction({}, &MainWindow::showWelcome);
    m_quitAction = addMenuAction(QKeySequence(Qt::CTRL | Qt::Key_Q), &MainWindow::quit);
    m_sidebar->setMenu(m_menu);
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
    m_addConnectionAction->setText(tr("Add connection…"));
    m_welcomeAction->setText(tr("Welcome"));
    m_quitAction->setText(tr("Quit"));
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
        m_notices->complain(tr("The secret could not be kept; it is asked for at the next start."),
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
}

void MainWindow::openConnectionMenu(int index, const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(themedIcon(u"copy"_s), tr("Copy endpoint"), this, [this, index] {
        const QUrl url = m_services.connections.savedAt(index).url;
        QApplication::clipboard()->setText(url.toString(QUrl::StripTrailingSlash));
        m_notices->say(tr("Copied."));
    });
    if (index == ConnectionBook::kOwn) {
        menu->addAction(themedIcon(u"settings"_s), tr("Settings"), this,
                        [this] { showSection(Sidebar::Settings); });
    } else {
        menu->addAction(themedIcon(u"pencil"_s), tr("Edit…"), this,
                        [this, index] { editConnection(index); });
        menu->addAction(themedIcon(u"trash-2"_s), tr("Remove…"), this,
                        [this, index] { removeConnection(index); });
    }
    menu->popup(position);
}

void MainWindow::addConnection()
{
    auto *dialog = new ConnectionDialog(m_services.connections, m_services.secrets, this);
    connect(dialog, &ConnectionDialog::saved, &m_services.connections, &ConnectionBook::setCurrent);
    dialog->open();
}

void MainWindow::editConnection(int index)
{
    if (index == ConnectionBook::kOwn)
        return showSection(Sidebar::Settings);
    (new ConnectionDialog(m_services.connections, m_services.secrets, index, this))->open();
}

void MainWindow::removeConnection(int index)
{
    const SavedConnection connection = m_services.connections.savedAt(index);
    ConfirmRequest request;
    request.question = tr("Remove %1 from the list?").arg(connection.name);
    request.effect = tr("The console forgets its address and its key. The broker goes on.");
    request.undo = tr("Cannot be undone: the key has to be typed again.");
    request.canUndo = false;
    request.verb = tr("Remove connection");
    auto *dialog = new ConfirmDialog(request, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, connection] {
        m_services.connections.remove(m_services.connections.indexOf(connection.url));
    });
    dialog->open();
}

void MainWindow::connectTo(const QUrl &url, const QString &accessKeyId)
{
    ConnectionBook &book = m_services.connections;
    if (const int known = book.indexOf(url); known >= 0)
        return book.setCurrent(known);
    // Most likely it is another program of the same user with the same key.
    const OwnBrokerSettings own = m_services.settings.broker();
    if (own.accessKeyId == accessKeyId) {
        return book.setCurrent(
            book.add({{}, url.authority(), url, accessKeyId}, own.accessKeySecret));
    }
    auto *dialog = new ConnectionDialog(book, m_services.secrets, this);
    dialog->suggest(url, accessKeyId);
    connect(dialog, &ConnectionDialog::saved, &book, &ConnectionBook::setCurrent);
    dialog->open();
}

void MainWindow::showSection(Sidebar::Section section)
{
    m_panels->showSection(section);
}

void MainWindow::openQueue(const QString &queueName)
{
    m_panels->openQueue(queueName);
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
    showConnections();
    m_sidebar->setQueueCounts(current ? current->queues().rowCount() : 0,
                              current ? current->queues().countNeedingAttention() : 0);
}

void MainWindow::quit()
{
    m_leaving->quit();
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

void MainWindow::stepBack()
{
    if (Panel *panel = currentPanel())
        panel->stepBack();
}

void MainWindow::undo()
{
    m_notices->undoLast();
}

void MainWindow::focusToast()
{
    m_toasts->focusNewest();
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
        if (BrokerConnection *current = connection())
            current->queues().retranslate();
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
    m_sidebar->setCollapsed(width() < Metrics::kCollapseBelow);
}

} // namespace Signalbox
