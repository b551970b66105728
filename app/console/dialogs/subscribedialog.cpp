// SPDX-License-Identifier: GPL-3.0-only
#include "console/dialogs/subscribedialog.h"

#include "console/brokerconnection.h"
#include "console/dialogs/endpointform.h"
#include "console/dialogs/namefield.h"
#include "console/dialogs/queuechoice.h"
#include "console/dialogs/tagfield.h"
#include "console/errortext.h"
#include "console/models/attemptlistmodel.h"
#include "console/models/subscriptionstate.h"
#include "console/notices.h"
#include "console/onreply.h"
#include "core/limits.h"
#include "protocol/subscriptionxml.h"
#include "widgets/button.h"
#include "widgets/formfield.h"
#include "widgets/label.h"
#include "widgets/metrics.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSpinBox>
#include <QVBoxLayout>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostPerSecond = 100'000;
constexpr std::array kFormats = {NotifyContentFormat::Xml, NotifyContentFormat::Json,
                                 NotifyContentFormat::Simplified};
constexpr std::array kStrategies = {NotifyStrategy::BackoffRetry,
                                    NotifyStrategy::ExponentialDecayRetry};

QHBoxLayout *evenPair(QWidget *left, QWidget *right)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(Metrics::kSpaceMd);
    row->addWidget(left, 1);
    row->addWidget(right, 1);
    return row;
}

} // namespace

SubscribeDialog::SubscribeDialog(const Workspace &workspace, const QString &topicName,
                                 QWidget *window)
    : SubscribeDialog(workspace, topicName, std::optional<Admin::Subscription>(), window)
{
}

SubscribeDialog::SubscribeDialog(const Workspace &workspace, const QString &topicName,
                                 const Admin::Subscription &edited, QWidget *window)
    : SubscribeDialog(workspace, topicName, std::optional(edited), window)
{
}

SubscribeDialog::SubscribeDialog(const Workspace &workspace, const QString &topicName,
                                 const std::optional<Admin::Subscription> &edited, QWidget *window)
    : FormDialog(Metrics::kDialogMedium, {}, window)
    , m_workspace(workspace)
    , m_topicName(topicName)
    , m_edited(edited)
    , m_name(new NameField(checkSubscriptionName, Limits::kMaxSubscriptionNameLength, this))
    , m_endpoint(new EndpointForm(workspace, this))
    , m_format(new QComboBox(this))
    , m_formatField(new FormField({}, m_format, this))
    , m_tag(new TagField(this))
    , m_strategy(new QComboBox(this))
    , m_strategyField(new FormField({}, m_strategy, this))
    , m_deadLetters(
          new QueueChoice(workspace.connection.queues(), QueueChoice::Empty::Allowed, {}, this))
    , m_deadLettersField(new FormField({}, m_deadLetters, this))
    , m_rate(new QSpinBox(this))
    , m_rateField(new FormField({}, m_rate, this))
    , m_test(new Button({}, ButtonKind::Ghost, u"send"_s, this))
    , m_answer(new TextLabel(TextRole::Hint, Token::Text2, {}, this))
{
    buildFields();
    layOut();
    connectFields();
    retranslate();
    showSettings(m_edited ? m_edited->settings : SubscriptionSettings());
    showWhatFits();
    m_edited ? m_tag->control()->setFocus() : m_name->control()->setFocus();
}

SubscribeDialog::~SubscribeDialog()
{
    hide(); // While it is whole: losing the focus ends editing, which is answered.
}

void SubscribeDialog::buildFields()
{
    for (const NotifyContentFormat format : kFormats)
        m_format->addItem(QString::fromLatin1(toWire(format)));
    for (const NotifyStrategy strategy : kStrategies)
        m_strategy->addItem(QString::fromLatin1(toWire(strategy)));
    m_rate->setRange(0, kMostPerSecond);
    m_answer->setWordWrap(true);
    m_answer->hide();
}

void SubscribeDialog::layOut()
{
    if (m_edited) {
        m_name->hide();
        m_endpoint->hide();
        m_formatField->hide();
        fields()->addLayout(evenPair(m_tag, m_rateField));
    } else {
        fields()->addWidget(m_name);
        fields()->addWidget(m_endpoint);
        fields()->addLayout(evenPair(m_formatField, m_tag));
    }
    fields()->addLayout(evenPair(m_strategyField, m_deadLettersField));
    if (!m_edited)
        fields()->addLayout(evenPair(m_rateField, new QWidget(this)));
    fields()->addWidget(m_answer);
    offerRequest([this] {
        const QString name = m_edited ? m_edited->name : m_name->name();
        const QString path = u"/topics/%1/subscriptions/%2"_s.arg(m_topicName, name);
        return requestText(u"PUT"_s, m_edited ? path + u"?metaoverride=true"_s : path,
                           writeSubscription(patch()));
    });
    m_test->setAutoDefault(false);
    addSecondary(m_test);
}

void SubscribeDialog::connectFields()
{
    connect(m_endpoint, &EndpointForm::changed, this, &SubscribeDialog::showWhatFits);
    connect(m_name, &NameField::edited, this, &SubscribeDialog::requestChanged);
    for (QComboBox *box : std::initializer_list<QComboBox *>{m_format, m_strategy, m_deadLetters})
        connect(box, &QComboBox::currentTextChanged, this, &SubscribeDialog::showWhatFits);
    connect(m_tag, &TagField::changed, this, &SubscribeDialog::requestChanged);
    connect(m_rate, &QSpinBox::valueChanged, this, &SubscribeDialog::requestChanged);
    connect(m_test, &QPushButton::clicked, this, &SubscribeDialog::test);
}

void SubscribeDialog::showSettings(const SubscriptionSettings &settings)
{
    m_format->setCurrentText(QString::fromLatin1(toWire(settings.format)));
    m_strategy->setCurrentText(QString::fromLatin1(toWire(settings.strategy)));
    m_tag->setText(settings.filterTag);
    m_deadLetters->setCurrentText(settings.deadLetterQueue);
    m_rate->setValue(settings.maxPushesPerSecond);
}

void SubscribeDialog::showWhatFits()
{
    const bool overHttp =
        m_edited ? m_edited->channel == "http"_L1 : m_endpoint->channel() == PushChannel::Http;
    const bool takesFormat = overHttp || m_endpoint->channel() == PushChannel::Queue;
    m_formatField->setVisible(!m_edited && takesFormat);
    m_test->setVisible(overHttp);
    const bool isSimplified =
        kFormats.at(std::size_t(m_format->currentIndex())) == NotifyContentFormat::Simplified;
    m_formatField->setHint(isSimplified ? tr("The body alone, as it was published.")
                                        : tr("The body with topic, time and message ID."));
    m_strategyField->setHint(kStrategies.at(std::size_t(m_strategy->currentIndex()))
                                     == NotifyStrategy::BackoffRetry
                                 ? tr("3 retries, 10 to 20 s apart.")
                                 : tr("176 retries over a day, ever slower."));
    requestChanged();
}

QString SubscribeDialog::endpoint() const
{
    return m_edited ? m_edited->settings.endpoint : m_endpoint->endpoint();
}

SubscriptionSettings SubscribeDialog::settings() const
{
    SubscriptionSettings settings;
    settings.endpoint = endpoint();
    settings.strategy = kStrategies.at(std::size_t(m_strategy->currentIndex()));
    settings.format = kFormats.at(std::size_t(m_format->currentIndex()));
    settings.filterTag = m_tag->text();
    settings.deadLetterQueue = m_deadLetters->queueName();
    settings.maxPushesPerSecond = m_rate->value();
    return settings;
}

SubscriptionPatch SubscribeDialog::patch() const
{
    const SubscriptionSettings now = settings();
    const SubscriptionSettings before = m_edited ? m_edited->settings : SubscriptionSettings();
    SubscriptionPatch patch;
    if (!m_edited)
        patch.endpoint = now.endpoint;
    if (!m_edited && m_formatField->isVisibleTo(this))
        patch.format = now.format;
    if (!m_edited || now.strategy != before.strategy)
        patch.strategy = now.strategy;
    if (now.filterTag != before.filterTag)
        patch.filterTag = now.filterTag;
    if (now.deadLetterQueue != before.deadLetterQueue)
        patch.deadLetterQueue = now.deadLetterQueue;
    if (now.maxPushesPerSecond != before.maxPushesPerSecond)
        patch.maxPushesPerSecond = now.maxPushesPerSecond;
    return patch;
}

void SubscribeDialog::test()
{
    if (!m_edited && !m_endpoint->check())
        return m_endpoint->currentField()->setFocus();
    m_test->setBusy(true);
    onReply(m_workspace.connection.admin().testPush(endpoint(), settings().format), this,
            [this](const Result<Admin::Attempt> &reply) {
                m_test->setBusy(false);
                showAnswer(reply);
            });
}

void SubscribeDialog::showAnswer(const Result<Admin::Attempt> &reply)
{
    const bool arrived = reply && reply->outcome == Admin::Attempt::Outcome::Delivered;
    m_answer->setColor(arrived ? Token::Ok : Token::Danger);
    if (!reply)
        m_answer->setText(errorText(reply.error()));
    else if (reply->status == 0)
        m_answer->setText(reply->error);
    else
        //: %1 is an HTTP status, %2 a duration in milliseconds, %3 the beginning of the answer.
        m_answer->setText(tr("The endpoint answered %1 after %2 ms. %3")
                              .arg(QString::number(reply->status),
                                   QString::number(qRound(reply->durationMs)),
                                   reply->responseBody.simplified().left(120)));
    m_answer->show();
}

void SubscribeDialog::submit()
{
    showProblem({});
    m_edited ? change() : subscribe();
}

void SubscribeDialog::subscribe()
{
    if (!m_name->checkAll())
        return m_name->control()->setFocus();
    if (!m_endpoint->check())
        return m_endpoint->currentField()->setFocus();
    primary()->setBusy(true);
    onReply(m_workspace.connection.mns().subscribe(m_topicName, m_name->name(), patch()), this,
            [this](const Result<MnsClient::Created> &reply) {
                primary()->setBusy(false);
                if (!reply)
                    return showProblem(changeErrorText(reply.error()));
                if (*reply == MnsClient::Created::AlreadyThere)
                    return showProblem(tr("This subscription is there already."));
                m_workspace.notices.say(
                    [name = m_name->name()] { return tr("Subscribed %1.").arg(name); });
                m_workspace.connection.refresh();
                accept();
            });
}

void SubscribeDialog::change()
{
    primary()->setBusy(true);
    onReply(m_workspace.connection.mns().setSubscriptionAttributes(m_topicName, m_edited->name,
                                                                   patch()),
            this, [this](const Result<void> &reply) {
                primary()->setBusy(false);
                if (!reply)
                    return showProblem(changeErrorText(reply.error()));
                m_workspace.notices.say(
                    [name = m_edited->name] { return tr("Changed %1.").arg(name); });
                m_workspace.connection.refresh();
                accept();
            });
}

void SubscribeDialog::retranslate()
{
    if (m_edited) {
        setHeading(channelIcon(m_edited->channel), tr("Edit %1").arg(m_edited->name),
                   tr("%1. Endpoint and content stay as they were made.")
                       .arg(endpointText(m_edited->settings.endpoint)));
    } else {
        setHeading(u"git-fork"_s, tr("Subscribe to %1").arg(m_topicName),
                   tr("The subscription gets its own copy of every message from now on."));
    }
    m_name->setLabel(tr("Name"));
    m_name->setMissingText(tr("A subscription needs a name."));
    m_formatField->setLabel(tr("Content"));
    m_tag->setHint(tr("Only messages with it; empty takes all."));
    m_strategyField->setLabel(tr("Retries"));
    m_deadLettersField->setLabel(tr("Dead letters to queue"));
    m_deadLettersField->setHint(tr("Empty: dropped after the last try."));
    m_rateField->setLabel(tr("At most per second"));
    m_rateField->setHint(tr("0: as fast as the endpoint takes them."));
    m_test->setText(tr("Test push"));
    primary()->setText(m_edited ? tr("Save changes") : tr("Subscribe"));
    showWhatFits();
}

} // namespace Signalbox
