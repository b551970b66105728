// SPDX-License-Identifier: GPL-3.0-only
#include "console/leaving.h"

#include "console/brokerconnection.h"
#include "console/connectionbook.h"
#include "console/dialogs/leavedialog.h"
#include "console/onreply.h"
#include "console/settings.h"
#include "widgets/icons.h"

#include <QApplication>
#include <QDateTime>
#include <QMenu>
#include <QPointer>
#include <QSystemTrayIcon>
#include <QWidget>

#include <algorithm>
#include <chrono>

namespace Signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds kRecently = 60s;
constexpr int kLookAt = 1000; // requests

} // namespace

Leaving::Leaving(ConnectionBook &connections, ConsoleSettings &settings, QWidget &window)
    : QObject(&window)
    , m_connections(connections)
    , m_settings(settings)
    , m_window(window)
{
}

Leaving::~Leaving() = default;

bool Leaving::mayClose()
{
    BrokerConnection *own = m_connections.connectionAt(ConnectionBook::kOwn);
    if (m_agreed || !own || m_settings.closeChoice() == CloseChoice::Stop
        || qApp->isSavingSession())
        return true;
    if (m_asking)
        return false;
    m_asking = true;
    const qint64 since =
        QDateTime::currentMSecsSinceEpoch() - std::chrono::milliseconds(kRecently).count();
    onReply(own->admin().requests(0, kLookAt), this,
            [this, since, own = QPointer(own)](const Result<Admin::RequestLog> &log) {
                const auto byAnApp = [&](const Admin::RequestRecord &request) {
                    return request.timeMs >= since && own && !own->isOurs(request);
                };
                decide(log && std::ranges::any_of(log->requests, byAnApp));
            });
    return false;
}

void Leaving::decide(bool used)
{
    if (!used)
        return quit();
    if (m_settings.closeChoice() == CloseChoice::KeepRunning) {
        m_asking = false;
        return keepRunning();
    }
    ask();
}

void Leaving::ask()
{
    auto *dialog = new LeaveDialog(QSystemTrayIcon::isSystemTrayAvailable(), &m_window);
    connect(dialog, &LeaveDialog::keepRunningChosen, this, [this] {
        m_settings.setCloseChoice(CloseChoice::KeepRunning);
        keepRunning();
    });
    connect(dialog, &LeaveDialog::stopChosen, this, [this] {
        m_settings.setCloseChoice(CloseChoice::Stop);
        quit();
    });
    connect(dialog, &QDialog::finished, this, [this] { m_asking = false; });
    dialog->open();
}

void Leaving::keepRunning()
{
    if (!QSystemTrayIcon::isSystemTrayAvailable())
        return m_window.showMinimized();
    if (!m_tray) {
        m_tray = new QSystemTrayIcon(applicationIcon(), this);
        auto *menu = new QMenu(&m_window);
        menu->addAction(tr("Show Signalbox"), this, &Leaving::comeBack);
        menu->addAction(tr("Quit"), this, &Leaving::quit);
        m_tray->setContextMenu(menu);
        m_tray->setToolTip(tr("Signalbox: the broker is running"));
        connect(m_tray, &QSystemTrayIcon::activated, this,
                [this](QSystemTrayIcon::ActivationReason reason) {
                    if (reason != QSystemTrayIcon::Context)
                        comeBack();
                });
    }
    m_tray->show();
    m_window.hide();
}

void Leaving::comeBack()
{
    if (m_tray)
        m_tray->hide();
    m_window.show();
    m_window.raise();
    m_window.activateWindow();
}

void Leaving::quit()
{
    m_agreed = true;
    if (m_window.isVisible())
        m_window.close();
    else
        QCoreApplication::quit();
}

} // namespace Signalbox
