// SPDX-License-Identifier: GPL-3.0-only
#include "console/dialogs/sendmessagedialog.h"

#include "console/brokerconnection.h"
#include "console/dialogs/copiesform.h"
#include "console/dialogs/propertytable.h"
#include "console/jobs.h"
#include "console/notices.h"
#include "console/onreply.h"
#include "console/sendjob.h"
#include "core/limits.h"
#include "protocol/messagexml.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/codeedit.h"
#include "widgets/durationedit.h"
#include "widgets/format.h"
#include "widgets/formfield.h"
#include "widgets/label.h"
#include "widgets/metrics.h"
#include "widgets/segmentedcontrol.h"
#include "widgets/textpainter.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QSpinBox>
#include <QVBoxLayout>

#include <array>
#include <memory>
#include <utility>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int kBodyHeight = 300;
constexpr int kOptionsWidth = 324;
constexpr std::array kLanguages = {CodeLanguage::Json, CodeLanguage::Xml, CodeLanguage::Plain};

/// The body as it travels.
QByteArray travelling(const MessageTemplate &body, int number, bool base64)
{
    const QByteArray text = body.filled(number).toUtf8();
    return base64 ? text.toBase64() : text;
}

} // namespace

SendMessageDialog::SendMessageDialog(const Workspace &workspace, const QString &queueName,
                                     QWidget *window)
    : FormDialog(Metrics::kDialogLarge, u"send"_s, window)
    , m_workspace(workspace)
    , m_queue(new QComboBox(this))
    , m_queueField(new FormField({}, m_queue, this))
    , m_language(new SegmentedControl(this))
    , m_format(new IconButton(u"braces"_s, {}, this))
    , m_text(new CodeEdit(this))
    , m_textField(new FormField({}, m_text, this))
    , m_base64(new QCheckBox(this))
    , m_base64Hint(new TextLabel(TextRole::Hint, Token::Muted, {}, this))
    , m_size(new TextLabel(TextRole::Hint, Token::Muted, {}, this))
    , m_delay(new DurationEdit(this))
    , m_delayField(new FormField({}, m_delay, this))
    , m_priority(new QSpinBox(this))
    , m_priorityField(new FormField({}, m_priority, this))
    , m_properties(new PropertyTable(this))
    , m_copies(new CopiesForm(this))
    , m_sent(new TextLabel(TextRole::BodyMedium, Token::Ok, {}, this))
    , m_stop(new Button({}, ButtonKind::Link, {}, this))
{
    buildFields(queueName);
    layOut();
    connectFields();
    retranslate();
    useQueueDelay();
    showCopies();
    m_text->setFocus();
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
    for (std::size_t i = 0; i < kLanguages.size(); ++i)
        m_language->addSegment({});
    m_text->setLanguage(CodeLanguage::Json);
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(Theme::current().px(kBodyHeight));
    m_delay->setRange(Limits::kDelay.min, Limits::kDelay.max);
    m_priority->setRange(Limits::kMinPriority, Limits::kMaxPriority);
    m_priority->setValue(Limits::kDefaultPriority);
    m_sent->hide();
    m_stop->hide();
}

void SendMessageDialog::layOut()
{
    auto *fieldsOfMessage = new QWidget(this);
    auto *columns = new QHBoxLayout(fieldsOfMessage);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(Metrics::kPageMargin);
    columns->addWidget(buildBody(), 1);
    columns->addWidget(buildOptions());
    auto *state = new QHBoxLayout;
    state->setSpacing(Metrics::kSpaceMd);
    state->addWidget(m_sent);
    state->addWidget(m_stop);
    state->addStretch();
    fields()->addWidget(fieldsOfMessage, 1);
    offerRequest([this] { return request(); }, fieldsOfMessage);
    fields()->addLayout(state);
}

QWidget *SendMessageDialog::buildBody()
{
    auto *upper = new QHBoxLayout;
    upper->setSpacing(Metrics::kSpaceSm);
    upper->addWidget(m_queueField, 1);
    upper->addWidget(m_language, 0, Qt::AlignBottom);
    upper->addWidget(m_format, 0, Qt::AlignBottom);
    auto *lower = new QHBoxLayout;
    lower->setSpacing(Metrics::kSpaceSm);
    lower->addWidget(m_base64);
    lower->addWidget(m_base64Hint, 1);
    lower->addWidget(m_size);
    auto *body = new QWidget(this);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Metrics::kSpaceMd);
    column->addLayout(upper);
    column->addWidget(m_textField, 1);
    column->addLayout(lower);
    return body;
}

QWidget *SendMessageDialog::buildOptions()
{
    auto *options = new QWidget(this);
    options->setFixedWidth(Theme::current().px(kOptionsWidth));
    auto *column = new QVBoxLayout(options);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Metrics::kSpaceMd);
    column->addLayout(fieldPair(m_delayField, m_priorityField));
    column->addWidget(m_properties);
    column->addWidget(new Hairline(Qt::Horizontal, options));
    column->addWidget(m_copies);
    column->addStretch();
    return options;
}

void SendMessageDialog::connectFields()
{
    connect(m_queue, &QComboBox::currentIndexChanged, this, &SendMessageDialog::useQueueDelay);
    connect(m_language, &SegmentedControl::currentIndexChanged, this,
            &SendMessageDialog::useLanguage);
    connect(m_format, &QToolButton::clicked, m_text, &CodeEdit::format);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_text->document()->isEmpty())
            m_textField->setProblem({});
        showSize();
        showBody();
    });
    connect(m_delay, &DurationEdit::editingFinished, this,
            [this] { m_delayField->setProblem(m_delay->problem()); });
    connect(m_base64, &QCheckBox::toggled, this, &SendMessageDialog::showSize);
    connect(m_copies, &CopiesForm::copiesChanged, this, &SendMessageDialog::showCopies);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (m_job)
            m_job->stop();
    });
}

void SendMessageDialog::fillFrom(const Admin::Message &message)
{
    const std::optional<QByteArray> decoded = decodeBase64Text(message.body);
    const QByteArray body = decoded.value_or(message.body);
    // Places to fill in keep a body from being JSON, not from looking like it.
    const bool isObject = body.trimmed().startsWith('{') || body.trimmed().startsWith('[');
    const CodeLanguage language = isObject ? CodeLanguage::Json : guessLanguage(body);
    for (std::size_t i = 0; i < kLanguages.size(); ++i) {
        if (kLanguages.at(i) == language)
            m_language->setCurrentIndex(int(i));
    }
    m_base64->setChecked(decoded.has_value());
    m_text->setPlainText(QString::fromUtf8(body));
    m_priority->setValue(message.priority);
    m_properties->setProperties(message.userProperties);
    m_groupId = message.groupId;
    m_systemProperties = message.systemProperties;
}

void SendMessageDialog::useQueueDelay()
{
    const QueueListModel &queues = m_workspace.connection.queues();
    const int row = queues.rowOf(m_queue->currentText());
    m_delay->setDuration(row < 0 ? Limits::kDelay.fallback : queues.queueAt(row).settings.delay);
    showSize();
}

void SendMessageDialog::useLanguage()
{
    const CodeLanguage language = kLanguages.at(std::size_t(m_language->currentIndex()));
    m_text->setLanguage(language);
    m_format->setVisible(language == CodeLanguage::Json);
    showBody();
}

MessageTemplate SendMessageDialog::text() const
{
    return MessageTemplate(m_text->toPlainText());
}

qsizetype SendMessageDialog::bodyBytes() const
{
    return travelling(text(), 1, m_base64->isChecked()).size();
}

void SendMessageDialog::showSize()
{
    const QueueListModel &queues = m_workspace.connection.queues();
    const int row = queues.rowOf(m_queue->currentText());
    const int limit = row < 0 ? Limits::kMaxMaximumMessageSizeBytes
                              : queues.queueAt(row).settings.maximumMessageSizeBytes;
    const qsizetype size = bodyBytes();
    //: Size of a message's body and the most it can be.
    m_size->setText(tr("%1 of %2").arg(Format::bytes(size), Format::bytes(limit)));
    m_size->setColor(size > limit ? Token::Danger : Token::Muted);
}

void SendMessageDialog::showCopies()
{
    const int copies = m_copies->copies();
    primary()->setText(copies == 1 ? tr("Send message")
                                   : tr("Send %Ln message(s)", nullptr, copies));
}

void SendMessageDialog::showBody()
{
    m_copies->setBody(text(), kLanguages.at(std::size_t(m_language->currentIndex())));
}

QString SendMessageDialog::request() const
{
    OutgoingMessage message = outgoing();
    message.body = travelling(text(), 1, m_base64->isChecked());
    return requestText(u"POST"_s, u"/queues/%1/messages"_s.arg(m_queue->currentText()),
                       writeSend(message));
}

OutgoingMessage SendMessageDialog::outgoing() const
{
    OutgoingMessage message;
    message.delay = m_delay->duration();
    message.priority = m_priority->value();
    message.groupId = m_groupId;
    message.userProperties = m_properties->properties();
    message.systemProperties = m_systemProperties;
    return message;
}

QWidget *SendMessageDialog::wrongField()
{
    if (m_text->toPlainText().isEmpty()) {
        m_textField->setProblem(tr("A message needs a body."));
        return m_text;
    }
    if (!m_delay->duration())
        return m_delay;
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
    m_sent->hide();
    primary()->setBusy(true);
    m_copies->copies() == 1 ? sendOne() : sendCopies();
}

void SendMessageDialog::sendOne()
{
    const QString queueName = m_queue->currentText();
    OutgoingMessage message = outgoing();
    message.body = travelling(text(), 1, m_base64->isChecked());
    onReply(m_workspace.connection.mns().sendMessage(queueName, message), this,
            [this, queueName](const Result<SentMessage> &reply) {
                primary()->setBusy(false);
                if (!reply)
                    return showProblem(errorText(reply.error()));
                m_sent->setText(
                    tr("Sent. Message %1").arg(shortId(QString::fromLatin1(reply->messageId))));
                m_sent->show();
                m_workspace.connection.refresh();
                emit sent(queueName);
            });
}

void SendMessageDialog::sendCopies()
{
    const auto make = [message = outgoing(), body = text(),
                       base64 = m_base64->isChecked()](qint64 index) {
        OutgoingMessage copy = message;
        copy.body = travelling(body, int(index) + 1, base64);
        return copy;
    };
    auto job = std::make_unique<SendJob>(m_workspace.connection.mns(), m_queue->currentText(),
                                         m_copies->copies(), make);
    job->setRate(m_copies->rate());
    m_job = job.get();
    connect(m_job, &BackgroundJob::progressed, this, &SendMessageDialog::showProgress);
    connect(m_job, &BackgroundJob::finished, this, &SendMessageDialog::copiesEnded);
    m_stop->show();
    m_workspace.jobs.add(std::move(job));
}

void SendMessageDialog::showProgress()
{
    if (!m_job || m_job->isOver())
        return;
    m_sent->setText(
        tr("Sent %1 of %2.").arg(Format::count(m_job->done()), Format::count(m_job->total())));
    m_sent->show();
}

void SendMessageDialog::copiesEnded()
{
    primary()->setBusy(false);
    m_stop->hide();
    const bool failed = m_job->state() == BackgroundJob::State::Failed;
    m_sent->setVisible(!failed);
    if (failed)
        showProblem(m_job->outcome());
    else
        m_sent->setText(m_job->outcome());
    m_job.clear();
    m_workspace.connection.refresh();
    emit sent(m_queue->currentText());
}

void SendMessageDialog::retranslate()
{
    setHeading(u"send"_s, tr("Send message"));
    m_queueField->setLabel(tr("To queue"));
    m_language->setAccessibleName(tr("Kind of body"));
    m_language->setSegmentText(0, u"JSON"_s);
    m_language->setSegmentText(1, u"XML"_s);
    //: A kind of message body: neither JSON nor XML.
    m_language->setSegmentText(2, tr("Text"));
    m_format->setName(tr("Format (Ctrl+Shift+F)"));
    m_textField->setLabel(tr("Body"));
    m_base64->setText(tr("Encode as Base64"));
    m_base64Hint->setText(tr("Java, Python and PHP expect it."));
    m_delayField->setLabel(tr("Delay"));
    m_delayField->setHint(tr("Overrides the queue's."));
    m_priorityField->setLabel(tr("Priority"));
    m_priorityField->setHint(tr("1 is first, 16 last."));
    m_stop->setText(tr("Stop"));
    showSize();
    showCopies();
}

} // namespace Signalbox
