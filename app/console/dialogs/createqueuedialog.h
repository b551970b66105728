// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/dialogs/formdialog.h"
#include "console/workspace.h"
#include "protocol/queue.h"

namespace Signalbox {

class NameField;
class QueueAttributesForm;
class TypeField;

/// Asks for name, type and attributes of a queue, and creates it.
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
    [[nodiscard]] QueueSettingsPatch settings() const;

    Workspace m_workspace;
    NameField *m_name;
    TypeField *m_type;
    QueueAttributesForm *m_attributes;
    Button *m_reset;
};

} // namespace Signalbox
