// SPDX-License-Identifier: GPL-3.0-only
#include "console/dialogs/createqueuedialog.h"

#include "console/brokerconnection.h"
#include "console/notices.h"
#include "console/onreply.h"
#include "console/panels/queueattributesform.h"
#include "core/limits.h"
#include "protocol/queuexml.h"
#include "widgets/button.h"
#include "widgets/codeedit.h"
#include "widgets/formfield.h"
#include "widgets/metrics.h"

#include <QLineEdit>
#include <QRegularExpression>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRequestHeight = 200;

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
    , m_showRequest(new Button({}, ButtonKind::Ghost, u"code-xml"_s, this))
    , m_reset(new Button({}, ButtonKind::Ghost, u"rotate-ccw"_s, this))
    , m_request(new CodeEdit(this))
{
    buildName();
    fields()->addWidget(m_attributes);
    m_request->setReadOnly(true);
    m_request->setFixedHeight(Theme::current().px(kRequestHeight));
    m_request->hide();
    fields()->addWidget(m_request);

    m_showRequest->setCheckable(true);
    m_showRequest->setAutoDefault(false);
    m_reset->setAutoDefault(false);
    addSecondary(m_showRequest);
    addSecondary(m_reset);
    connect(m_showRequest, &QPushButton::toggled, this, &CreateQueueDialog::showRequest);
    connect(m_reset, &QPushButton::clicked, m_attributes, &QueueAttributesForm::reset);
    connect(m_attributes, &QueueAttributesForm::edited, this, &CreateQueueDialog::showRequest);
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
        showRequest();
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
    showRequest();
}

QWidget *CreateQueueDialog::wrongField() const
{
    if (!checkQueueName(m_name->text()))
        return m_name;
    return m_attributes->wrongField();
}

void CreateQueueDialog::showRequest()
{
    const bool shown = m_showRequest->isChecked();
    m_request->setVisible(shown);
    if (shown) {
        m_request->setCode(
            u"PUT /queues/%1 HTTP/1.1\nContent-Type: text/xml\nx-mns-version: 2015-06-06\n\n%2"_s
                .arg(m_name->text(),
                     QString::fromUtf8(writeQueueSettings(m_attributes->changes()))),
            CodeLanguage::Xml);
    }
    if (isVisible())
        adjustSize();
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
    m_showRequest->setText(tr("Show request"));
    m_reset->setText(tr("Reset to defaults"));
    m_request->setAccessibleName(tr("Request"));
    primary()->setText(tr("Create queue"));
}

} // namespace Signalbox
