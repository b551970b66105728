// SPDX-License-Identifier: GPL-3.0-only
#include "console/dialogs/redrivedialog.h"

#include "console/brokerconnection.h"
#include "console/dialogs/queuechoice.h"
#include "console/redrivejob.h"
#include "widgets/button.h"
#include "widgets/formfield.h"
#include "widgets/metrics.h"
#include "widgets/segmentedcontrol.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QVBoxLayout>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

enum Where { Back, ToOneQueue };

} // namespace

RedriveDialog::RedriveDialog(const Workspace &workspace, const QString &queueName,
                             const QList<QByteArray> &messageIds, QWidget *window)
    : FormDialog(Metrics::kDialogSmall, u"undo-2"_s, window)
    , m_workspace(workspace)
    , m_queueName(queueName)
    , m_messageIds(messageIds)
    , m_where(new SegmentedControl(this))
    , m_whereField(new FormField({}, m_where, this))
    , m_target(new QueueChoice(workspace.connection.queues(), QueueChoice::Empty::Refused,
                               queueName, this))
    , m_targetField(new FormField({}, m_target, this))
{
    m_where->addSegment({});
    m_where->addSegment({});
    m_whereField->layout()->setAlignment(m_where, Qt::AlignLeft);
    fields()->addWidget(m_whereField);
    fields()->addWidget(m_targetField);
    offerRequest([this] { return request(); });
    connect(m_where, &SegmentedControl::currentIndexChanged, this, &RedriveDialog::showTarget);
    connect(m_target, &QComboBox::currentTextChanged, this, [this] {
        m_targetField->setProblem({});
        requestChanged();
    });
    retranslate();
    showTarget();
    m_where->setFocus();
}

RedriveDialog::~RedriveDialog()
{
    hide(); // While it is whole: losing the focus ends editing, which is answered.
}

void RedriveDialog::showTarget()
{
    const bool toOne = m_where->currentIndex() == ToOneQueue;
    m_targetField->setVisible(toOne);
    m_whereField->setHint(toOne ? QString() : tr("To the queue or subscription it came from."));
    requestChanged();
}

QString RedriveDialog::target() const
{
    return m_where->currentIndex() == ToOneQueue ? m_target->queueName() : QString();
}

qint64 RedriveDialog::count() const
{
    if (!m_messageIds.isEmpty())
        return m_messageIds.size();
    const QueueListModel &queues = m_workspace.connection.queues();
    const int row = queues.rowOf(m_queueName);
    return row < 0 ? 0 : queues.queueAt(row).counts.total();
}

QString RedriveDialog::request() const
{
    QJsonObject document;
    if (!m_messageIds.isEmpty())
        document.insert(u"messageIds"_s, shownIds(m_messageIds));
    if (!target().isEmpty())
        document.insert(u"to"_s, target());
    return requestText(u"POST"_s, u"/signalbox/v1/queues/%1/redrive"_s.arg(m_queueName),
                       QJsonDocument(document).toJson(), u"application/json"_s);
}

void RedriveDialog::submit()
{
    if (m_where->currentIndex() == ToOneQueue && !m_target->isKnown()) {
        m_targetField->setProblem(m_target->queueName().isEmpty()
                                      ? tr("Choose a queue.")
                                      : tr("No other queue has this name."));
        return m_target->setFocus();
    }
    m_workspace.jobs.add(
        std::make_unique<RedriveJob>(m_workspace, m_queueName, m_messageIds, target()));
    accept();
}

void RedriveDialog::retranslate()
{
    const int messages = int(count());
    setHeading(u"undo-2"_s, tr("Redrive %Ln dead letter(s)", nullptr, messages),
               tr("Out of %1, as messages that were never received. Those in flight stay.")
                   .arg(m_queueName));
    m_whereField->setLabel(tr("Where to"));
    m_where->setSegmentText(Back, tr("Where each was"));
    m_where->setSegmentText(ToOneQueue, tr("One queue"));
    m_targetField->setLabel(tr("To queue"));
    primary()->setText(tr("Redrive %Ln message(s)", nullptr, messages));
    showTarget();
}

} // namespace Signalbox
