// SPDX-License-Identifier: GPL-3.0-only
#include "console/dialogs/sendmessagedialog.h"

#include "console/brokerconnection.h"
#include "console/dialogs/bodyform.h"
#include "console/dialogs/copiesform.h"
#include "console/dialogs/groupfield.h"
#include "console/dialogs/propertytable.h"
#include "console/dialogs/sendingline.h"
#include "console/dialogs/templatebutton.h"
#include "console/errortext.h"
#include "console/jobs.h"
#include "console/onreply.h"
#include "console/sendingcode.h"
#include "console/sendjob.h"
#include "console/settings.h"
#include "core/limits.h"
#include "protocol/messagexml.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/codetext.h"
#include "widgets/durationedit.h"
#include "widgets/format.h"
#include "widgets/formfield.h"
#include "widgets/label.h"
#include "widgets/metrics.h"
#include "widgets/textpainter.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHBoxLayout>
#include <QMenu>
#include <QSpinBox>
#include <QVBoxLayout>

#include <memory>
#include <utility>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int kOptionsWidth = 324;
constexpr int kLeastHeight = 485; // Of the fields; the preview of copies comes and goes within.

} // namespace

SendMessageDialog::SendMessageDialog(const Workspace &workspace, const QString &queueName,
                                     QWidget *window)
    : FormDialog(Metrics::kDialogLarge, u"send"_s, window)
    , m_workspace(workspace)
    , m_queue(new QComboBox(this))
    , m_queueField(new FormField({}, m_queue, this))
    , m_templates(new TemplateButton(
          workspace.settings,
          [this] {
              OutgoingMessage message = outgoing();
              message.body = m_body->text().toUtf8();
              return SavedTemplate{{}, message, m_body->isBase64()};
          },
          this))
    , m_body(new BodyForm(this))
    , m_delay(new DurationEdit(this))
    , m_delayField(new FormField({}, m_delay, this))
    , m_priority(new QSpinBox(this))
    , m_priorityField(new FormField({}, m_priority, this))
    , m_group(new GroupField(this))
    , m_properties(new PropertyTable(this))
    , m_copies(new CopiesForm(this))
    , m_code(new Button({}, ButtonKind::Ghost, u"code-xml"_s, this))
    , m_sending(new SendingLine(this))
{
    buildFields(queueName);
    layOut();
    connectFields();
    retranslate();
    useQueue();
    showCopies();
    m_body->setFocus();
}

SendMessageDialog::~SendMessageDialog()
{
    hide(); // While it is whole: losing the focus ends editing, which is answered.
}

void SendMessageDialog::buildFields(const QString &queueName)
{
    const QueueListModel &queues = m_workspace.connection.queues();
    for (int row = 0; row < queues.rowCount(); ++row)
        m_queue->addItem(queues.queueAt(row).name);
    if (!queueName.isEmpty() && m_queue->findText(queueName) < 0)
        m_queue->addItem(queueName);
    if (!queueName.isEmpty())
        m_queue->setCurrentText(queueName);
    m_delay->setRange(Limits::kDelay.min, Limits::kDelay.max);
    m_priority->setRange(Limits::kMinPriority, Limits::kMaxPriority);
    m_priority->setValue(Limits::kDefaultPriority);
}

void SendMessageDialog::layOut()
{
    auto *fieldsOfMessage = new QWidget(this);
    auto *columns = new QHBoxLayout(fieldsOfMessage);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(Metrics::kPageMargin);
    columns->addStrut(kLeastHeight);
    columns->addLayout(buildBody(), 1);
    columns->addWidget(buildOptions());
    fields()->addWidget(fieldsOfMessage, 1);
    offerRequest([this] { return request(); }, fieldsOfMessage);
    m_code->setAutoDefault(false);
    addSecondary(m_code);
    fields()->addWidget(m_sending);
}

QLayout *SendMessageDialog::buildBody()
{
    auto *target = new QHBoxLayout;
    target->setSpacing(Metrics::kSpaceSm);
    target->addWidget(m_queueField, 1);
    target->addWidget(m_templates, 0, Qt::AlignBottom);
    auto *column = new QVBoxLayout;
    column->setSpacing(Metrics::kSpaceMd);
    column->addLayout(target);
    column->addWidget(m_body, 1);
    return column;
}

QWidget *SendMessageDialog::buildOptions()
{
    auto *options = new QWidget(this);
    options->setFixedWidth(Theme::current().px(kOptionsWidth));
    auto *column = new QVBoxLayout(options);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Metrics::kSpaceMd);
    column->addLayout(fieldPair(m_delayField, m_priorityField));
    column->addWidget(m_group);
    column->addWidget(m_properties);
    column->addWidget(new Hairline(Qt::Horizontal, options));
    column->addWidget(m_copies, 1);
    return options;
}

void SendMessageDialog::connectFields()
{
    connect(m_queue, &QComboBox::currentIndexChanged, this, &SendMessageDialog::useQueue);
    connect(m_body, &BodyForm::changed, this, &SendMessageDialog::showBody);
    connect(m_templates, &TemplateButton::chosen, this, &SendMessageDialog::useTemplate);
    connect(m_code, &QPushButton::clicked, this, &SendMessageDialog::openCodeMenu);
    connect(m_delay, &DurationEdit::editingFinished, this,
            [this] { m_delayField->setProblem(m_delay->problem()); });
    connect(m_copies, &CopiesForm::copiesChanged, this, &SendMessageDialog::showCopies);
    connect(m_sending, &SendingLine::ended, this, [this](const QString &problem) {
        showProblem(problem);
        ended();
    });
}

void SendMessageDialog::fillFrom(const Admin::Message &message)
{
    m_body->setBody(message.body);
    m_priority->setValue(message.priority);
    m_properties->setProperties(message.userProperties);
    m_group->setText(message.groupId);
    m_systemProperties = message.systemProperties;
}

void SendMessageDialog::useTemplate(const SavedTemplate &chosen)
{
    m_body->setText(QString::fromUtf8(chosen.message.body), chosen.base64);
    if (chosen.message.delay)
        m_delay->setDuration(*chosen.message.delay);
    m_priority->setValue(chosen.message.priority);
    m_properties->setProperties(chosen.message.userProperties);
    m_group->setText(chosen.message.groupId);
    m_systemProperties = chosen.message.systemProperties;
}

void SendMessageDialog::useQueue()
{
    const QueueListModel &queues = m_workspace.connection.queues();
    const int row = queues.rowOf(m_queue->currentText());
    const QueueSettings settings = row < 0 ? QueueSettings() : queues.queueAt(row).settings;
    m_delay->setDuration(settings.delay);
    m_body->setLimit(settings.maximumMessageSizeBytes);
    m_group->setNeeded(settings.isFifo());
    suggestEncoding();
}

void SendMessageDialog::suggestEncoding()
{
    Admin::BrowseQuery newest;
    newest.limit = 1;
    const QString queueName = m_queue->currentText();
    onReply(m_workspace.connection.admin().browse(queueName, newest), this,
            [this, queueName](const Result<Admin::BrowsePage> &page) {
                if (page && !page->messages.isEmpty() && queueName == m_queue->currentText())
                    m_body->suggestBase64(
                        decodeBase64Text(page->messages.constFirst().body).has_value());
            });
}

void SendMessageDialog::openCodeMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QList<CodeTarget> targets = codeTargets();
    for (const CodeTarget &target : targets) {
        menu->addAction(target.name, this, [this, target] {
            const CodedMessage message{
                m_queue->currentText(),     MessageTemplate(m_body->text()).filled(1),
                m_body->isBase64(),         m_delay->duration().value_or(Limits::kDelay.fallback),
                m_priority->value(),        m_group->text(),
                m_properties->properties(), !m_systemProperties.isEmpty()};
            QApplication::clipboard()->setText(sendingCode(target, message,
                                                           m_workspace.connection.endpoint(),
                                                           m_workspace.settings.broker().account));
            //: %1 is a programming language.
            m_sending->say(tr("Copied code for %1.").arg(target.name));
        });
    }
    menu->popup(m_code->mapToGlobal(QPoint(0, -menu->sizeHint().height())));
}

void SendMessageDialog::showCopies()
{
    const int copies = m_copies->copies();
    primary()->setText(copies == 1 ? tr("Send message")
                                   : tr("Send %Ln message(s)", nullptr, copies));
}

void SendMessageDialog::showBody()
{
    m_copies->setBody(MessageTemplate(m_body->text()), m_body->language());
}

QString SendMessageDialog::request() const
{
    OutgoingMessage message = outgoing();
    message.body = m_body->first();
    return requestText(u"POST"_s, u"/queues/%1/messages"_s.arg(m_queue->currentText()),
                       writeSend(message));
}

OutgoingMessage SendMessageDialog::outgoing() const
{
    OutgoingMessage message;
    message.delay = m_delay->duration();
    message.priority = m_priority->value();
    message.groupId = m_group->text();
    message.userProperties = m_properties->properties();
    message.systemProperties = m_systemProperties;
    return message;
}

QWidget *SendMessageDialog::wrongField()
{
    if (QWidget *wrong = m_body->wrongField())
        return wrong;
    if (!m_delay->duration())
        return m_delay;
    if (QWidget *wrong = m_group->wrongField())
        return wrong;
    if (QWidget *wrong = m_properties->wrongField()) {
        showProblem(tr("Each property needs a name of its own."));
        return wrong;
    }
    return nullptr;
}

void SendMessageDialog::submit()
{
    showProblem({});
    if (QWidget *wrong = wrongField())
        return wrong->setFocus();
    m_sending->clear();
    primary()->setBusy(true);
    m_copies->copies() == 1 ? sendOne() : sendCopies();
}

void SendMessageDialog::sendOne()
{
    OutgoingMessage message = outgoing();
    message.body = m_body->first();
    onReply(m_workspace.connection.mns().sendMessage(m_queue->currentText(), message), this,
            [this](const Result<SentMessage> &reply) {
                primary()->setBusy(false);
                if (!reply)
                    return showProblem(changeErrorText(reply.error()));
                m_sending->say(
                    tr("Sent. Message %1").arg(shortId(QString::fromLatin1(reply->messageId))));
                ended();
            });
}

void SendMessageDialog::sendCopies()
{
    const auto make = [message = outgoing(), body = MessageTemplate(m_body->text()),
                       base64 = m_body->isBase64()](qint64 index) {
        OutgoingMessage copy = message;
        copy.body = BodyForm::travelling(body, int(index) + 1, base64);
        return copy;
    };
    auto job = std::make_unique<SendJob>(m_workspace.connection.mns(), m_queue->currentText(),
                                         m_copies->copies(), make);
    job->setRate(m_copies->rate());
    m_sending->follow(job.get());
    m_workspace.jobs.add(std::move(job));
}

void SendMessageDialog::ended()
{
    primary()->setBusy(false);
    m_workspace.connection.refresh();
    emit sent(m_queue->currentText());
}

void SendMessageDialog::retranslate()
{
    setHeading(u"send"_s, tr("Send message"));
    m_queueField->setLabel(tr("To queue"));
    m_delayField->setLabel(tr("Delay"));
    m_delayField->setHint(tr("Overrides the queue's."));
    m_priorityField->setLabel(tr("Priority"));
    m_priorityField->setHint(tr("1 is first, 16 last."));
    m_code->setText(tr("Copy as code"));
    showCopies();
}

} // namespace Signalbox
