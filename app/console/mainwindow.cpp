// SPDX-License-Identifier: GPL-3.0-only
#include "console/mainwindow.h"

#include "console/brokerbanner.h"
#include "console/brokerconnection.h"
#include "console/connectionactions.h"
#include "console/connectionbook.h"
#include "console/connectionrow.h"
#include "console/connectionstripe.h"
#include "console/dialogs/aboutdialog.h"
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
#include <QScreen>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize kFirstSize(1280, 800);
constexpr QSize kFrame(16, 40); ///< As much as window managers put round a window, about.
constexpr int kToastMargin = 46; // above the status bar

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
        resize(firstSize(screen()->availableSize()));

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

QSize MainWindow::firstSize(const QSize &available)
{
    return kFirstSize.boundedTo(available - kFrame)
        .expandedTo({Metrics::kWindowMinWidth, Metrics::kWindowMinHeight});
}

MainWindow::~MainWindow()
{
    hide(); // While it is whole: losing the focus ends editing, which is answered.
    delete m_panels;
}

void MainWindow::updateActions()
{
    const BrokerConnection *current = connection();
    for (QAction *action : {m_createAction, m_refreshAction, m_pauseAction})
        action->setEnabled(current != nullptr);
    m_welcomeAction->setEnabled(current && m_services.connections.isOwnCurrent());
    m_pauseAction->setChecked(current && current->isPaused());
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
