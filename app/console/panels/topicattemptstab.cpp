// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/topicattemptstab.h"

#include "console/brokerconnection.h"
#include "console/feeds/attemptfeed.h"
#include "console/models/attemptfiltermodel.h"
#include "console/models/attemptlistmodel.h"
#include "console/notices.h"
#include "console/panels/attemptinspector.h"
#include "console/panels/recordlist.h"
#include "widgets/button.h"
#include "widgets/emptystate.h"
#include "widgets/format.h"
#include "widgets/label.h"
#include "widgets/segmentedcontrol.h"
#include "widgets/table/datatable.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSegments = 2; // in the order of AttemptFilterModel::Segment

QList<TableColumn> columns()
{
    return {
        {.kind = CellKind::Number, .width = 112, .sortable = false},
        {.kind = CellKind::Name, .width = 160, .stretch = true, .sortable = false},
        {.kind = CellKind::Number, .width = 58, .sortable = false},
        {.kind = CellKind::State, .width = 160, .sortable = false},
        {.kind = CellKind::Number, .width = 98, .givesWay = 1, .sortable = false},
        {.kind = CellKind::Number, .width = 82, .givesWay = 2, .sortable = false},
    };
}

} // namespace

TopicAttemptsTab::TopicAttemptsTab(const Workspace &workspace, const QString &topicName,
                                   QWidget *parent)
    : TopicTab(workspace, topicName, parent)
    , m_feed(new AttemptFeed(workspace.connection.admin(), topicName, this))
    , m_attempts(new AttemptListModel(this))
    , m_model(new AttemptFilterModel(*m_attempts, this))
    , m_subscription(new QComboBox(this))
    , m_notKept(new TextLabel(TextRole::Hint, Token::Muted, {}, this))
    , m_inspector(new AttemptInspector(workspace, this))
    , m_list(new RecordList(workspace,
                            {.iconName = u"history"_s,
                             .layoutKey = u"attempts"_s,
                             .segments = kSegments,
                             .columns = columns(),
                             .feed = *m_feed,
                             .records = *m_attempts,
                             .shown = *m_model,
                             .inspector = *m_inspector},
                            this))
    , m_clear(new Button({}, ButtonKind::Default, {}, &m_list->noMatch()))
{
    buildTools();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_list);
    followFeed();
    retranslate();
}

TopicAttemptsTab::~TopicAttemptsTab() = default;

void TopicAttemptsTab::buildTools()
{
    m_subscription->addItem({});
    m_subscription->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_list->tools().addWidget(m_subscription);
    m_list->tools().addStretch();
    m_list->tools().addWidget(m_notKept);
    m_list->noMatch().addAction(m_clear);
    connect(&m_list->segments(), &SegmentedControl::currentIndexChanged, this, [this](int segment) {
        m_model->setSegment(AttemptFilterModel::Segment(segment));
        showWhatFits();
    });
    connect(m_subscription, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_model->setSubscription(index <= 0 ? QString() : m_subscription->currentText());
        showWhatFits();
    });
    connect(m_clear, &QPushButton::clicked, this, [this] { showOnly({}); });
}

void TopicAttemptsTab::followFeed()
{
    connect(m_feed, &AttemptFeed::arrived, m_attempts, &AttemptListModel::prepend);
    connect(m_feed, &AttemptFeed::startedOver, m_attempts, &AttemptListModel::clear);
    connect(m_list, &RecordList::updated, this, [this] {
        takeTopic();
        showWhatFits();
        m_list->inspect();
    });
    connect(m_list, &RecordList::inspected, this, &TopicAttemptsTab::inspect);
    connect(m_inspector, &AttemptInspector::copied, this,
            [this] { workspace().notices.say([] { return tr("Copied."); }); });
    connect(m_inspector, &AttemptInspector::sentAgain, this, &TopicAttemptsTab::tellSentAgain);
}

void TopicAttemptsTab::tellSentAgain(const Admin::Attempt &ended)
{
    const QString result = AttemptListModel::badgeOf(ended, u"http"_s).text;
    //: %1 is an endpoint, %2 the result such as "204 accepted".
    workspace().notices.say([endpoint = ended.endpoint, result] {
        return tr("Sent again to %1: %2.").arg(endpoint, result);
    });
    m_feed->refresh();
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
        tr("%Ln more delivery(s) in the last hour, only counted", nullptr, int(notKept)));
    m_notKept->setToolTip(tr("Of deliveries that succeed, at most 100 of a subscription are kept "
                             "in a second, and of copies in queues 500 in all. Every failure is "
                             "kept."));
}

void TopicAttemptsTab::showOnly(const QString &subscriptionName)
{
    takeTopic();
    m_list->segments().setCurrentIndex(0);
    m_subscription->setCurrentIndex(std::max(0, m_subscription->findText(subscriptionName)));
}

void TopicAttemptsTab::showWhatFits()
{
    const int all = m_attempts->rowCount();
    if (m_list->isKnown())
        emit countChanged(all);
    m_list->showWhatFits(all, {all, m_attempts->failedCount()});
}

void TopicAttemptsTab::inspect(int row)
{
    const Admin::Attempt &attempt = m_attempts->attemptAt(row);
    m_inspector->showAttempt(attempt, m_attempts->ladderOf(attempt),
                             m_attempts->channelOf(attempt));
}

Feed *TopicAttemptsTab::liveFeed()
{
    return m_feed;
}

void TopicAttemptsTab::refresh()
{
    m_list->refresh();
}

QString TopicAttemptsTab::idToCopy() const
{
    const int row = m_list->selectedRow();
    return row < 0 ? QString() : m_attempts->attemptAt(row).messageId;
}

bool TopicAttemptsTab::stepBack()
{
    return m_list->clearSelection();
}

QList<QWidget *> TopicAttemptsTab::regions()
{
    return m_list->regions();
}

void TopicAttemptsTab::takeFocus()
{
    m_list->setFocus();
}

void TopicAttemptsTab::retranslate()
{
    SegmentedControl &segments = m_list->segments();
    segments.setAccessibleName(tr("Which attempts"));
    segments.setSegmentText(int(AttemptFilterModel::Segment::All), tr("All"));
    segments.setSegmentText(int(AttemptFilterModel::Segment::Failed), tr("Failed"));
    m_subscription->setItemText(0, tr("All subscriptions"));
    m_subscription->setAccessibleName(tr("Subscription"));
    m_list->table().setAccessibleName(tr("Attempts"));
    m_list->none().setTitle(tr("No attempts yet"));
    m_list->none().setText(
        tr("An attempt appears here for each subscription when a message is published.\n"
           "A queue that takes its copy at once needs none."));
    m_list->noMatch().setTitle(tr("No attempt matches"));
    m_list->noMatch().setText(tr("The last 10,000 attempts of seven days are kept."));
    m_clear->setText(tr("Show all attempts"));
    m_attempts->retranslate();
    showWhatFits();
}

} // namespace Signalbox
