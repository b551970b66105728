// SPDX-License-Identifier: GPL-3.0-only
#include "console/dialogs/createqueuedialog.h"

#include "console/brokerconnection.h"
#include "console/dialogs/namefield.h"
#include "console/dialogs/typefield.h"
#include "console/errortext.h"
#include "console/onreply.h"
#include "console/panels/queueattributesform.h"
#include "core/limits.h"
#include "protocol/queuexml.h"
#include "widgets/button.h"
#include "widgets/metrics.h"

namespace Signalbox {

using namespace Qt::StringLiterals;

CreateQueueDialog::CreateQueueDialog(const Workspace &workspace, QWidget *window)
    : FormDialog(Metrics::kDialogMedium, {}, window)
    , m_workspace(workspace)
    , m_name(new NameField(checkQueueName, Limits::kMaxQueueNameLength, this))
    , m_type(new TypeField(this))
    , m_attributes(new QueueAttributesForm(workspace.connection.queues(), {}, this))
    , m_reset(new Button({}, ButtonKind::Ghost, u"rotate-ccw"_s, this))
{
    fields()->addWidget(m_name);
    fields()->addWidget(m_type);
    fields()->addWidget(m_attributes);
    offerRequest([this] {
        return requestText(u"PUT"_s, u"/queues/"_s + m_name->name(),
                           writeQueueSettings(settings()));
    });
    m_reset->setAutoDefault(false);
    addSecondary(m_reset);
    connect(m_reset, &QPushButton::clicked, m_attributes, &QueueAttributesForm::reset);
    connect(m_type, &TypeField::edited, this, [this] {
        m_attributes->setType(m_type->type());
        requestChanged();
    });
    m_attributes->setType(m_type->type());
    connect(m_name, &NameField::edited, this, &CreateQueueDialog::requestChanged);
    connect(m_attributes, &QueueAttributesForm::edited, this, &CreateQueueDialog::requestChanged);
    retranslate();
    m_name->control()->setFocus();
}

CreateQueueDialog::~CreateQueueDialog()
{
    hide(); // While it is whole: losing the focus ends editing, which is answered.
}

QueueSettingsPatch CreateQueueDialog::settings() const
{
    QueueSettingsPatch settings = m_attributes->changes();
    if (m_type->type() != QueueType::Normal)
        settings.type = m_type->type();
    return settings;
}

void CreateQueueDialog::submit()
{
    if (!m_name->checkAll())
        return m_name->control()->setFocus();
    if (QWidget *wrong = m_attributes->wrongField())
        return wrong->setFocus();
    showProblem({});
    primary()->setBusy(true);
    onReply(m_workspace.connection.mns().createQueue(m_name->name(), settings()), this,
            [this](const Result<MnsClient::Created> &reply) {
                primary()->setBusy(false);
                if (!reply)
                    return showProblem(changeErrorText(reply.error()));
                if (*reply == MnsClient::Created::AlreadyThere)
                    return showProblem(
                        tr("A queue of this name with the same attributes is there already."));
                emit created(m_name->name());
                accept();
            });
}

void CreateQueueDialog::retranslate()
{
    setHeading(u"inbox"_s, tr("Create queue"),
               tr("Values marked with a dot differ from the default."));
    m_name->setLabel(tr("Name"));
    m_name->setMissingText(tr("A queue needs a name."));
    m_reset->setText(tr("Reset to defaults"));
    primary()->setText(tr("Create queue"));
}

} // namespace Signalbox
