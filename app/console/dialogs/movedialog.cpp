// SPDX-License-Identifier: GPL-3.0-only
#include "console/dialogs/movedialog.h"

#include "client/adminclient.h"
#include "console/brokerconnection.h"
#include "console/dialogs/queuechoice.h"
#include "console/errortext.h"
#include "console/messagejobs.h"
#include "console/notices.h"
#include "console/onreply.h"
#include "widgets/button.h"
#include "widgets/formfield.h"
#include "widgets/metrics.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QVBoxLayout>

#include <algorithm>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

class MoveTexts
{
    Q_DECLARE_TR_FUNCTIONS(MoveDialog)
};

/// Says what was moved and offers to move it back.
void announce(const Workspace &workspace, const QString &from, const QString &to,
              const QList<QByteArray> &ids, const Admin::MovedMessages &result)
{
    const auto text = [to, result] {
        QString said = MoveTexts::tr("Moved %Ln message(s) to %1.", nullptr, result.moved).arg(to);
        if (result.inFlight > 0)
            said += u' ' + MoveTexts::tr("%Ln in flight stayed.", nullptr, result.inFlight);
        return said;
    };
    if (result.moved == 0)
        return workspace.notices.say(text);
    const auto undo = [workspace, from, to, ids] {
        onReply(workspace.connection.admin().moveMessages(to, ids, from), &workspace.connection,
                [workspace, from](const Result<Admin::MovedMessages> &reply) {
                    if (!reply)
                        return workspace.notices.complain(
                            [] { return MoveTexts::tr("They could not be moved back."); },
                            reply.error());
                    workspace.notices.say([moved = reply->moved, from] {
                        return MoveTexts::tr("%Ln message(s) moved back to %1.", nullptr, moved)
                            .arg(from);
                    });
                    emit workspace.notices.restored(from);
                });
    };
    workspace.notices.offerUndo(&workspace.connection, text, undo);
}

} // namespace

MoveDialog::MoveDialog(const Workspace &workspace, const QString &queueName,
                       const QList<QByteArray> &messageIds, QWidget *window)
    : FormDialog(Metrics::kDialogSmall, u"folder-input"_s, window)
    , m_workspace(workspace)
    , m_queueName(queueName)
    , m_messageIds(messageIds)
    , m_target(new QueueChoice(workspace.connection.queues(), QueueChoice::Empty::Refused,
                               queueName, this))
    , m_targetField(new FormField({}, m_target, this))
{
    fields()->addWidget(m_targetField);
    offerRequest([this] { return request(); });
    connect(m_target, &QComboBox::currentTextChanged, this, [this] {
        m_targetField->setProblem({});
        requestChanged();
    });
    retranslate();
    m_target->setFocus();
}

MoveDialog::~MoveDialog()
{
    hide(); // While it is whole: losing the focus ends editing, which is answered.
}

QString MoveDialog::request() const
{
    const QJsonObject document{{u"messageIds"_s, shownIds(m_messageIds)},
                               {u"to"_s, m_target->queueName()}};
    return requestText(u"POST"_s, u"/signalbox/v1/queues/%1/messages/move"_s.arg(m_queueName),
                       QJsonDocument(document).toJson(), u"application/json"_s);
}

void MoveDialog::submit()
{
    const QString to = m_target->queueName();
    if (!m_target->isKnown()) {
        m_targetField->setProblem(to.isEmpty() ? tr("Choose a queue.")
                                               : tr("No other queue has this name."));
        return m_target->setFocus();
    }
    showProblem({});
    if (m_messageIds.size() > MessageJob::kStep)
        return moveAsJob(to);
    primary()->setBusy(true);
    onReply(m_workspace.connection.admin().moveMessages(m_queueName, m_messageIds, to), this,
            [this, to](const Result<Admin::MovedMessages> &reply) {
                primary()->setBusy(false);
                if (!reply)
                    return showProblem(changeErrorText(reply.error()));
                announce(m_workspace, m_queueName, to, m_messageIds, *reply);
                m_workspace.connection.refresh();
                emit moved(reply->inFlight);
                accept();
            });
}

void MoveDialog::moveAsJob(const QString &to)
{
    auto job = std::make_unique<MoveMessagesJob>(m_workspace, m_queueName, to, m_messageIds);
    // The list of this queue is read again at the end, what stayed included.
    connect(job.get(), &BackgroundJob::finished, &m_workspace.notices,
            [notices = &m_workspace.notices, from = m_queueName] { emit notices->restored(from); });
    m_workspace.jobs.add(std::move(job));
    accept();
}

void MoveDialog::retranslate()
{
    const int count = int(m_messageIds.size());
    setHeading(u"folder-input"_s, tr("Move %Ln message(s)", nullptr, count),
               tr("Out of %1, with state, time and properties. Messages in flight stay.")
                   .arg(m_queueName));
    m_targetField->setLabel(tr("To queue"));
    primary()->setText(tr("Move %Ln message(s)", nullptr, count));
}

} // namespace Signalbox
