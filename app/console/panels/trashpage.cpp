// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/trashpage.h"

#include "console/brokerconnection.h"
#include "console/changequestion.h"
#include "console/feeds/retrywhenlate.h"
#include "console/feeds/runwhileshown.h"
#include "console/jobs.h"
#include "console/models/trashlistmodel.h"
#include "console/notices.h"
#include "console/onreply.h"
#include "console/restorejob.h"
#include "console/settings.h"
#include "widgets/button.h"
#include "widgets/confirmdialog.h"
#include "widgets/emptystate.h"
#include "widgets/format.h"
#include "widgets/icons.h"
#include "widgets/label.h"
#include "widgets/metrics.h"
#include "widgets/table/datatable.h"

#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

const auto kTrashView = u"trash"_s;

} // namespace

TrashPage::TrashPage(const Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_feed(workspace.connection.admin())
    , m_model(new TrashListModel(this))
    , m_summary(new TextLabel(TextRole::Hint, Token::Muted, {}, this))
    , m_restore(new Button({}, ButtonKind::Default, u"undo-2"_s, this))
    , m_emptyNow(new Button({}, ButtonKind::DangerGhost, u"trash-2"_s, this))
    , m_tools(new QWidget(this))
    , m_pages(new QStackedWidget(this))
    , m_table(new DataTable(m_pages))
    , m_none(new EmptyState(m_pages))
{
    buildTable();
    auto *tools = new QHBoxLayout(m_tools);
    tools->setContentsMargins(Metrics::kPageMargin, Metrics::kSpaceMd, Metrics::kPageMargin,
                              Metrics::kSpaceMd);
    tools->setSpacing(Metrics::kSpaceSm);
    tools->addWidget(m_summary, 1);
    tools->addWidget(m_restore);
    tools->addWidget(m_emptyNow);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tools);
    column->addWidget(m_pages, 1);

    connect(&m_feed, &Feed::updated, this, &TrashPage::showEntries);
    runWhileShown(m_feed, *this, m_workspace.connection);
    retryWhenLate(*m_table, m_workspace.connection, [this] { m_feed.retry(); });
    connect(m_restore, &QPushButton::clicked, this, &TrashPage::restoreSelected);
    connect(m_emptyNow, &QPushButton::clicked, this, &TrashPage::emptyAll);
    connect(&m_workspace.notices, &Notices::restored, this, &TrashPage::refresh);
    retranslate();
}

TrashPage::~TrashPage()
{
    m_workspace.settings.setViewState(kTrashView, m_table->saveLayout());
}

void TrashPage::buildTable()
{
    m_table->setModel(m_model);
    m_table->setRowKind(DataTable::RowKind::TwoLine);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setColumns({
        {.kind = CellKind::Name, .width = 220, .stretch = true, .sortable = false},
        {.kind = CellKind::Number, .width = 110, .sortable = false},
        {.kind = CellKind::Number, .width = 100, .givesWay = 1, .sortable = false},
        {.kind = CellKind::Number, .width = 130, .givesWay = 2, .sortable = false},
        {.kind = CellKind::Number, .width = 130, .sortable = false},
    });
    m_table->restoreLayout(m_workspace.settings.viewState(kTrashView));
    m_none->setIconName(u"trash-2"_s);
    m_pages->addWidget(m_table);
    m_pages->addWidget(m_none);
    connect(m_table, &QAbstractItemView::activated, this, &TrashPage::restoreSelected);
    connect(m_table, &DataTable::rowMenuRequested, this, &TrashPage::openMenu);
    connect(m_table, &DataTable::selectedCountChanged, this, &TrashPage::showWhatFits);
}

std::optional<Admin::TrashEntry> TrashPage::selected() const
{
    const QModelIndexList rows = m_table->selectedRowsInOrder();
    if (rows.isEmpty())
        return std::nullopt;
    return m_model->entryAt(rows.constFirst().row());
}

void TrashPage::showEntries()
{
    m_model->merge(m_feed.entries().value_or(QList<Admin::TrashEntry>()),
                   QDateTime::currentMSecsSinceEpoch());
    showWhatFits();
    emit countChanged(m_model->rowCount());
}

void TrashPage::showWhatFits()
{
    const bool known = m_feed.entries().has_value();
    const bool none = known && m_model->rowCount() == 0;
    m_table->setLoading(!known);
    m_pages->setCurrentWidget(none ? static_cast<QWidget *>(m_none) : m_table);
    m_tools->setVisible(known && !none);
    //: So many messages of a size of %1 are in the trash.
    m_summary->setText(tr("%Ln message(s), %1. Each entry goes for good when its time is over.",
                          nullptr, int(m_model->messages()))
                           .arg(Format::bytes(m_model->bodyBytes())));
    const std::optional<Admin::TrashEntry> entry = selected();
    m_restore->setDisabledReason(!entry                 ? tr("Nothing is selected.")
                                     : entry->restoring ? tr("It is being restored.")
                                                        : QString());
}

void TrashPage::restoreSelected()
{
    if (const std::optional<Admin::TrashEntry> entry = selected(); entry && !entry->restoring)
        restore(entry->id);
}

void TrashPage::restore(qint64 id)
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->entryAt(row).id == id) {
            m_workspace.jobs.add(
                std::make_unique<RestoreJob>(m_workspace.connection.admin(), m_workspace.notices,
                                             QList<Admin::TrashEntry>{m_model->entryAt(row)}));
            return m_feed.refresh();
        }
    }
}

void TrashPage::stopRestoring(qint64 id)
{
    onReply(m_workspace.connection.admin().stopRestore(id), this,
            [this](const Result<Admin::TrashEntry> &reply) {
                if (!reply && reply.error().code != ErrorCode::NotFound) // it is all back
                    m_workspace.notices.complain([] { return tr("It is still being restored."); },
                                                 reply.error());
                m_feed.refresh();
            });
}

void TrashPage::deleteSelected()
{
    const std::optional<Admin::TrashEntry> entry = selected();
    if (!entry)
        return;
    giveUp(tr("Give up what was deleted from %1?").arg(entry->name),
           tr("Give up %Ln message(s)", nullptr, int(entry->messages)), entry->messages, entry->id);
}

void TrashPage::emptyAll()
{
    giveUp(tr("Empty the trash?"), tr("Give up %Ln message(s)", nullptr, int(m_model->messages())),
           m_model->messages(), std::nullopt);
}

void TrashPage::giveUp(const QString &question, const QString &verb, qint64 messages,
                       std::optional<qint64> entry)
{
    ConfirmRequest request;
    request.question = question;
    request.effect = tr("What is in the trash leaves the disk at once.");
    request.counts = {{u"message-square"_s, tr("Messages"), messages, Tone::Neutral}};
    request.undo = tr("Cannot be undone.");
    request.canUndo = false;
    request.verb = verb;
    confirmChange(m_workspace, request, window(), this, [this, entry] {
        AdminClient &client = m_workspace.connection.admin();
        onReply(entry ? client.deleteTrashEntry(*entry) : client.emptyTrash(), this,
                [this](const Result<int> &reply) {
                    if (!reply)
                        m_workspace.notices.complain(
                            [] { return tr("The trash was not emptied."); }, reply.error());
                    m_feed.refresh();
                });
    });
}

void TrashPage::openMenu(const QModelIndex &index, const QPoint &position)
{
    const Admin::TrashEntry entry = m_model->entryAt(index.row());
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (entry.restoring)
        menu->addAction(themedIcon(u"x"_s), tr("Stop restoring"), this,
                        [this, id = entry.id] { stopRestoring(id); });
    else
        menu->addAction(themedIcon(u"undo-2"_s), tr("Restore"), this,
                        [this, id = entry.id] { restore(id); });
    menu->addAction(themedIcon(u"trash-2"_s), tr("Give up…"), this, &TrashPage::deleteSelected);
    menu->popup(position);
}

void TrashPage::refresh()
{
    m_feed.refresh();
}

QList<QWidget *> TrashPage::regions() const
{
    return {m_restore, m_table};
}

void TrashPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_table->setFocus();
}

void TrashPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TrashPage::retranslate()
{
    m_restore->setText(tr("Restore"));
    m_emptyNow->setText(tr("Empty now…"));
    m_table->setAccessibleName(tr("Trash"));
    m_none->setTitle(tr("The trash is empty"));
    m_none->setText(tr("What is deleted or purged can be brought back from here for a while."));
    m_model->retranslate();
    showWhatFits();
}

} // namespace Signalbox
