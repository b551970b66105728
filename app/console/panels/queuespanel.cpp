// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/queuespanel.h"

#include "console/brokerconnection.h"
#include "console/dialogs/createqueuedialog.h"
#include "console/dialogs/sendmessagedialog.h"
#include "console/notices.h"
#include "console/panels/queueactions.h"
#include "console/panels/queueinspector.h"
#include "widgets/button.h"
#include "widgets/emptystate.h"
#include "widgets/icons.h"
#include "widgets/label.h"
#include "widgets/metrics.h"
#include "widgets/searchfield.h"
#include "widgets/segmentedcontrol.h"
#include "widgets/table/datatable.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

using Selection = QueueFilterModel::Selection;

/// What the segments show, in their order.
constexpr std::array kSegments = {Selection::All, Selection::WithBacklog, Selection::NoReceiver,
                                  Selection::DeadLetters, Selection::Fifo};

constexpr int kFilterWidth = 240;

} // namespace

QueuesPanel::QueuesPanel(const Workspace &workspace, QWidget *parent)
    : NamedListPanel(
        workspace, {.iconName = u"inbox"_s, .layoutKey = u"queues"_s, .filterWidth = kFilterWidth},
        parent)
    , m_model(new QueueFilterModel(workspace.connection.queues(), this))
    , m_segments(new SegmentedControl(this))
    , m_live(new TextLabel(TextRole::Hint, Token::Muted, {}, this))
    , m_pause(new IconButton(u"pause"_s, {}, this))
    , m_inspector(new QueueInspector(workspace, this))
    , m_purgeKeys(new QShortcut(kPurgeKeys, this))
{
    buildTools();
    build(m_model, QueueListModel::columns(), m_inspector);
    table().viewport()->installEventFilter(this);
    connect(m_purgeKeys, &QShortcut::activated, this, [this] {
        if (const QString name = selected(); !name.isEmpty())
            purge(name);
    });
    connect(m_inspector, &QueueInspector::openRequested, this, &QueuesPanel::opened);
    connect(m_inspector, &QueueInspector::sendRequested, this, &QueuesPanel::sendTo);
    connect(m_inspector, &QueueInspector::purgeRequested, this, &QueuesPanel::purge);
    followConnection();
    retranslate();
}

QueuesPanel::~QueuesPanel() = default;

void QueuesPanel::buildTools()
{
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

    connect(&filter(), &SearchField::searchChanged, this, [this](const QString &text) {
        m_model->setNameFilter(text);
        showWhatFits();
    });
    connect(m_segments, &SegmentedControl::currentIndexChanged, this, [this](int segment) {
        m_model->setSelection(kSegments.at(std::size_t(segment)));
        showWhatFits();
    });
    connect(m_pause, &QToolButton::clicked, this,
            [this] { workspace().connection.setPaused(!workspace().connection.isPaused()); });
}

void QueuesPanel::followConnection()
{
    BrokerConnection &connection = workspace().connection;
    m_showSoon.setSingleShot(true);
    connect(&m_showSoon, &QTimer::timeout, this, &QueuesPanel::showWhatFits);
    const auto soon = qOverload<>(&QTimer::start);
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_model, signal, &m_showSoon, soon);
    connect(m_model, &QAbstractItemModel::layoutChanged, &m_showSoon, soon);
    connect(&connection.queueFeed(), &Feed::updated, this, &QueuesPanel::showWhatFits);
    connect(&connection.status(), &Feed::updated, this, &QueuesPanel::showInspector);
    connect(&connection, &BrokerConnection::pausedChanged, this, &QueuesPanel::retranslate);
    connect(&connection, &BrokerConnection::statusChanged, this, &QueuesPanel::showLive);
}

void QueuesPanel::showLive()
{
    const BrokerConnection &connection = workspace().connection;
    const bool answers =
        connection.trouble() == BrokerConnection::Trouble::None && connection.status().status();
    m_live->setText(connection.isPaused() ? tr("Paused")
                        : answers         ? tr("Live, every 2 s")
                                          : QString()); // The head of the panel says why not.
}

void QueuesPanel::showQueues(Selection selection, QueueListModel::Column column)
{
    filter().clear();
    m_segments->setCurrentIndex(int(std::ranges::find(kSegments, selection) - kSegments.begin()));
    table().sortByColumn(column, Qt::DescendingOrder);
    table().scrollToTop();
}

bool QueuesPanel::eventFilter(QObject *watched, QEvent *event)
{
    // No row comes or goes under the hand that is about to click one.
    if (event->type() == QEvent::MouseMove)
        m_model->holdStill();
    else if (event->type() == QEvent::Leave)
        m_model->letGo();
    return NamedListPanel::eventFilter(watched, event);
}

void QueuesPanel::inspect(const QString &name)
{
    m_inspector->showQueue(name);
}

void QueuesPanel::showWhatFits()
{
    const QueueListModel &queues = workspace().connection.queues();
    const bool complete = workspace().connection.queueFeed().isComplete();
    for (std::size_t i = 0; i < kSegments.size(); ++i) {
        m_segments->setCount(
            int(i),
            complete ? std::optional<qint64>(QueueFilterModel::count(queues, kSegments.at(i)))
                     : std::nullopt);
    }
    const auto page = showPage(complete, queues.rowCount());
    if (page == ListPages::Page::NoMatch) {
        const QString name = m_model->nameFilter();
        noMatch().setTitle(name.isEmpty() ? noMatchTitle() : tr("No queue matches “%1”").arg(name));
    }
    for (QWidget *tool : std::initializer_list<QWidget *>{m_segments, m_live, m_pause})
        tool->setVisible(page != ListPages::Page::None);
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

void QueuesPanel::create()
{
    auto *dialog = new CreateQueueDialog(workspace(), window());
    connect(dialog, &CreateQueueDialog::created, this, [this](const QString &queueName) {
        workspace().notices.say([queueName] { return tr("Created queue %1.").arg(queueName); });
        workspace().connection.refresh();
    });
    dialog->open();
}

void QueuesPanel::sendTo(const QString &queueName)
{
    (new SendMessageDialog(workspace(), queueName, window()))->open();
}

QList<PanelCommand> QueuesPanel::commands()
{
    const QString name = selected();
    if (name.isEmpty())
        return {};
    return {{u"trash-2"_s, tr("Purge…"), name, m_purgeKeys->key(), [this, name] { purge(name); }}};
}

void QueuesPanel::purge(const QString &queueName)
{
    confirmPurge(workspace(), queueName, window());
}

void QueuesPanel::confirmDelete(const QString &name)
{
    confirmDeleteQueue(workspace(), name, window());
}

void QueuesPanel::clearFilters()
{
    NamedListPanel::clearFilters();
    m_segments->setCurrentIndex(0);
}

void QueuesPanel::addActions(QMenu &menu, const QString &name)
{
    menu.addAction(themedIcon(u"send"_s), tr("Send message…"), this,
                   [this, name] { sendTo(name); });
    menu.addAction(themedIcon(u"download"_s), tr("Receive…"), this,
                   [this, name] { emit receiveRequested(name); });
    if (workspace().connection.queues().takesDeadLetters(name)) {
        menu.addAction(themedIcon(u"undo-2"_s), tr("Redrive…"), this,
                       [this, name] { redrive(workspace(), name, {}, window()); });
    }
}

void QueuesPanel::addRemovals(QMenu &menu, const QString &name)
{
    menu.addAction(themedIcon(u"trash-2"_s), tr("Purge…"), this, [this, name] { purge(name); });
}

Feed *QueuesPanel::liveFeed()
{
    return &workspace().connection.queueFeed();
}

void QueuesPanel::refresh()
{
    m_model->resort();
}

void QueuesPanel::retranslate()
{
    NamedListPanel::retranslate();
    const bool paused = workspace().connection.isPaused();
    header().setTitle(tr("Queues"));
    filter().setPlaceholderText(tr("Filter by name"));
    filter().setAccessibleName(tr("Filter by name"));
    setCreateText(tr("Create queue…"));
    m_purgeKeys->setWhatsThis(tr("Purge the selected queue"));
    m_segments->setAccessibleName(tr("Which queues"));
    const std::array names = {tr("All"), tr("With backlog"), tr("No receiver"), tr("Dead letters"),
                              tr("FIFO")};
    for (std::size_t i = 0; i < names.size(); ++i)
        m_segments->setSegmentText(int(i), names.at(i));
    none().setTitle(tr("No queues yet"));
    none().setText(tr("A queue keeps each message until a receiver deletes it.\n"
                      "Create one here, or let your code do it."));
    noMatch().setText(tr("The filter looks at any part of the name."));
    m_pause->setIconName(paused ? u"play"_s : u"pause"_s);
    m_pause->setName(paused ? tr("Resume live updates (F9)") : tr("Pause live updates (F9)"));
    table().setAccessibleName(tr("Queues"));
    showLive();
    showWhatFits();
}

} // namespace Signalbox
