// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/topictypes.h"
#include "console/dialogs/formdialog.h"
#include "console/workspace.h"

class QLineEdit;

namespace Signalbox {

class FormField;

/// Asks for a URL and pushes the message of an attempt there, signed for it.
class SendToUrlDialog : public FormDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SendToUrlDialog)

public:
    SendToUrlDialog(const Workspace &workspace, const Admin::Attempt &attempt, QWidget *window);
    ~SendToUrlDialog() override;

signals:
    void sent(const Signalbox::Admin::Attempt &ended);

protected:
    void submit() override;
    void retranslate() override;

private:
    Workspace m_workspace;
    qint64 m_number; ///< Of the attempt.
    QLineEdit *m_url;
    FormField *m_urlField;
};

} // namespace Signalbox
