// SPDX-License-Identifier: GPL-3.0-only
#include "console/brokerconnection.h"
#include "console/connectionactions.h"
#include "console/connectionbook.h"
#include "console/connectionstripe.h"
#include "console/dialogs/keysdialog.h"
#include "console/jobs.h"
#include "console/leaving.h"
#include "console/mainwindow.h"
#include "console/notices.h"
#include "console/ownbroker.h"
#include "console/panels/panel.h"
#include "console/panelstack.h"
#include "console/settings.h"
#include "console/statusline.h"
#include "console/windowactions.h"
#include "widgets/toasthost.h"

#include <QShortcut>
#include <QVBoxLayout>

// What the window is made of, and what makes it act.

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int kConnectionKeys = 9;

#ifdef Q_OS_MACOS
constexpr auto kConnectionModifier = Qt::META; // ⌃: Alt types letters there.
#else
constexpr auto kConnectionModifier = Qt::ALT;
#endif

} // namespace

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

} // namespace Signalbox
