// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/subscriptioninspector.h"

#include "console/brokerconnection.h"
#include "console/models/subscriptionstate.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/format.h"
#include "widgets/keyvaluelist.h"
#include "widgets/label.h"

#include <QDateTime>
#include <QVBoxLayout>

#include <chrono>

namespace Signalbox {

using namespace Qt::StringLiterals;

SubscriptionInspector::SubscriptionInspector(const Workspace &workspace, QWidget *parent)
    : Inspector(parent)
    , m_workspace(workspace)
    , m_cause(new Card(this))
    , m_causeTitle(new TextLabel(TextRole::CardTitle, {}, m_cause))
    , m_causeText(new TextLabel(TextRole::Body, Token::Text2, {}, m_cause))
    , m_retry(new Button({}, ButtonKind::Link, {}, m_cause))
    , m_flow(new KeyValueList(this))
    , m_attributesTitle(new TextLabel(TextRole::CardTitle, {}, this))
    , m_attributes(new KeyValueList(this))
    , m_attempts(new Button({}, ButtonKind::Default, u"history"_s, this))
    , m_edit(new Button({}, ButtonKind::Default, u"pencil"_s, this))
    , m_pause(new Button({}, ButtonKind::Default, u"pause"_s, this))
    , m_unsubscribe(new IconButton(u"trash-2"_s, {}, this))
{
    m_cause->setColors(Token::DangerBg, Token::Danger);
    m_causeTitle->setWordWrap(true);
    m_causeText->setWordWrap(true);
    m_cause->body()->setSpacing(2);
    m_cause->body()->addWidget(m_causeTitle);
    m_cause->body()->addWidget(m_causeText);
    m_cause->body()->addWidget(m_retry, 0, Qt::AlignLeft);
    body()->addWidget(m_cause);
    body()->addWidget(m_flow);
    body()->addWidget(new Hairline(Qt::Horizontal, this));
    body()->addWidget(m_attributesTitle);
    body()->addWidget(m_attributes);
    body()->addStretch();
    addFooterButton(m_attempts);
    addFooterButton(m_edit);
    addFooterButton(m_pause);
    addFooterButton(m_unsubscribe, true);
    connect(m_attempts, &QPushButton::clicked, this, &SubscriptionInspector::attemptsRequested);
    connect(m_edit, &QPushButton::clicked, this, &SubscriptionInspector::editRequested);
    connect(m_retry, &QPushButton::clicked, this, &SubscriptionInspector::retryRequested);
    connect(m_pause, &QPushButton::clicked, this, &SubscriptionInspector::pauseRequested);
    connect(m_unsubscribe, &QToolButton::clicked, this,
            &SubscriptionInspector::unsubscribeRequested);
    languageChanged();
}

void SubscriptionInspector::showSubscription(const Admin::Subscription &subscription)
{
    m_subscription = subscription;
    setTitle(subscription.name);
    setState(subscriptionBadge(subscription));
    m_pause->setText(subscription.isPaused ? tr("Resume") : tr("Pause"));
    m_pause->setIconName(subscription.isPaused ? u"play"_s : u"pause"_s);
    showCause();
    showFacts();
}

void SubscriptionInspector::showCause()
{
    m_cause->setVisible(!m_subscription.lastError.isEmpty());
    m_causeTitle->setText(m_subscription.lastError);
    const qint64 waitMs =
        m_subscription.nextAttemptAtMs - m_workspace.connection.status().brokerNowMs();
    m_retry->setVisible(waitMs > 0 || m_subscription.waiting.leased > 0);
    m_causeText->setText(
        waitMs > 0
            //: %1 is a time such as "in 27 s".
            ? tr("The message that failed last is tried again %1.")
                  .arg(Format::countdown(std::chrono::milliseconds(waitMs)))
            : tr("The message that failed last was given up, or is tried right now."));
}

void SubscriptionInspector::showFacts()
{
    const auto fact = [](const QString &key, const QString &value) { return KeyValue{key, value}; };
    const std::optional<double> success = successOf(m_subscription);
    m_flow->setRows(
        {fact(tr("Waiting"), Format::count(m_subscription.waiting.total())),
         fact(tr("Arrived, 1 h"), Format::count(m_subscription.deliveredLastHour)),
         fact(tr("Failed, 1 h"), Format::count(m_subscription.failedLastHour)),
         fact(tr("Success, 1 h"), success ? Format::percent(*success) : Format::unknown()),
         fact(tr("Last took"), tookText(m_subscription.lastDurationMs))});

    const SubscriptionSettings &settings = m_subscription.settings;
    const QDateTime now =
        QDateTime::fromMSecsSinceEpoch(m_workspace.connection.status().brokerNowMs());
    KeyValue endpoint{tr("Endpoint"), settings.endpoint};
    endpoint.mono = true;
    endpoint.copyable = true;
    m_attributes->setRows(
        {endpoint, fact(tr("Tag"), settings.filterTag.isEmpty() ? tr("any") : settings.filterTag),
         fact(tr("Content"), QString::fromLatin1(toWire(settings.format))),
         fact(tr("Retries"),
              settings.strategy == NotifyStrategy::BackoffRetry
                  ? tr("3, after 10 to 20 s each")
                  : tr("176 over a day, ever slower")),
         fact(tr("Dead letters"),
              settings.deadLetterQueue.isEmpty() ? tr("dropped") : settings.deadLetterQueue),
         fact(tr("At most"),
              settings.maxPushesPerSecond == 0
                  ? tr("as fast as it takes them")
                  : tr("%1 /s").arg(Format::count(settings.maxPushesPerSecond))),
         fact(tr("Created"),
              Format::time(QDateTime::fromMSecsSinceEpoch(m_subscription.createdAtMs), now))});
}

void SubscriptionInspector::languageChanged()
{
    Inspector::languageChanged();
    m_attributesTitle->setText(tr("Attributes"));
    m_attempts->setText(tr("Attempts"));
    m_retry->setText(tr("Retry all now"));
    m_edit->setText(tr("Edit…"));
    m_unsubscribe->setName(tr("Unsubscribe…"));
    if (!m_subscription.name.isEmpty())
        showSubscription(m_subscription);
}

} // namespace Signalbox
