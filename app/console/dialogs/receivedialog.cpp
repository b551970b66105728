// SPDX-License-Identifier: GPL-3.0-only
#include "console/dialogs/receivedialog.h"

#include "console/brokerconnection.h"
#include "console/errortext.h"
#include "console/onreply.h"
#include "core/limits.h"
#include "widgets/button.h"
#include "widgets/durationedit.h"
#include "widgets/format.h"
#include "widgets/formfield.h"
#include "widgets/metrics.h"

#include <QHBoxLayout>
#include <QSpinBox>

namespace Signalbox {

using namespace Qt::StringLiterals;

ReceiveDialog::ReceiveDialog(const Workspace &workspace, const QString &queueName, QWidget *window)
    : FormDialog(Metrics::kDialogSmall, u"download"_s, window)
    , m_workspace(workspace)
    , m_queueName(queueName)
    , m_count(new QSpinBox(this))
    , m_countField(new FormField({}, m_count, this))
    , m_wait(new DurationEdit(this))
    , m_waitField(new FormField({}, m_wait, this))
{
    m_count->setRange(1, Limits::kMaxBatch);
    m_wait->setRange(Limits::kPollingWait.min, Limits::kPollingWait.max);
    m_wait->setDuration(std::chrono::seconds(0));
    auto *row = new QHBoxLayout;
    row->setSpacing(Metrics::kSpaceLg);
    row->addWidget(m_countField, 1);
    row->addWidget(m_waitField, 1);
    fields()->addLayout(row);
    offerRequest([this] { return request(); });
    connect(m_count, &QSpinBox::valueChanged, this, &ReceiveDialog::showCount);
    connect(m_wait, &DurationEdit::editingFinished, this, [this] {
        m_waitField->setProblem(m_wait->problem());
        requestChanged();
    });
    retranslate();
    m_count->setFocus();
}

ReceiveDialog::~ReceiveDialog()
{
    hide(); // While it is whole: losing the focus ends editing, which is answered.
}

QString ReceiveDialog::leaseText() const
{
    const QueueListModel &queues = m_workspace.connection.queues();
    const int row = queues.rowOf(m_queueName);
    const std::chrono::seconds lease = row < 0 ? Limits::kVisibilityTimeout.fallback
                                               : queues.queueAt(row).settings.visibilityTimeout;
    return Format::age(lease);
}

void ReceiveDialog::showCount()
{
    primary()->setText(tr("Receive %Ln message(s)", nullptr, m_count->value()));
    requestChanged();
}

QString ReceiveDialog::request() const
{
    const auto wait = m_wait->duration().value_or(std::chrono::seconds(0));
    const QString target = u"/queues/%1/messages?numOfMessages=%2&waitseconds=%3"_s;
    return requestText(u"GET"_s,
                       target.arg(m_queueName).arg(m_count->value()).arg(qint64(wait.count())));
}

void ReceiveDialog::submit()
{
    if (!m_wait->duration())
        return m_wait->setFocus();
    showProblem({});
    primary()->setBusy(true);
    onReply(m_workspace.connection.mns().receiveMessages(m_queueName, m_count->value(),
                                                         m_wait->duration()),
            this, [this](const Result<std::vector<ReceivedMessage>> &reply) {
                primary()->setBusy(false);
                if (!reply && reply.error().code == ErrorCode::MessageNotExist)
                    return showProblem(tr("No message is ready. Nothing was received."));
                if (!reply)
                    return showProblem(changeErrorText(reply.error()));
                m_workspace.connection.held().take(m_queueName, *reply);
                QList<QByteArray> ids;
                for (const ReceivedMessage &message : *reply)
                    ids.append(message.messageId);
                m_workspace.connection.refresh();
                emit received(ids);
                accept();
            });
}

void ReceiveDialog::retranslate()
{
    setHeading(u"download"_s, tr("Receive messages"),
               tr("This counts as a receive: others do not get them for %1.").arg(leaseText()));
    m_countField->setLabel(tr("Messages"));
    m_countField->setHint(tr("At most %Ln at once.", nullptr, Limits::kMaxBatch));
    m_waitField->setLabel(tr("Wait for one"));
    m_waitField->setHint(m_wait->rangeText());
    showCount();
}

} // namespace Signalbox
