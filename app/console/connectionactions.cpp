// SPDX-License-Identifier: GPL-3.0-only
#include "console/connectionactions.h"

#include "console/changequestion.h"
#include "console/connectionbook.h"
#include "console/dialogs/comparedialog.h"
#include "console/dialogs/connectiondialog.h"
#include "console/notices.h"
#include "console/settings.h"
#include "widgets/confirmdialog.h"
#include "widgets/icons.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>

namespace Signalbox {

using namespace Qt::StringLiterals;

ConnectionActions::ConnectionActions(ConnectionBook &connections, SecretStore &secrets,
                                     ConsoleSettings &settings, Notices &notices, QWidget &window)
    : QObject(&window)
    , m_connections(connections)
    , m_secrets(secrets)
    , m_settings(settings)
    , m_notices(notices)
    , m_window(window)
{
    connect(&m_connections, &ConnectionBook::changeAsked, this,
            [this](int index, const QStringList &changes) {
                askBeforeChange(*m_connections.connectionAt(index), changes, &m_window);
            });
}

ConnectionActions::~ConnectionActions() = default;

void ConnectionActions::openMenu(int index, const QPoint &position)
{
    auto *menu = new QMenu(&m_window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(themedIcon(u"copy"_s), tr("Copy endpoint"), this, [this, index] {
        const QUrl url = m_connections.savedAt(index).url;
        QApplication::clipboard()->setText(url.toString(QUrl::StripTrailingSlash));
        m_notices.say([] { return tr("Copied."); });
    });
    addComparisons(*menu, index);
    if (index == ConnectionBook::kOwn) {
        menu->addAction(themedIcon(u"settings"_s), tr("Settings"), this,
                        [this] { emit settingsRequested(); });
    } else {
        const bool disconnected = m_connections.savedAt(index).isDisconnected;
        menu->addAction(
            themedIcon(disconnected ? u"play"_s : u"pause"_s),
            disconnected ? tr("Connect") : tr("Disconnect"), this,
            [this, index, disconnected] { m_connections.setDisconnected(index, !disconnected); });
        menu->addAction(themedIcon(u"pencil"_s), tr("Edit…"), this, [this, index] { edit(index); });
        menu->addAction(themedIcon(u"trash-2"_s), tr("Remove…"), this,
                        [this, index] { remove(index); });
    }
    menu->popup(position);
}

void ConnectionActions::addComparisons(QMenu &menu, int index)
{
    if (m_connections.count() < 2 || !m_connections.connectionAt(index))
        return;
    auto *others = menu.addMenu(themedIcon(u"server"_s), tr("Compare with"));
    for (int other = 0; other < m_connections.count(); ++other) {
        if (other == index)
            continue;
        // Names may hold what menus take for a shortcut.
        QString name = m_connections.nameAt(other);
        others
            ->addAction(name.replace(u'&', u"&&"_s) + u'…', this,
                        [this, index, other] { compare(index, other); })
            ->setEnabled(m_connections.connectionAt(other) != nullptr);
    }
}

void ConnectionActions::compare(int left, int right)
{
    BrokerConnection *here = m_connections.connectionAt(left);
    BrokerConnection *there = m_connections.connectionAt(right);
    if (!here || !there)
        return;
    (new CompareDialog({m_connections.nameAt(left), *here}, {m_connections.nameAt(right), *there},
                       &m_window))
        ->open();
}

void ConnectionActions::add()
{
    auto *dialog = new ConnectionDialog(m_connections, m_secrets, &m_window);
    connect(dialog, &ConnectionDialog::saved, &m_connections, &ConnectionBook::setCurrent);
    dialog->open();
}

void ConnectionActions::edit(int index)
{
    if (index == ConnectionBook::kOwn)
        return emit settingsRequested();
    (new ConnectionDialog(m_connections, m_secrets, index, &m_window))->open();
}

void ConnectionActions::remove(int index)
{
    const SavedConnection connection = m_connections.savedAt(index);
    ConfirmRequest request;
    request.question = tr("Remove %1 from the list?").arg(connection.name);
    request.effect = tr("The console forgets its address and its key. The broker goes on.");
    request.undo = tr("Cannot be undone: the key has to be typed again.");
    request.canUndo = false;
    request.verb = tr("Remove connection");
    ConfirmDialog::ask(request, &m_window, this, [this, id = connection.id] {
        // Others may have come or gone while the dialog was open.
        for (int i = ConnectionBook::kOwn + 1; i < m_connections.count(); ++i) {
            if (m_connections.savedAt(i).id == id)
                return m_connections.remove(i);
        }
    });
}

void ConnectionActions::connectTo(const QUrl &url, const QString &accessKeyId)
{
    if (const int known = m_connections.indexOf(url); known >= 0) {
        m_connections.setDisconnected(known, false);
        return m_connections.setCurrent(known);
    }
    // Most likely it is another program of the same user with the same key.
    const OwnBrokerSettings own = m_settings.broker();
    if (own.accessKeyId == accessKeyId) {
        return m_connections.setCurrent(
            m_connections.add({{}, url.authority(), url, accessKeyId}, own.accessKeySecret));
    }
    auto *dialog = new ConnectionDialog(m_connections, m_secrets, &m_window);
    dialog->suggest(url, accessKeyId);
    connect(dialog, &ConnectionDialog::saved, &m_connections, &ConnectionBook::setCurrent);
    dialog->open();
}

} // namespace Signalbox
