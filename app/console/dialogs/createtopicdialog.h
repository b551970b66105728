// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/dialogs/formdialog.h"
#include "console/workspace.h"
#include "protocol/topic.h"

namespace Signalbox {

class DurationEdit;
class FormField;
class NameField;
class TypeField;

/// Asks for name, type and largest message of a new topic and creates it.
class CreateTopicDialog : public FormDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CreateTopicDialog)

public:
    CreateTopicDialog(const Workspace &workspace, QWidget *window);
    ~CreateTopicDialog() override;

signals:
    void created(const QString &topicName);

protected:
    void submit() override;
    void retranslate() override;

private:
    [[nodiscard]] TopicSettingsPatch settings() const;
    void showLargest();

    Workspace m_workspace;
    NameField *m_name;
    TypeField *m_type;
    DurationEdit *m_largest;
    FormField *m_largestField;
};

} // namespace Signalbox
