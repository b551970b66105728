// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/dialogs/formdialog.h"
#include "console/workspace.h"

class QLineEdit;

namespace Signalbox {

class FormField;
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
    void buildName();
    void checkName();
    /// The first field that is wrong, or null.
    [[nodiscard]] QWidget *wrongField() const;

    Workspace m_workspace;
    QLineEdit *m_name;
    FormField *m_nameField;
    QueueAttributesForm *m_attributes;
    Button *m_reset;
};

} // namespace Signalbox
