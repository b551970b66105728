// SPDX-License-Identifier: GPL-3.0-only
#include "console/dialogs/createtopicdialog.h"

#include "console/brokerconnection.h"
#include "console/dialogs/namefield.h"
#include "console/dialogs/typefield.h"
#include "console/errortext.h"
#include "console/onreply.h"
#include "core/limits.h"
#include "protocol/topicxml.h"
#include "widgets/button.h"
#include "widgets/durationedit.h"
#include "widgets/format.h"
#include "widgets/metrics.h"

#include <QVBoxLayout>

namespace Signalbox {

using namespace Qt::StringLiterals;

CreateTopicDialog::CreateTopicDialog(const Workspace &workspace, QWidget *window)
    : FormDialog(Metrics::kDialogSmall, {}, window)
    , m_workspace(workspace)
    , m_name(new NameField(checkTopicName, Limits::kMaxTopicNameLength, this))
    , m_type(new TypeField(this))
    , m_largest(new DurationEdit(DurationEdit::Kind::Bytes, this))
    , m_largestField(new FormField({}, m_largest, this))
{
    m_largest->setRange(Limits::kMinMaximumMessageSizeBytes, Limits::kMaxMaximumMessageSizeBytes);
    m_largest->setAmount(TopicSettings().maximumMessageSizeBytes);
    fields()->addWidget(m_name);
    fields()->addWidget(m_type);
    fields()->addWidget(m_largestField);
    offerRequest([this] {
        return requestText(u"PUT"_s, u"/topics/"_s + m_name->name(),
                           writeTopicSettings(settings()));
    });
    connect(m_name, &NameField::edited, this, &CreateTopicDialog::requestChanged);
    connect(m_type, &TypeField::edited, this, &CreateTopicDialog::requestChanged);
    connect(m_largest, &DurationEdit::amountChanged, this, &CreateTopicDialog::showLargest);
    connect(m_largest, &DurationEdit::editingFinished, this, &CreateTopicDialog::showLargest);
    retranslate();
    m_name->control()->setFocus();
}

CreateTopicDialog::~CreateTopicDialog()
{
    hide(); // While it is whole: losing the focus ends editing, which is answered.
}

TopicSettingsPatch CreateTopicDialog::settings() const
{
    TopicSettingsPatch patch;
    const std::optional<qint64> bytes = m_largest->amount();
    if (bytes && *bytes != TopicSettings().maximumMessageSizeBytes)
        patch.maximumMessageSizeBytes = int(*bytes);
    if (m_type->type() != QueueType::Normal)
        patch.type = m_type->type();
    return patch;
}

void CreateTopicDialog::showLargest()
{
    m_largestField->setProblem(m_largest->problem());
    m_largestField->setChanged(settings().maximumMessageSizeBytes.has_value());
    requestChanged();
}

void CreateTopicDialog::submit()
{
    if (!m_name->checkAll())
        return m_name->control()->setFocus();
    if (!m_largest->amount())
        return m_largest->setFocus();
    showProblem({});
    primary()->setBusy(true);
    onReply(m_workspace.connection.mns().createTopic(m_name->name(), settings()), this,
            [this](const Result<MnsClient::Created> &reply) {
                primary()->setBusy(false);
                if (!reply)
                    return showProblem(changeErrorText(reply.error()));
                if (*reply == MnsClient::Created::AlreadyThere)
                    return showProblem(
                        tr("A topic of this name with the same attributes is there already."));
                emit created(m_name->name());
                accept();
            });
}

void CreateTopicDialog::retranslate()
{
    setHeading(u"radio-tower"_s, tr("Create topic"),
               tr("What is published to it goes to everybody who subscribed."));
    m_name->setLabel(tr("Name"));
    m_name->setMissingText(tr("A topic needs a name."));
    m_largestField->setLabel(tr("Largest message"));
    //: %1 is a range such as "1 KB to 64 KB.", %2 the default value.
    m_largestField->setHint(
        tr("%1 Default %2.")
            .arg(m_largest->rangeText(), Format::bytes(TopicSettings().maximumMessageSizeBytes)));
    primary()->setText(tr("Create topic"));
}

} // namespace Signalbox
