// SPDX-License-Identifier: GPL-3.0-only
#include "console/dialogs/sendmessagedialog.h"

#include "console/brokerconnection.h"
#include "console/notices.h"
#include "console/onreply.h"
#include "core/limits.h"
#include "widgets/button.h"
#include "widgets/codeedit.h"
#include "widgets/durationedit.h"
#include "widgets/format.h"
#include "widgets/formfield.h"
#include "widgets/label.h"
#include "widgets/metrics.h"
#include "widgets/textpainter.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QSpinBox>
#include <QVBoxLayout>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int kBodyHeight = 220;

} // namespace

SendMessageDialog::SendMessageDialog(const Workspace &workspace, const QString &queueName,
                                     QWidget *window)
    : FormDialog(Metrics::kDialogMedium, u"send"_s, window)
    , m_workspace(workspace)
    , m_queue(new QComboBox(this))
    , m_queueField(new FormField({}, m_queue, this))
    , m_delay(new DurationEdit(this))
    , m_delayField(new FormField({}, m_delay, this))
    , m_priority(new QSpinBox(this))
    , m_priorityField(new FormField({}, m_priority, this))
    , m_text(new CodeEdit(this))
    , m_textField(new FormField({}, m_text, this))
    , m_base64(new QCheckBox(this))
    , m_base64Hint(new TextLabel(TextRole::Hint, Token::Muted, {}, this))
    , m_size(new TextLabel(TextRole::Hint, Token::Muted, {}, this))
    , m_sent(new TextLabel(TextRole::BodyMedium, Token::Ok, {}, this))
{
    buildFields(queueName);
    retranslate();
    useQueueDelay();
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
    m_delay->setRange(Limits::kDelay.min, Limits::kDelay.max);
    m_priority->setRange(Limits::kMinPriority, Limits::kMaxPriority);
    m_priority->setValue(Limits::kDefaultPriority);
    m_text->setLanguage(CodeLanguage::Json);
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(Theme::current().px(kBodyHeight));

    auto *upper = new QHBoxLayout;
    upper->setSpacing(Metrics::kSpaceLg);
    upper->addWidget(m_queueField, 3, Qt::AlignTop);
    upper->addWidget(m_delayField, 2);
    upper->addWidget(m_priorityField, 2);
    auto *lower = new QHBoxLayout;
    lower->setSpacing(Metrics::kSpaceSm);
    lower->addWidget(m_base64);
    lower->addWidget(m_base64Hint, 1);
    lower->addWidget(m_size);
    fields()->addLayout(upper);
    fields()->addWidget(m_textField, 1);
    fields()->addLayout(lower);
    fields()->addWidget(m_sent);
    m_sent->hide();

    connect(m_queue, &QComboBox::currentIndexChanged, this, &SendMessageDialog::useQueueDelay);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_text->document()->isEmpty())
            m_textField->setProblem({});
        showSize();
    });
    connect(m_delay, &DurationEdit::editingFinished, this,
            [this] { m_delayField->setProblem(m_delay->problem()); });
    connect(m_base64, &QCheckBox::toggled, this, &SendMessageDialog::showSize);
}

void SendMessageDialog::useQueueDelay()
{
    const QueueListModel &queues = m_workspace.connection.queues();
    const int row = queues.rowOf(m_queue->currentText());
    m_delay->setDuration(row < 0 ? Limits::kDelay.fallback : queues.queueAt(row).settings.delay);
    showSize();
}

QByteArray SendMessageDialog::messageBody() const
{
    const QByteArray text = m_text->toPlainText().toUtf8();
    return m_base64->isChecked() ? text.toBase64() : text;
}

void SendMessageDialog::showSize()
{
    const QueueListModel &queues = m_workspace.connection.queues();
    const int row = queues.rowOf(m_queue->currentText());
    const int limit = row < 0 ? Limits::kMaxMaximumMessageSizeBytes
                              : queues.queueAt(row).settings.maximumMessageSizeBytes;
    const qsizetype size = messageBody().size();
    //: Size of a message's body and the most it can be.
    m_size->setText(tr("%1 of %2").arg(Format::bytes(size), Format::bytes(limit)));
    m_size->setColor(size > limit ? Token::Danger : Token::Muted);
}

void SendMessageDialog::submit()
{
    if (m_text->toPlainText().isEmpty()) {
        m_textField->setProblem(tr("A message needs a body."));
        return m_text->setFocus();
    }
    if (!m_delay->duration())
        return m_delay->setFocus();
    OutgoingMessage message;
    message.body = messageBody();
    message.delay = m_delay->duration();
    message.priority = m_priority->value();
    const QString queueName = m_queue->currentText();

    showProblem({});
    m_sent->hide();
    primary()->setBusy(true);
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

void SendMessageDialog::retranslate()
{
    setHeading(u"send"_s, tr("Send message"));
    m_queueField->setLabel(tr("To queue"));
    m_delayField->setLabel(tr("Delay"));
    m_priorityField->setLabel(tr("Priority"));
    m_textField->setLabel(tr("Body"));
    m_delayField->setHint(tr("Goes before the queue's own."));
    m_priorityField->setHint(tr("1 is served first, 16 last."));
    m_base64->setText(tr("Encode as Base64"));
    m_base64Hint->setText(tr("Receivers with Java, Python or PHP expect it."));
    primary()->setText(tr("Send message"));
    showSize();
}

} // namespace Signalbox
