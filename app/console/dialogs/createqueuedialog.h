// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/dialogs/formdialog.h"
#include "console/workspace.h"

namespace Signalbox {

class NameField;
class QueueAttributesForm;

/// Asks for a name and the six attributes of a queue, and creates it.
class CreateQueueDialog : public FormDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CreateQueueDialog)

public:
    CreateQueueDialog(const Workspace &workspace, QWidget *window);
    ~CreateQueueDialog() override;

signals:
    void created(const QString &queueName);

protected:
    void submit() override;
    void retranslate() override;

private:
    Workspace m_workspace;
    NameField *m_name;
    QueueAttributesForm *m_attributes;
    Button *m_reset;
};

} // namespace Signalbox
