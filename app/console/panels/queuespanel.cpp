// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/queuespanel.h"

#include "console/brokerconnection.h"
#include "console/dialogs/createqueuedialog.h"
#include "console/dialogs/sendmessagedialog.h"
#include "console/inspectorwalk.h"
#include "console/models/queuefiltermodel.h"
#include "console/notices.h"
#include "console/panels/listpages.h"
#include "console/panels/queueactions.h"
#include "console/panels/queueinspector.h"
#include "console/settings.h"
#include "widgets/button.h"
#include "widgets/emptystate.h"
#include "widgets/format.h"
#include "widgets/icons.h"
#include "widgets/inspectorsplit.h"
#include "widgets/label.h"
#include "widgets/metrics.h"
#include "widgets/searchfield.h"
#include "widgets/segmentedcontrol.h"
#include "widgets/table/datatable.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QMenu>
#include <QShortcut>
#include <QVBoxLayout>

#include <array>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

using Selection = QueueFilterModel::Selection;

/// What the segments show, in their order.
constexpr std::array kSegments = {Selection::All, Selection::WithBacklog, Selection::NoReceiver,
                                  Selection::DeadLetters, Selection::Fifo};

const auto kQueuesView = u"queues"_s;
constexpr int kFilterWidth = 240;

} // namespace

QueuesPanel::QueuesPanel(const Workspace &workspace, QWidget *parent)
    : Panel(parent)
    , m_workspace(workspace)
    , m_model(new QueueFilterModel(workspace.connection.queues(), this))
    , m_filter(new SearchField({}, this))
    , m_create(new Button({}, ButtonKind::Primary, u"plus"_s, this))
    , m_segments(new SegmentedControl(this))
    , m_live(new TextLabel(TextRole::Hint, Token::Muted, {}, this))
    , m_pause(new IconButton(u"pause"_s, {}, this))
    , m_pages(new ListPages(u"inbox"_s, this))
    , m_table(m_pages->table())
    , m_noQueues(m_pages->none())
    , m_createFirst(new Button({}, ButtonKind::Primary, u"plus"_s, m_noQueues))
    , m_noMatch(m_pages->noMatch())
    , m_clearFilter(new Button({}, ButtonKind::Default, {}, m_noMatch))
    , m_inspector(new QueueInspector(workspace, this))
{
    buildHeader();
    buildTable();
    buildInspector();
    retranslate();

    BrokerConnection &connection = m_workspace.connection;
    m_showSoon.setSingleShot(true);
    connect(&m_showSoon, &QTimer::timeout, this, &QueuesPanel::showWhatFits);
    const auto soon = qOverload<>(&QTimer::start);
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_model, signal, &m_showSoon, soon);
    connect(m_model, &QAbstractItemModel::layoutChanged, &m_showSoon, soon);
    connect(&connection.queueFeed(), &Feed::updated, this, &QueuesPanel::showWhatFits);
    connect(&connection.status(), &Feed::updated, this, &QueuesPanel::showInspector);
    connect(&connection, &BrokerConnection::pausedChanged, this, &QueuesPanel::retranslate);
    showWhatFits();
}

QueuesPanel::~QueuesPanel()
{
    m_workspace.settings.setViewState(kQueuesView, m_table->saveLayout());
}

void QueuesPanel::buildHeader()
{
    m_filter->setFixedWidth(Theme::current().px(kFilterWidth));
    header().addAction(m_filter);
    header().addAction(m_create);
    for (std::size_t i = 0; i < kSegments.size(); ++i)
        m_segments->addSegment({});

    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(Metrics::kPageMargin, 0, Metrics::kPageMargin, Metrics::kSpaceMd);
    tools->setSpacing(Metrics::kSpaceSm);
    tools->addWidget(m_segments);
    tools->addStretch();
    tools->addWidget(m_live);
    tools->addWidget(m_pause);
    column()->addLayout(tools);

    connect(m_filter, &SearchField::searchChanged, this, [this](const QString &text) {
        m_model->setNameFilter(text);
        showWhatFits();
    });
    connect(m_create, &QPushButton::clicked, this, &QueuesPanel::createQueue);
    connect(m_segments, &SegmentedControl::currentIndexChanged, this, [this](int segment) {
        m_model->setSelection(kSegments.at(std::size_t(segment)));
        showWhatFits();
    });
    connect(m_pause, &QToolButton::clicked, this,
            [this] { m_workspace.connection.setPaused(!m_workspace.connection.isPaused()); });
}

void QueuesPanel::buildTable()
{
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setColumns(QueueListModel::columns());
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(QueueListModel::Name, Qt::AscendingOrder);
    m_table->restoreLayout(m_workspace.settings.viewState(kQueuesView));
    connect(m_table, &QAbstractItemView::activated, this,
            [this](const QModelIndex &index) { emit queueOpened(queueAt(index)); });
    connect(m_table, &DataTable::rowMenuRequested, this, &QueuesPanel::openMenu);
    m_noQueues->addAction(m_createFirst);
    m_noMatch->addAction(m_clearFilter);
    connect(m_createFirst, &QPushButton::clicked, this, &QueuesPanel::createQueue);
    connect(m_clearFilter, &QPushButton::clicked, this, [this] {
        m_filter->clear();
        m_segments->setCurrentIndex(0);
    });
}

void QueuesPanel::buildInspector()
{
    column()->addWidget(new InspectorSplit(m_pages, m_inspector, this), 1);
    letWalk(*m_inspector, *m_table);
    connect(m_inspector, &Inspector::closeRequested, this, [this] { setInspecting(false); });
    connect(m_inspector, &QueueInspector::openRequested, this, &QueuesPanel::queueOpened);
    connect(m_inspector, &QueueInspector::sendRequested, this, &QueuesPanel::sendTo);
    connect(m_inspector, &QueueInspector::purgeRequested, this,
            [this](const QString &name) { confirmPurge(m_workspace, name, window()); });
    connect(m_table, &DataTable::selectedCountChanged, this, &QueuesPanel::showInspector);
    auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_I), this);
    connect(shortcut, &QShortcut::activated, this, [this] { setInspecting(!m_inspecting); });
}

void QueuesPanel::setInspecting(bool inspecting)
{
    m_inspecting = inspecting;
    if (inspecting && selectedQueue().isEmpty() && m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(0, 0));
    showInspector();
    if (!inspecting)
        m_table->setFocus();
}

void QueuesPanel::showInspector()
{
    const QString name = selectedQueue();
    const bool shown = m_inspecting && !name.isEmpty() && m_pages->currentWidget() == m_table;
    if (shown)
        m_inspector->showQueue(name);
    m_inspector->setVisible(shown);
}

QString QueuesPanel::selectedQueue() const
{
    const QModelIndexList selected = m_table->selectedRowsInOrder();
    return selected.isEmpty() ? QString() : queueAt(selected.constFirst());
}

QString QueuesPanel::queueAt(const QModelIndex &index) const
{
    return index.siblingAtColumn(QueueListModel::Name).data().toString();
}

void QueuesPanel::showWhatFits()
{
    const QueueListModel &queues = m_workspace.connection.queues();
    const bool complete = m_workspace.connection.queueFeed().isComplete();
    for (std::size_t i = 0; i < kSegments.size(); ++i) {
        m_segments->setCount(
            int(i),
            complete ? std::optional<qint64>(QueueFilterModel::count(queues, kSegments.at(i)))
                     : std::nullopt);
    }
    header().setCount(complete && queues.rowCount() > 0 ? Format::count(queues.rowCount())
                                                        : QString());

    const auto page = m_pages->showWhatFits(complete, queues.rowCount(), m_model->rowCount());
    if (page == ListPages::Page::NoMatch) {
        const QString filter = m_model->nameFilter();
        m_noMatch->setTitle(filter.isEmpty() ? noMatchTitle()
                                             : tr("No queue matches “%1”").arg(filter));
    }
    for (QWidget *tool : std::initializer_list<QWidget *>{m_filter, m_segments, m_live, m_pause})
        tool->setVisible(page != ListPages::Page::None);
    showInspector();
}

QString QueuesPanel::noMatchTitle() const
{
    switch (m_model->selection()) {
    case Selection::NoReceiver:
        return tr("Every queue with messages has a receiver");
    case Selection::DeadLetters:
        return tr("No queue is named as a dead-letter queue");
    case Selection::Fifo:
        return tr("No queue keeps an order");
    case Selection::All:
    case Selection::WithBacklog:
        break;
    }
    return tr("No queue has a backlog");
}

void QueuesPanel::createQueue()
{
    auto *dialog = new CreateQueueDialog(m_workspace, window());
    connect(dialog, &CreateQueueDialog::created, this, [this](const QString &queueName) {
        m_workspace.notices.say([queueName] { return tr("Created queue %1.").arg(queueName); });
        m_workspace.connection.refresh();
    });
    dialog->open();
}

void QueuesPanel::openMenu(const QModelIndex &index, const QPoint &position)
{
    const QString queueName = queueAt(index);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Open"), this, [this, queueName] { emit queueOpened(queueName); });
    menu->addAction(themedIcon(u"info"_s), tr("Inspect (Ctrl+I)"), this,
                    [this] { setInspecting(true); });
    menu->addAction(themedIcon(u"send"_s), tr("Send message…"), this,
                    [this, queueName] { sendTo(queueName); });
    menu->addAction(themedIcon(u"download"_s), tr("Receive…"), this,
                    [this, queueName] { emit receiveRequested(queueName); });
    if (m_workspace.connection.queues().takesDeadLetters(queueName)) {
        menu->addAction(themedIcon(u"undo-2"_s), tr("Redrive…"), this,
                        [this, queueName] { redrive(m_workspace, queueName, {}, window()); });
    }
    menu->addAction(themedIcon(u"copy"_s), tr("Copy name"), this,
                    [queueName] { QApplication::clipboard()->setText(queueName); });
    menu->addSeparator();
    menu->addAction(themedIcon(u"trash-2"_s), tr("Purge…"), this,
                    [this, queueName] { confirmPurge(m_workspace, queueName, window()); });
    menu->addAction(themedIcon(u"trash-2"_s), tr("Delete…"), this,
                    [this, queueName] { confirmDeleteQueue(m_workspace, queueName, window()); });
    menu->addSeparator();
    m_table->addColumnChoice(*menu);
    menu->popup(position);
}

void QueuesPanel::sendTo(const QString &queueName)
{
    (new SendMessageDialog(m_workspace, queueName, window()))->open();
}

void QueuesPanel::refresh()
{
    m_model->resort();
}

void QueuesPanel::focusFilter()
{
    if (m_filter->isVisible())
        m_filter->setFocus(Qt::ShortcutFocusReason);
}

void QueuesPanel::deleteSelected()
{
    if (const QString name = selectedQueue(); !name.isEmpty())
        confirmDeleteQueue(m_workspace, name, window());
}

bool QueuesPanel::stepBack()
{
    if (m_inspecting) {
        setInspecting(false);
        return true;
    }
    if (m_filter->text().isEmpty())
        return false;
    m_filter->clear();
    return true;
}

QList<QWidget *> QueuesPanel::regions()
{
    return {m_filter, m_table, m_noQueues, m_inspector};
}

void QueuesPanel::retranslate()
{
    const bool paused = m_workspace.connection.isPaused();
    header().setTitle(tr("Queues"));
    m_filter->setPlaceholderText(tr("Filter by name"));
    m_filter->setAccessibleName(tr("Filter by name"));
    m_create->setText(tr("Create queue…"));
    m_segments->setAccessibleName(tr("Which queues"));
    const std::array names = {tr("All"), tr("With backlog"), tr("No receiver"), tr("Dead letters"),
                              tr("FIFO")};
    for (std::size_t i = 0; i < names.size(); ++i)
        m_segments->setSegmentText(int(i), names.at(i));
    m_noQueues->setTitle(tr("No queues yet"));
    m_noQueues->setText(tr("A queue keeps each message until a receiver deletes it.\n"
                           "Create one here, or let your code do it."));
    m_createFirst->setText(tr("Create queue…"));
    m_noMatch->setText(tr("The filter looks at any part of the name."));
    m_clearFilter->setText(tr("Clear filter"));
    m_live->setText(paused ? tr("Paused") : tr("Live, every 2 s"));
    m_pause->setIconName(paused ? u"play"_s : u"pause"_s);
    m_pause->setName(paused ? tr("Resume live updates (F9)") : tr("Pause live updates (F9)"));
    m_table->setAccessibleName(tr("Queues"));
    showWhatFits();
}

} // namespace Signalbox
