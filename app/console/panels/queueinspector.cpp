// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/queueinspector.h"

#include "console/brokerconnection.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/format.h"
#include "widgets/label.h"
#include "widgets/sparkline.h"

#include <QDateTime>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostReceivers = 5;
constexpr int kCourseHeight = 44;

} // namespace

QueueInspector::QueueInspector(const Workspace &workspace, QWidget *parent)
    : Inspector(parent)
    , m_workspace(workspace)
    , m_course(new Sparkline(this))
    , m_flow(new KeyValueList(this))
    , m_attributesTitle(new TextLabel(TextRole::CardTitle, {}, this))
    , m_attributes(new KeyValueList(this))
    , m_receiversTitle(new TextLabel(TextRole::CardTitle, {}, this))
    , m_noReceivers(new TextLabel(TextRole::Hint, Token::Muted, {}, this))
    , m_receivers(new KeyValueList(this))
    , m_open(new Button({}, ButtonKind::Default, u"external-link"_s, this))
    , m_send(new Button({}, ButtonKind::Default, u"send"_s, this))
    , m_purge(new Button({}, ButtonKind::DangerGhost, u"trash-2"_s, this))
{
    m_course->setFixedHeight(Theme::current().px(kCourseHeight));
    body()->addWidget(m_course);
    body()->addWidget(m_flow);
    body()->addWidget(new Hairline(Qt::Horizontal, this));
    body()->addWidget(m_attributesTitle);
    body()->addWidget(m_attributes);
    body()->addWidget(new Hairline(Qt::Horizontal, this));
    body()->addWidget(m_receiversTitle);
    body()->addWidget(m_noReceivers);
    body()->addWidget(m_receivers);
    body()->addStretch();
    addFooterButton(m_open);
    addFooterButton(m_send);
    addFooterButton(m_purge, true);
    connect(m_open, &QPushButton::clicked, this, [this] { emit openRequested(m_queueName); });
    connect(m_send, &QPushButton::clicked, this, [this] { emit sendRequested(m_queueName); });
    connect(m_purge, &QPushButton::clicked, this, [this] { emit purgeRequested(m_queueName); });
    languageChanged();
}

QueueInspector::~QueueInspector() = default;

void QueueInspector::showQueue(const QString &queueName)
{
    if (m_queueName != queueName) {
        m_queueName = queueName;
        setTitle(queueName);
        followReceivers();
    }
    showFacts();
}

void QueueInspector::followReceivers()
{
    m_receiverFeed.reset();
    if (!m_queueName.isEmpty() && isVisible()) {
        m_receiverFeed =
            std::make_unique<ReceiverFeed>(m_workspace.connection.admin(), m_queueName);
        connect(m_receiverFeed.get(), &Feed::updated, this, &QueueInspector::showReceivers);
        m_receiverFeed->start();
    }
    showReceivers();
}

void QueueInspector::showFacts()
{
    const QueueListModel &queues = m_workspace.connection.queues();
    const int index = queues.rowOf(m_queueName);
    if (index < 0)
        return;
    using Milliseconds = std::chrono::milliseconds;
    const Admin::QueueRow &row = queues.queueAt(index);
    const QueueSettings &settings = row.settings;
    const qint64 nowMs = m_workspace.connection.status().brokerNowMs();
    const auto since = [nowMs](std::optional<qint64> timeMs) {
        return timeMs ? Format::age(Milliseconds(std::max<qint64>(0, nowMs - *timeMs)))
                      : Format::unknown();
    };
    const auto fact = [](const QString &key, const QString &value) { return KeyValue{key, value}; };
    setState(queueStateBadge(queues.stateAt(index)));
    m_course->setValues(row.spark);
    m_purge->setDisabledReason(row.counts.total() == 0 ? tr("This queue is empty.") : QString());
    m_flow->setRows({fact(tr("Ready"), Format::count(row.counts.ready)),
                     fact(tr("In flight"), Format::count(row.counts.leased)),
                     fact(tr("Delayed"), Format::count(row.counts.delayed)),
                     fact(tr("Oldest ready"), since(row.oldestReadyMs)),
                     //: Messages per second that came in, went out and were deleted.
                     fact(tr("In, out, deleted /s"),
                          tr("%1, %2, %3")
                              .arg(Format::rate(row.inPerS), Format::rate(row.outPerS),
                                   Format::rate(row.deletedPerS))),
                     //: Time since messages were last received.
                     fact(tr("Last receive"), since(row.lastReceiveMs)),
                     fact(tr("Long polls"), Format::count(row.waiters))});
    m_attributes->setRows(
        {fact(tr("Type"), settings.isFifo() ? tr("FIFO") : tr("Normal")),
         fact(tr("Visibility timeout"), Format::age(settings.visibilityTimeout)),
         fact(tr("Delay"), settings.delay.count() == 0 ? tr("0 s") : Format::age(settings.delay)),
         fact(tr("Long poll"),
              settings.pollingWait.count() == 0 ? tr("0 s") : Format::age(settings.pollingWait)),
         fact(tr("Retention"), Format::age(settings.retention)),
         fact(tr("Largest message"), Format::bytes(settings.maximumMessageSizeBytes)),
         fact(tr("Dead letters"), deadLettersText(settings.deadLetters)),
         fact(tr("Created"),
              Format::time(QDateTime::fromMSecsSinceEpoch(row.createdAtMs),
                           QDateTime::fromMSecsSinceEpoch(nowMs)))});
}

QString QueueInspector::deadLettersText(const DeadLetterPolicy &policy)
{
    if (policy.targetQueue.isEmpty())
        //: What becomes of messages that are received too often: nothing.
        return tr("none");
    //: After so many receives a message goes to the queue %1.
    return tr("to %1 after %Ln receive(s)", nullptr, policy.maxReceiveCount)
        .arg(policy.targetQueue);
}

void QueueInspector::showReceivers()
{
    QList<KeyValue> rows;
    if (m_receiverFeed && m_receiverFeed->answer()) {
        const QList<Admin::Receiver> &all = m_receiverFeed->answer()->receivers;
        for (const Admin::Receiver &receiver : all.first(std::min(all.size(), kMostReceivers))) {
            const QString who = receiver.agent.isEmpty() ? receiver.address : receiver.agent;
            //: What a receiver does: messages it holds, messages it receives per second.
            rows.append(KeyValue{
                receiver.address,
                tr("%1 · holds %2 · %3 /s")
                    .arg(who, Format::count(receiver.holds), Format::rate(receiver.receivedPerS))});
        }
    }
    m_receivers->setRows(rows);
    m_receivers->setVisible(!rows.isEmpty());
    m_noReceivers->setVisible(rows.isEmpty());
}

void QueueInspector::showEvent(QShowEvent *event)
{
    Inspector::showEvent(event);
    followReceivers();
}

void QueueInspector::hideEvent(QHideEvent *event)
{
    Inspector::hideEvent(event);
    m_receiverFeed.reset();
}

void QueueInspector::languageChanged()
{
    Inspector::languageChanged();
    m_attributesTitle->setText(tr("Attributes"));
    m_receiversTitle->setText(tr("Receivers"));
    m_noReceivers->setText(tr("None was seen in the last hour."));
    m_open->setText(tr("Open"));
    m_send->setText(tr("Send…"));
    m_purge->setText(tr("Purge…"));
    if (!m_queueName.isEmpty()) {
        showFacts();
        showReceivers();
    }
}

} // namespace Signalbox
