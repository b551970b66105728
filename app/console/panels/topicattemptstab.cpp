// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/topicattemptstab.h"

#include "console/brokerconnection.h"
#include "console/feeds/attemptfeed.h"
#include "console/inspectorwalk.h"
#include "console/models/attemptfiltermodel.h"
#include "console/models/attemptlistmodel.h"
#include "console/notices.h"
#include "console/panels/attemptinspector.h"
#include "console/panels/listpages.h"
#include "console/panels/newerbar.h"
#include "console/settings.h"
#include "widgets/button.h"
#include "widgets/emptystate.h"
#include "widgets/format.h"
#include "widgets/inspectorsplit.h"
#include "widgets/label.h"
#include "widgets/metrics.h"
#include "widgets/segmentedcontrol.h"
#include "widgets/table/datatable.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QScrollBar>
#include <QVBoxLayout>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

const auto kAttemptsView = u"attempts"_s;

} // namespace

TopicAttemptsTab::TopicAttemptsTab(const Workspace &workspace, const QString &topicName,
                                   QWidget *parent)
    : TopicTab(workspace, topicName, parent)
    , m_feed(new AttemptFeed(workspace.connection.admin(), topicName, this))
    , m_attempts(new AttemptListModel(this))
    , m_model(new AttemptFilterModel(*m_attempts, this))
    , m_segments(new SegmentedControl(this))
    , m_subscription(new QComboBox(this))
    , m_notKept(new TextLabel(TextRole::Hint, Token::Muted, {}, this))
    , m_newer(new NewerBar(this))
    , m_pages(new ListPages(u"history"_s, this))
    , m_table(m_pages->table())
    , m_none(m_pages->none())
    , m_noMatch(m_pages->noMatch())
    , m_clear(new Button({}, ButtonKind::Default, {}, m_noMatch))
    , m_inspector(new AttemptInspector(workspace, this))
{
    auto *list = new QWidget(this);
    auto *listColumn = new QVBoxLayout(list);
    listColumn->setContentsMargins(0, 0, 0, 0);
    listColumn->setSpacing(0);
    buildTools(listColumn);
    buildTable();
    listColumn->addWidget(m_newer);
    listColumn->addWidget(m_pages, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(new InspectorSplit(list, m_inspector, this));
    followFeed();
    retranslate();
}

TopicAttemptsTab::~TopicAttemptsTab()
{
    workspace().settings.setViewState(kAttemptsView, m_table->saveLayout());
}

void TopicAttemptsTab::buildTools(QVBoxLayout *column)
{
    for (int i = 0; i < 2; ++i) // in the order of AttemptFilterModel::Segment
        m_segments->addSegment({});
    m_subscription->addItem({});
    m_subscription->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(Metrics::kPageMargin, Metrics::kSpaceMd, Metrics::kPageMargin,
                              Metrics::kSpaceMd);
    tools->setSpacing(Metrics::kSpaceSm);
    tools->addWidget(m_segments);
    tools->addWidget(m_subscription);
    tools->addStretch();
    tools->addWidget(m_notKept);
    column->addLayout(tools);
    connect(m_segments, &SegmentedControl::currentIndexChanged, this, [this](int segment) {
        m_model->setSegment(AttemptFilterModel::Segment(segment));
        showWhatFits();
    });
    connect(m_subscription, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_model->setSubscription(index <= 0 ? QString() : m_subscription->currentText());
        showWhatFits();
    });
}

void TopicAttemptsTab::buildTable()
{
    m_table->setModel(m_model);
    m_table->setRowKind(DataTable::RowKind::TwoLine);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setColumns({
        {.kind = CellKind::Number, .width = 112, .sortable = false},
        {.kind = CellKind::Name, .width = 160, .stretch = true, .sortable = false},
        {.kind = CellKind::Number, .width = 58, .sortable = false},
        {.kind = CellKind::State, .width = 160, .sortable = false},
        {.kind = CellKind::Number, .width = 98, .givesWay = 1, .sortable = false},
        {.kind = CellKind::Number, .width = 82, .givesWay = 2, .sortable = false},
    });
    m_table->restoreLayout(workspace().settings.viewState(kAttemptsView));
    m_noMatch->addAction(m_clear);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        m_segments->setCurrentIndex(0);
        m_subscription->setCurrentIndex(0);
    });
    connect(m_newer, &NewerBar::requested, this, &TopicAttemptsTab::refresh);
    connect(m_table, &DataTable::selectedCountChanged, this, &TopicAttemptsTab::showSelection);
    connect(m_table->verticalScrollBar(), &QAbstractSlider::valueChanged, this,
            [this](int value) { m_attempts->setHeld(value > 0); });
    connect(m_inspector, &Inspector::closeRequested, m_table, &QAbstractItemView::clearSelection);
    letWalk(*m_inspector, *m_table);
    connect(m_inspector, &AttemptInspector::copied, this,
            [this] { workspace().notices.say([] { return tr("Copied."); }); });
    connect(m_inspector, &AttemptInspector::sentAgain, this, [this](const Admin::Attempt &ended) {
        const QString result = AttemptListModel::badgeOf(ended, u"http"_s).text;
        //: %1 is an endpoint, %2 the result such as "204 accepted".
        workspace().notices.say([endpoint = ended.endpoint, result] {
            return tr("Sent again to %1: %2.").arg(endpoint, result);
        });
        m_feed->refresh();
    });
}

void TopicAttemptsTab::followFeed()
{
    connect(m_feed, &AttemptFeed::arrived, m_attempts, &AttemptListModel::prepend);
    connect(m_feed, &AttemptFeed::startedOver, m_attempts, &AttemptListModel::clear);
    connect(m_feed, &Feed::updated, this, [this] {
        m_seen = true;
        takeTopic();
        showWhatFits();
        showSelection();
    });
    connect(m_attempts, &AttemptListModel::waitingCountChanged, this,
            [this] { m_newer->setNewer(m_attempts->waitingCount(), false); });
    runWhileShown(m_feed);
}

void TopicAttemptsTab::takeTopic()
{
    m_attempts->setNow(workspace().connection.status().brokerNowMs());
    const Admin::Topic *shown = topic();
    if (!shown)
        return;
    qint64 notKept = 0;
    QHash<QString, QString> channels;
    for (const Admin::Subscription &subscription : shown->subscriptions) {
        notKept += subscription.notKeptLastHour;
        channels.insert(subscription.name, subscription.channel);
        if (m_subscription->findText(subscription.name) < 0)
            m_subscription->addItem(subscription.name);
    }
    m_attempts->setChannels(channels);
    m_notKept->setVisible(notKept > 0);
    m_notKept->setText(
        tr("%1 more deliveries in the last hour, only counted").arg(Format::count(notKept)));
    m_notKept->setToolTip(tr("Of deliveries that succeed, 100 of a subscription are kept in a "
                             "second; all failures are."));
}

void TopicAttemptsTab::showOnly(const QString &subscriptionName)
{
    takeTopic();
    m_segments->setCurrentIndex(0);
    m_subscription->setCurrentIndex(std::max(0, m_subscription->findText(subscriptionName)));
}

int TopicAttemptsTab::sourceRow(const QModelIndex &index) const
{
    return m_model->mapToSource(index).row();
}

void TopicAttemptsTab::showWhatFits()
{
    const int all = m_attempts->rowCount();
    const auto known = [this](int count) {
        return m_seen ? std::optional<qint64>(count) : std::nullopt;
    };
    m_segments->setCount(0, known(all));
    m_segments->setCount(1, known(m_attempts->failedCount()));
    if (m_seen)
        emit countChanged(all);
    m_pages->showWhatFits(m_seen, all, m_model->rowCount());
}

void TopicAttemptsTab::showSelection()
{
    const QModelIndexList rows = m_table->selectedRowsInOrder();
    if (rows.size() == 1) {
        const Admin::Attempt &attempt = m_attempts->attemptAt(sourceRow(rows.constFirst()));
        m_inspector->showAttempt(attempt, m_attempts->ladderOf(attempt),
                                 m_attempts->channelOf(attempt));
    }
    m_inspector->setVisible(rows.size() == 1);
}

void TopicAttemptsTab::refresh()
{
    m_attempts->takeWaiting();
    m_table->scrollToTop();
    m_feed->refresh();
}

bool TopicAttemptsTab::stepBack()
{
    if (m_table->selectedRowsInOrder().isEmpty())
        return false;
    m_table->clearSelection();
    return true;
}

QList<QWidget *> TopicAttemptsTab::regions()
{
    return {m_segments, m_table, m_none, m_inspector};
}

void TopicAttemptsTab::takeFocus()
{
    m_table->setFocus();
}

void TopicAttemptsTab::retranslate()
{
    m_segments->setAccessibleName(tr("Which attempts"));
    m_segments->setSegmentText(int(AttemptFilterModel::Segment::All), tr("All"));
    m_segments->setSegmentText(int(AttemptFilterModel::Segment::Failed), tr("Failed"));
    m_subscription->setItemText(0, tr("All subscriptions"));
    m_subscription->setAccessibleName(tr("Subscription"));
    m_table->setAccessibleName(tr("Attempts"));
    m_none->setTitle(tr("No attempts yet"));
    m_none->setText(
        tr("An attempt appears here for each subscription when a message is published.\n"
           "A queue that takes its copy at once needs none."));
    m_noMatch->setTitle(tr("No attempt matches"));
    m_noMatch->setText(tr("The last 10,000 attempts of seven days are kept."));
    m_clear->setText(tr("Show all attempts"));
    m_attempts->retranslate();
    showWhatFits();
}

} // namespace Signalbox
