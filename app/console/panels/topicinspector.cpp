// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/topicinspector.h"

#include "console/brokerconnection.h"
#include "console/models/subscriptionstate.h"
#include "console/panels/subscriptioncard.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/format.h"
#include "widgets/label.h"
#include "widgets/metrics.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace Signalbox {

using namespace Qt::StringLiterals;

TopicInspector::TopicInspector(const Workspace &workspace, QWidget *parent)
    : Inspector(parent)
    , m_workspace(workspace)
    , m_facts(new KeyValueList(this))
    , m_cardsTitle(new TextLabel(TextRole::CardTitle, {}, this))
    , m_subscribe(new Button({}, ButtonKind::Link, u"plus"_s, this))
    , m_nobody(new TextLabel(TextRole::Hint, Token::Muted, {}, this))
    , m_cardColumn(new QVBoxLayout)
    , m_open(new Button({}, ButtonKind::Default, u"external-link"_s, this))
    , m_publish(new Button({}, ButtonKind::Default, u"send"_s, this))
{
    auto *head = new QHBoxLayout;
    head->addWidget(m_cardsTitle);
    head->addStretch();
    head->addWidget(m_subscribe);
    m_nobody->setWordWrap(true);
    m_cardColumn->setSpacing(Metrics::kSpaceSm);
    body()->addWidget(m_facts);
    body()->addWidget(new Hairline(Qt::Horizontal, this));
    body()->addLayout(head);
    body()->addWidget(m_nobody);
    body()->addLayout(m_cardColumn);
    body()->addStretch();
    addFooterButton(m_open);
    addFooterButton(m_publish);
    connect(m_open, &QPushButton::clicked, this, [this] { emit openRequested(m_topicName); });
    connect(m_publish, &QPushButton::clicked, this, [this] { emit publishRequested(m_topicName); });
    connect(m_subscribe, &QPushButton::clicked, this,
            [this] { emit subscribeRequested(m_topicName); });
    languageChanged();
}

void TopicInspector::showTopic(const QString &topicName)
{
    m_topicName = topicName;
    const Admin::Topic *topic = m_workspace.connection.topics().find(topicName);
    if (!topic)
        return;
    setTitle(topicName);
    setState(topicBadge(*topic));
    const QDateTime now =
        QDateTime::fromMSecsSinceEpoch(m_workspace.connection.status().brokerNowMs());
    const auto fact = [](const QString &key, const QString &value) { return KeyValue{key, value}; };
    m_facts->setRows(
        {fact(
             tr("Published"),
             //: Messages per second now, and in the last hour.
             tr("%1 /s, %2 in 1 h")
                 .arg(Format::rate(topic->publishedPerS), Format::count(topic->publishedLastHour))),
         fact(tr("Largest message"), Format::bytes(topic->settings.maximumMessageSizeBytes)),
         fact(tr("Retention"), tr("1 d, fixed by MNS")),
         fact(tr("Created"),
              Format::time(QDateTime::fromMSecsSinceEpoch(topic->createdAtMs), now))});
    m_nobody->setVisible(topic->subscriptions.isEmpty());
    showCards(topic->subscriptions.size());
    for (qsizetype i = 0; i < m_cards.size(); ++i)
        m_cards.at(i)->showSubscription(topic->subscriptions.at(i));
}

void TopicInspector::showCards(qsizetype count)
{
    while (m_cards.size() > count)
        delete m_cards.takeLast();
    while (m_cards.size() < count) {
        m_cards.append(new SubscriptionCard(this));
        m_cardColumn->addWidget(m_cards.last());
    }
}

void TopicInspector::languageChanged()
{
    Inspector::languageChanged();
    m_cardsTitle->setText(tr("Where it goes"));
    m_subscribe->setText(tr("Subscribe…"));
    m_nobody->setText(tr("Nobody subscribed. What is published now reaches nobody and is gone."));
    m_open->setText(tr("Open"));
    m_publish->setText(tr("Publish…"));
    if (!m_topicName.isEmpty())
        showTopic(m_topicName);
}

} // namespace Signalbox
