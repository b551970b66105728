// SPDX-License-Identifier: GPL-3.0-only
#include "console/dialogs/sendtourldialog.h"

#include "console/brokerconnection.h"
#include "console/errortext.h"
#include "console/onreply.h"
#include "widgets/button.h"
#include "widgets/formfield.h"
#include "widgets/metrics.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace Signalbox {

using namespace Qt::StringLiterals;

SendToUrlDialog::SendToUrlDialog(const Workspace &workspace, const Admin::Attempt &attempt,
                                 QWidget *window)
    : FormDialog(Metrics::kDialogSmall, u"send"_s, window)
    , m_workspace(workspace)
    , m_number(attempt.number)
    , m_url(new QLineEdit(attempt.endpoint, this))
    , m_urlField(new FormField({}, m_url, this))
{
    fields()->addWidget(m_urlField);
    connect(m_url, &QLineEdit::textEdited, this, [this] { m_urlField->setProblem({}); });
    retranslate();
    m_url->setFocus();
    m_url->selectAll();
}

SendToUrlDialog::~SendToUrlDialog()
{
    hide(); // While it is whole: losing the focus ends editing, which is answered.
}

void SendToUrlDialog::submit()
{
    primary()->setBusy(true);
    onReply(m_workspace.connection.admin().sendAttemptAgain(m_number, m_url->text().trimmed()),
            this, [this](const Result<Admin::Attempt> &reply) {
                primary()->setBusy(false);
                if (reply) {
                    emit sent(*reply);
                    return accept();
                }
                if (reply.error().code == ErrorCode::EndpointInvalid)
                    return m_urlField->setProblem(tr("A URL with http or https and a host."));
                showProblem(changeErrorText(reply.error()));
            });
}

void SendToUrlDialog::retranslate()
{
    setHeading(u"globe"_s, tr("Send to another URL"),
               tr("The same message, signed for this URL. The subscription stays as it is."));
    m_urlField->setLabel(tr("URL"));
    m_urlField->setHint(u"http://127.0.0.1:8080/notifications"_s);
    primary()->setText(tr("Send"));
}

} // namespace Signalbox
