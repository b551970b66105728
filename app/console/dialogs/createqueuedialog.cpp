// SPDX-License-Identifier: GPL-3.0-only
#include "console/dialogs/createqueuedialog.h"

#include "console/brokerconnection.h"
#include "console/notices.h"
#include "console/onreply.h"
#include "console/panels/queueattributesform.h"
#include "core/limits.h"
#include "protocol/queuexml.h"
#include "widgets/button.h"
#include "widgets/formfield.h"
#include "widgets/metrics.h"

#include <QLineEdit>
#include <QRegularExpression>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

/// \a name with everything a queue's name cannot hold taken out or replaced.
QString suggestedName(const QString &name)
{
    static const QRegularExpression foreign(u"[^A-Za-z0-9]+"_s);
    static const QRegularExpression edges(u"^-+|-+$"_s);
    QString text = name;
    return text.replace(foreign, u"-"_s).remove(edges).left(Limits::kMaxQueueNameLength);
}

} // namespace

CreateQueueDialog::CreateQueueDialog(const Workspace &workspace, QWidget *window)
    : FormDialog(Metrics::kDialogMedium, {}, window)
    , m_workspace(workspace)
    , m_name(new QLineEdit(this))
    , m_nameField(new FormField({}, m_name, this))
    , m_attributes(new QueueAttributesForm(this))
    , m_reset(new Button({}, ButtonKind::Ghost, u"rotate-ccw"_s, this))
{
    buildName();
    fields()->addWidget(m_attributes);
    offerRequest([this] {
        return requestText(u"PUT"_s, u"/queues/"_s + m_name->text(),
                           writeQueueSettings(m_attributes->changes()));
    });
    m_reset->setAutoDefault(false);
    addSecondary(m_reset);
    connect(m_reset, &QPushButton::clicked, m_attributes, &QueueAttributesForm::reset);
    connect(m_attributes, &QueueAttributesForm::edited, this, &CreateQueueDialog::requestChanged);
    retranslate();
    m_name->setFocus();
}

CreateQueueDialog::~CreateQueueDialog()
{
    hide(); // While it is whole: losing the focus ends editing, which is answered.
}

void CreateQueueDialog::buildName()
{
    fields()->addWidget(m_nameField);
    connect(m_name, &QLineEdit::editingFinished, this, &CreateQueueDialog::checkName);
    connect(m_name, &QLineEdit::textEdited, this, [this] {
        m_nameField->setProblem({});
        requestChanged();
    });
    connect(m_nameField, &FormField::fixRequested, this, [this](const QString &fix) {
        m_name->setText(fix);
        checkName();
        m_name->setFocus();
    });
}

void CreateQueueDialog::checkName()
{
    const QString name = m_name->text();
    if (name.isEmpty() || checkQueueName(name))
        m_nameField->setProblem({});
    else
        m_nameField->setProblem(tr("Letters, digits and hyphens only, first a letter or a digit."),
                                suggestedName(name));
    requestChanged();
}

QWidget *CreateQueueDialog::wrongField() const
{
    if (!checkQueueName(m_name->text()))
        return m_name;
    return m_attributes->wrongField();
}

void CreateQueueDialog::submit()
{
    checkName();
    if (m_name->text().isEmpty())
        m_nameField->setProblem(tr("A queue needs a name."));
    if (QWidget *wrong = wrongField())
        return wrong->setFocus();
    showProblem({});
    primary()->setBusy(true);
    onReply(m_workspace.connection.mns().createQueue(m_name->text(), m_attributes->changes()), this,
            [this](const Result<MnsClient::Created> &reply) {
                primary()->setBusy(false);
                if (!reply)
                    return showProblem(errorText(reply.error()));
                if (*reply == MnsClient::Created::AlreadyThere)
                    return showProblem(
                        tr("A queue of this name with the same attributes is there already."));
                emit created(m_name->text());
                accept();
            });
}

void CreateQueueDialog::retranslate()
{
    setHeading(u"inbox"_s, tr("Create queue"),
               tr("Values marked with a dot differ from the default."));
    m_nameField->setLabel(tr("Name"));
    m_reset->setText(tr("Reset to defaults"));
    primary()->setText(tr("Create queue"));
}

} // namespace Signalbox
