// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/queuepanel.h"

#include "console/brokerconnection.h"
#include "console/dialogs/sendmessagedialog.h"
#include "console/models/messagelistmodel.h"
#include "console/notices.h"
#include "console/onreply.h"
#include "console/panels/messageinspector.h"
#include "console/panels/newerbar.h"
#include "console/panels/queueactions.h"
#include "console/settings.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/emptystate.h"
#include "widgets/format.h"
#include "widgets/icons.h"
#include "widgets/inspectorsplit.h"
#include "widgets/label.h"
#include "widgets/metrics.h"
#include "widgets/segmentedcontrol.h"
#include "widgets/table/datatable.h"
#include "widgets/table/selectionbar.h"
#include "widgets/textpainter.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <array>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

const auto kMessagesView = u"messages"_s;

/// What the segments show, in their order.
constexpr std::array<std::optional<Admin::MessageState>, 4> kSegments = {
    std::nullopt, Admin::MessageState::Ready, Admin::MessageState::Leased,
    Admin::MessageState::Delayed};

} // namespace

QueuePanel::QueuePanel(const Workspace &workspace, const QString &queueName, QWidget *parent)
    : Panel(parent)
    , m_workspace(workspace)
    , m_queueName(queueName)
    , m_model(new MessageListModel(workspace.connection.admin(), queueName, this))
    , m_purge(new Button({}, ButtonKind::DangerGhost, u"trash-2"_s, this))
    , m_more(new IconButton(u"ellipsis"_s, {}, this))
    , m_send(new Button({}, ButtonKind::Primary, u"send"_s, this))
    , m_segments(new SegmentedControl(this))
    , m_tools(new QWidget(this))
    , m_selectionBar(new SelectionBar(this))
    , m_deleteMany(new Button({}, ButtonKind::DangerGhost, u"trash-2"_s, this))
    , m_newer(new NewerBar(this))
    , m_list(new QWidget(this))
    , m_pages(new QStackedWidget(this))
    , m_table(new DataTable(m_pages))
    , m_empty(new EmptyState(m_pages))
    , m_sendFirst(new Button({}, ButtonKind::Primary, u"send"_s, m_empty))
    , m_gone(new EmptyState(m_pages))
    , m_back(new Button({}, ButtonKind::Primary, {}, m_gone))
    , m_footer(new TextLabel(TextRole::Hint, Token::Muted, {}, this))
    , m_inspector(new MessageInspector(workspace.connection, this))
{
    buildHeader();
    buildTools();
    buildMessages();
    followQueue();
    retranslate();
    m_table->setLoading(true);
    m_model->setBrokerNow(m_workspace.connection.status().brokerNowMs());
    m_model->reload();
}

QueuePanel::~QueuePanel()
{
    m_workspace.settings.setViewState(kMessagesView, m_table->saveLayout());
}

void QueuePanel::buildHeader()
{
    header().setTitle(m_queueName);
    header().addAction(m_purge);
    header().addAction(m_more);
    header().addAction(m_send);
    connect(&header(), &PanelHeader::crumbClicked, this, &QueuePanel::closed);
    connect(m_send, &QPushButton::clicked, this, &QueuePanel::sendMessage);
    connect(m_purge, &QPushButton::clicked, this,
            [this] { confirmPurge(m_workspace, m_queueName, window()); });

    auto *menu = new QMenu(m_more);
    m_more->setMenu(menu);
    m_more->setPopupMode(QToolButton::InstantPopup);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        menu->addAction(themedIcon(u"copy"_s), tr("Copy name"), this,
                        [this] { QApplication::clipboard()->setText(m_queueName); });
        menu->addAction(themedIcon(u"trash-2"_s), tr("Delete queue…"), this,
                        [this] { confirmDeleteQueue(m_workspace, m_queueName, window()); });
    });
}

void QueuePanel::buildTools()
{
    for (std::size_t i = 0; i < kSegments.size(); ++i)
        m_segments->addSegment({});
    auto *row = new QHBoxLayout(m_tools);
    row->setContentsMargins(Metrics::kPageMargin, 0, Metrics::kPageMargin, Metrics::kSpaceMd);
    row->addWidget(m_segments);
    row->addStretch();
    connect(m_segments, &SegmentedControl::currentIndexChanged, this, [this](int segment) {
        m_table->setLoading(true);
        m_model->setState(kSegments.at(std::size_t(segment)));
        showWhatFits();
    });
    m_selectionBar->addButton(m_deleteMany);
    m_selectionBar->hide();
    connect(m_selectionBar, &SelectionBar::clearRequested, m_table,
            &QAbstractItemView::clearSelection);
    connect(m_deleteMany, &QPushButton::clicked, this, &QueuePanel::deleteSelected);
    connect(m_newer, &NewerBar::requested, this, &QueuePanel::refresh);
}

void QueuePanel::buildMessages()
{
    m_table->setModel(m_model);
    m_table->setColumns({
        {.kind = CellKind::State, .width = 112, .sortable = false},
        {.kind = CellKind::Mono, .width = 98, .sortable = false},
        {.kind = CellKind::Number, .width = 116, .sortable = false},
        {.kind = CellKind::Number, .width = 84, .givesWay = 2, .sortable = false},
        {.kind = CellKind::Number, .width = 108, .sortable = false},
        {.kind = CellKind::Number, .width = 74, .givesWay = 1, .sortable = false},
        {.kind = CellKind::Mono, .width = 120, .stretch = true, .quiet = true, .sortable = false},
    });
    m_table->restoreLayout(m_workspace.settings.viewState(kMessagesView));
    connect(m_table, &DataTable::selectedCountChanged, this, &QueuePanel::showSelection);
    connect(m_table, &DataTable::rowMenuRequested, this, &QueuePanel::openMenu);
    connect(m_sendFirst, &QPushButton::clicked, this, &QueuePanel::sendMessage);
    connect(m_back, &QPushButton::clicked, this, &QueuePanel::closed);
    connect(m_inspector, &Inspector::closeRequested, m_table, &QAbstractItemView::clearSelection);
    connect(m_inspector, &Inspector::previousRequested, this, [this] { step(-1); });
    connect(m_inspector, &Inspector::nextRequested, this, [this] { step(1); });
    connect(m_inspector, &MessageInspector::deleteRequested, this,
            [this](const QByteArray &messageId) { deleteMessages({messageId}); });

    m_pages->addWidget(m_table);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_gone);
    m_empty->setIconName(u"inbox"_s);
    m_empty->addAction(m_sendFirst);
    m_gone->setIconName(u"trash-2"_s);
    m_gone->addAction(m_back);
    m_footer->setContentsMargins(Metrics::kPageMargin, Metrics::kSpaceSm, Metrics::kPageMargin,
                                 Metrics::kSpaceSm);

    auto *listColumn = new QVBoxLayout(m_list);
    listColumn->setContentsMargins(0, 0, 0, 0);
    listColumn->setSpacing(0);
    listColumn->addWidget(m_tools);
    listColumn->addWidget(m_selectionBar);
    listColumn->addWidget(m_newer);
    listColumn->addWidget(m_pages, 1);
    listColumn->addWidget(new Hairline(Qt::Horizontal, m_list));
    listColumn->addWidget(m_footer);
    column()->addWidget(new InspectorSplit(m_list, m_inspector, this), 1);

    connect(m_model, &MessageListModel::loaded, this, &QueuePanel::showWhatFits);
    connect(m_model, &MessageListModel::failed, this, &QueuePanel::showError);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &QueuePanel::showWhatFits);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &QueuePanel::showSelection);
    connect(m_model, &MessageListModel::newerCountChanged, this, [this](int newer) {
        // Where nothing is shown nothing can jump.
        if (newer > 0 && m_model->rowCount() == 0)
            m_model->reload();
        else
            m_newer->setNewer(newer, newer >= MessageListModel::kPage);
    });
}

void QueuePanel::followQueue()
{
    BrokerConnection &connection = m_workspace.connection;
    connect(&connection.queueFeed(), &Feed::updated, this, [this] {
        showQueue();
        if (isVisible())
            m_model->check();
    });
    connect(&connection.status(), &Feed::updated, this,
            [this] { m_model->setBrokerNow(m_workspace.connection.status().brokerNowMs()); });
    connect(&m_workspace.notices, &Notices::restored, this, [this](const QString &queueName) {
        if (queueName == m_queueName)
            refresh();
    });
}

int QueuePanel::queueRow() const
{
    return m_workspace.connection.queues().rowOf(m_queueName);
}

void QueuePanel::showQueue()
{
    const int row = queueRow();
    if (row < 0) {
        if (m_workspace.connection.queueFeed().isComplete())
            showWhatFits();
        return;
    }
    const QueueListModel &queues = m_workspace.connection.queues();
    const QueueCounts &counts = queues.queueAt(row).counts;
    header().setPills({queueStateBadge(queues.stateAt(row))});
    const std::array shown = {counts.total(), counts.ready, counts.leased, counts.delayed};
    for (std::size_t i = 0; i < shown.size(); ++i)
        m_segments->setCount(int(i), shown.at(i));
    m_purge->setDisabledReason(counts.total() == 0 ? tr("This queue is empty.") : QString());
    showFooter();
}

void QueuePanel::showWhatFits()
{
    m_table->setLoading(m_model->isLoading() && !m_model->isLoaded());
    const bool isThere = queueRow() >= 0 || !m_workspace.connection.queueFeed().isComplete();
    const bool filtered = m_segments->currentIndex() > 0;
    m_empty->setTitle(filtered ? tr("No message in this state") : tr("This queue is empty"));
    m_empty->setText(filtered ? tr("Messages show here as soon as they are in it.")
                              : tr("A message stays here until a receiver deletes it."));
    m_sendFirst->setVisible(!filtered);

    const bool isEmpty = m_model->isLoaded() && !m_model->isLoading() && m_model->rowCount() == 0;
    m_pages->setCurrentWidget(!isThere      ? m_gone
                                  : isEmpty ? m_empty
                                            : static_cast<QWidget *>(m_table));
    m_newer->setNewer(m_model->newerCount(), m_model->newerCount() >= MessageListModel::kPage);
    showSelection();
    showFooter();
}

void QueuePanel::showFooter()
{
    const int shown = m_model->rowCount();
    const int row = queueRow();
    const auto looking = tr("Reading here does not count as a receive.");
    if (shown == 0 || row < 0) {
        m_footer->setText(looking);
        return;
    }
    const QueueCounts &counts = m_workspace.connection.queues().queueAt(row).counts;
    const std::array totals = {counts.total(), counts.ready, counts.leased, counts.delayed};
    const qint64 total = totals.at(std::size_t(m_segments->currentIndex()));
    //: %1 rows are shown of %2 messages; %3 is a further sentence.
    m_footer->setText(
        tr("%1 of %2, newest first. %3")
            .arg(Format::count(shown), Format::count(std::max<qint64>(total, shown)), looking));
}

void QueuePanel::showSelection()
{
    const QModelIndexList rows = m_table->selectedRowsInOrder();
    m_selectionBar->setSelectedCount(int(rows.size()));
    m_selectionBar->setVisible(rows.size() > 1);
    m_tools->setVisible(rows.size() <= 1);
    const bool one = rows.size() == 1 && m_pages->currentWidget() == m_table;
    if (one) {
        const int row = rows.constFirst().row();
        m_inspector->showMessage(m_model->messageAt(row), m_model->isGone(row));
    }
    m_inspector->setVisible(one);
}

void QueuePanel::showError(const Error &error)
{
    m_table->setLoading(false);
    if (error.code == ErrorCode::QueueNotExist)
        return showWhatFits();
    m_workspace.notices.complain(tr("The messages of %1 could not be read.").arg(m_queueName),
                                 error);
}

QList<QByteArray> QueuePanel::selectedIds() const
{
    QList<QByteArray> ids;
    const QModelIndexList rows = m_table->selectedRowsInOrder();
    for (const QModelIndex &index : rows)
        ids.append(m_model->messageAt(index.row()).messageId);
    return ids;
}

void QueuePanel::deleteSelected()
{
    if (const QList<QByteArray> ids = selectedIds(); !ids.isEmpty())
        deleteMessages(ids);
}

void QueuePanel::deleteMessages(const QList<QByteArray> &messageIds)
{
    onReply(m_workspace.connection.admin().deleteMessages(m_queueName, messageIds), this,
            [this, messageIds](const Result<Admin::TrashEntry> &reply) {
                if (!reply) {
                    m_workspace.notices.complain(tr("Nothing was deleted."), reply.error());
                    return;
                }
                m_model->forget(messageIds);
                const QString text = messageIds.size() == 1
                    ? tr("Deleted message %1.")
                          .arg(shortId(QString::fromLatin1(messageIds.constFirst())))
                    : tr("Deleted %Ln message(s).", nullptr, int(reply->messages));
                m_workspace.notices.offerUndo(m_workspace.connection.admin(), *reply, text);
                m_workspace.connection.refresh();
            });
}

void QueuePanel::step(int rows)
{
    const int row = m_table->currentIndex().row() + rows;
    if (row >= 0 && row < m_model->rowCount())
        m_table->setCurrentIndex(m_model->index(row, 0));
}

void QueuePanel::openMenu(const QModelIndex &index, const QPoint &position)
{
    const QByteArray messageId = m_model->messageAt(index.row()).messageId;
    const QByteArray body = m_model->messageAt(index.row()).body;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(themedIcon(u"copy"_s), tr("Copy message ID"), this, [messageId] {
        QApplication::clipboard()->setText(QString::fromLatin1(messageId));
    });
    menu->addAction(themedIcon(u"copy"_s), tr("Copy body"), this,
                    [body] { QApplication::clipboard()->setText(QString::fromUtf8(body)); });
    menu->addSeparator();
    menu->addAction(themedIcon(u"trash-2"_s), tr("Delete"), this, &QueuePanel::deleteSelected);
    menu->popup(position);
}

void QueuePanel::sendMessage()
{
    auto *dialog = new SendMessageDialog(m_workspace, m_queueName, window());
    connect(dialog, &SendMessageDialog::sent, this, &QueuePanel::refresh);
    dialog->open();
}

void QueuePanel::refresh()
{
    m_model->reload();
}

bool QueuePanel::stepBack()
{
    if (m_table->selectedRowsInOrder().isEmpty())
        emit closed();
    else
        m_table->clearSelection();
    return true;
}

QList<QWidget *> QueuePanel::regions()
{
    return {m_segments, m_table, m_empty, m_inspector};
}

void QueuePanel::showEvent(QShowEvent *event)
{
    Panel::showEvent(event);
    m_table->setFocus();
}

void QueuePanel::retranslate()
{
    header().setCrumb(tr("Queues"));
    m_purge->setText(tr("Purge…"));
    m_more->setName(tr("More"));
    m_send->setText(tr("Send message…"));
    m_segments->setAccessibleName(tr("Which messages"));
    const std::array names = {tr("All"), tr("Ready"), tr("In flight"), tr("Delayed")};
    for (std::size_t i = 0; i < names.size(); ++i)
        m_segments->setSegmentText(int(i), names.at(i));
    m_deleteMany->setText(tr("Delete"));
    m_sendFirst->setText(tr("Send message…"));
    m_gone->setTitle(tr("This queue no longer exists"));
    m_gone->setText(tr("It was deleted. While its notice is there, the deletion can be undone."));
    m_back->setText(tr("Back to queues"));
    m_table->setAccessibleName(tr("Messages"));
    m_model->retranslate();
    showQueue();
    showWhatFits();
}

} // namespace Signalbox
