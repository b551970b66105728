// SPDX-License-Identifier: GPL-3.0-only
#include "console/dialogs/publishdialog.h"

#include "console/brokerconnection.h"
#include "console/dialogs/bodyform.h"
#include "console/dialogs/copiesform.h"
#include "console/dialogs/groupfield.h"
#include "console/dialogs/messageattributesform.h"
#include "console/dialogs/propertytable.h"
#include "console/dialogs/sendingline.h"
#include "console/dialogs/tagfield.h"
#include "console/errortext.h"
#include "console/models/subscriptionstate.h"
#include "console/onreply.h"
#include "console/publishjob.h"
#include "protocol/topicxml.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/formfield.h"
#include "widgets/label.h"
#include "widgets/metrics.h"
#include "widgets/scrollpage.h"
#include "widgets/textpainter.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int kOptionsWidth = 324;
constexpr qsizetype kMostReceivers = 8;

bool hasChannel(const Admin::Topic &topic, QLatin1StringView channel)
{
    return std::ranges::any_of(topic.subscriptions, [&](const Admin::Subscription &subscription) {
        return subscription.channel == channel;
    });
}

} // namespace

PublishDialog::PublishDialog(const Workspace &workspace, const QString &topicName, QWidget *window)
    : FormDialog(Metrics::kDialogLarge, u"send"_s, window)
    , m_workspace(workspace)
    , m_topic(new QComboBox(this))
    , m_topicField(new FormField({}, m_topic, this))
    , m_body(new BodyForm(this))
    , m_tag(new TagField(this))
    , m_group(new GroupField(this))
    , m_attributes(new MessageAttributesForm(this))
    , m_properties(new PropertyTable(this))
    , m_receiversTitle(new TextLabel(TextRole::CardTitle, {}, this))
    , m_nobody(new TextLabel(TextRole::Hint, Token::Muted, {}, this))
    , m_receivers(new KeyValueList(this))
    , m_copies(new CopiesForm(this))
    , m_sending(new SendingLine(this))
{
    for (const Admin::Topic &topic : m_workspace.connection.topics().rows())
        m_topic->addItem(topic.name);
    if (m_topic->findText(topicName) < 0)
        m_topic->addItem(topicName);
    m_topic->setCurrentText(topicName);
    m_nobody->setWordWrap(true);
    layOut();
    connect(m_topic, &QComboBox::currentIndexChanged, this, &PublishDialog::useTopic);
    connect(&m_workspace.connection.topicFeed(), &Feed::updated, this,
            &PublishDialog::showReceivers);
    connect(m_tag, &TagField::changed, this, [this] {
        showReceivers();
        requestChanged();
    });
    connect(m_group, &GroupField::changed, this, &PublishDialog::requestChanged);
    connect(m_body, &BodyForm::changed, this, &PublishDialog::showBody);
    connect(m_copies, &CopiesForm::copiesChanged, this, &PublishDialog::showCopies);
    connect(m_sending, &SendingLine::ended, this, [this](const QString &problem) {
        primary()->setBusy(false);
        showProblem(problem);
        m_workspace.connection.refresh();
    });
    connect(m_attributes, &MessageAttributesForm::changed, this, &PublishDialog::requestChanged);
    retranslate();
    useTopic();
    m_body->setFocus();
}

PublishDialog::~PublishDialog()
{
    hide(); // While it is whole: losing the focus ends editing, which is answered.
}

void PublishDialog::layOut()
{
    auto *left = new QVBoxLayout;
    left->setSpacing(Metrics::kSpaceMd);
    left->addWidget(m_topicField);
    left->addWidget(m_body, 1);
    auto *form = new QWidget(this);
    auto *columns = new QHBoxLayout(form);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(Metrics::kPageMargin);
    columns->addLayout(left, 1);
    columns->addWidget(buildOptions());
    fields()->addWidget(form, 1);
    offerRequest(
        [this] {
            return requestText(u"POST"_s, u"/topics/%1/messages"_s.arg(m_topic->currentText()),
                               writePublish(message()));
        },
        form);
    fields()->addWidget(m_sending);
}

QWidget *PublishDialog::buildOptions()
{
    auto *options = new QWidget;
    auto *column = new QVBoxLayout(options);
    column->setContentsMargins(0, 0, Metrics::kSpaceSm, 0);
    column->setSpacing(Metrics::kSpaceMd);
    column->addWidget(m_tag);
    column->addWidget(m_group);
    column->addWidget(m_receiversTitle);
    column->addWidget(m_nobody);
    column->addWidget(m_receivers);
    column->addWidget(new Hairline(Qt::Horizontal, options));
    column->addWidget(m_attributes);
    column->addWidget(m_properties);
    column->addWidget(new Hairline(Qt::Horizontal, options));
    column->addWidget(m_copies);
    column->addStretch();
    auto *scroll = new ScrollPage(options, this);
    scroll->setFixedWidth(Theme::current().px(kOptionsWidth));
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return scroll;
}

void PublishDialog::useTopic()
{
    const Admin::Topic *topic = m_workspace.connection.topics().find(m_topic->currentText());
    const TopicSettings settings = topic ? topic->settings : TopicSettings();
    m_body->setLimit(settings.maximumMessageSizeBytes);
    m_group->setNeeded(settings.isFifo());
    m_attributes->setKinds(topic && hasChannel(*topic, "mail"_L1),
                           topic && hasChannel(*topic, "sms"_L1));
    showReceivers();
    requestChanged();
}

void PublishDialog::showReceivers()
{
    const Admin::Topic *topic = m_workspace.connection.topics().find(m_topic->currentText());
    QList<KeyValue> rows;
    int getting = 0;
    for (const Admin::Subscription &subscription :
         topic ? topic->subscriptions : QList<Admin::Subscription>()) {
        const QString &wanted = subscription.settings.filterTag;
        KeyValue row{subscription.name, endpointText(subscription.settings.endpoint)};
        if (!wanted.isEmpty() && wanted != m_tag->text()) {
            row.value = tr("not: wants the tag %1").arg(wanted);
        } else {
            ++getting;
            if (subscription.isPaused)
                row.value = tr("waits, since it is paused");
            row.tone = Tone::Ok;
        }
        if (rows.size() < kMostReceivers)
            rows.append(row);
    }
    m_receivers->setRows(rows);
    m_receivers->setVisible(!rows.isEmpty());
    const auto all = topic ? topic->subscriptions.size() : 0;
    m_receiversTitle->setText(all == 0 ? tr("Who gets it")
                                       : tr("Who gets it: %1 of %2").arg(getting).arg(all));
    m_nobody->setVisible(getting == 0);
}

PublishedMessage PublishDialog::message() const
{
    PublishedMessage message;
    message.content.body = m_body->first();
    message.content.groupId = m_group->text();
    message.content.userProperties = m_properties->properties();
    message.tag = m_tag->text();
    message.attributes = m_attributes->attributes();
    return message;
}

void PublishDialog::showBody()
{
    m_copies->setBody(MessageTemplate(m_body->text()), m_body->language());
    requestChanged();
}

void PublishDialog::showCopies()
{
    const int copies = m_copies->copies();
    primary()->setText(copies == 1 ? tr("Publish") : tr("Publish %Ln message(s)", nullptr, copies));
}

QWidget *PublishDialog::wrongField()
{
    if (QWidget *wrong = m_body->wrongField())
        return wrong;
    if (QWidget *wrong = m_group->wrongField())
        return wrong;
    QWidget *wrong = m_properties->wrongField();
    if (wrong)
        showProblem(tr("Each property needs a name of its own."));
    return wrong;
}

void PublishDialog::submit()
{
    showProblem({});
    m_sending->clear();
    if (QWidget *wrong = wrongField())
        return wrong->setFocus();
    primary()->setBusy(true);
    m_copies->copies() == 1 ? publishOne() : publishCopies();
}

void PublishDialog::publishOne()
{
    onReply(
        m_workspace.connection.mns().publish(m_topic->currentText(), message()), this,
        [this](const Result<SentMessage> &reply) {
            primary()->setBusy(false);
            if (!reply)
                return showProblem(changeErrorText(reply.error()));
            m_sending->say(
                tr("Published. Message %1").arg(shortId(QString::fromLatin1(reply->messageId))));
            m_workspace.connection.refresh();
        });
}

void PublishDialog::publishCopies()
{
    const auto make = [message = message(), body = MessageTemplate(m_body->text()),
                       base64 = m_body->isBase64()](qint64 index) {
        PublishedMessage copy = message;
        copy.content.body = BodyForm::travelling(body, int(index) + 1, base64);
        return copy;
    };
    auto job = std::make_unique<PublishJob>(m_workspace.connection.mns(), m_topic->currentText(),
                                            m_copies->copies(), make);
    job->setRate(m_copies->rate());
    m_sending->follow(job.get());
    m_workspace.jobs.add(std::move(job));
}

void PublishDialog::retranslate()
{
    setHeading(u"radio-tower"_s, tr("Publish message"));
    m_topicField->setLabel(tr("To topic"));
    m_tag->setHint(tr("At most 16 characters."));
    m_nobody->setText(tr("Nobody gets it: what is published now is gone."));
    showCopies();
    showReceivers();
}

} // namespace Signalbox
