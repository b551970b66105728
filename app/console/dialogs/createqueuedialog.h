// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/dialogs/formdialog.h"
#include "console/workspace.h"
#include "protocol/queue.h"

#include <array>

class QComboBox;
class QLineEdit;

namespace Signalbox {

class CodeEdit;
class DurationEdit;
class FormField;

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
    enum Attribute { Visibility, Delay, LongPoll, Retention, LargestMessage, AttributeCount };

    struct Field
    {
        FormField *frame = nullptr;
        DurationEdit *edit = nullptr;
        qint64 fallback = 0; ///< The service's default.
    };

    void buildName();
    void buildAttributes();
    void addField(Attribute attribute, DurationEdit *edit, qint64 fallback);
    void checkName();
    void showField(Attribute attribute);
    void showRequest();
    void resetToDefaults();
    /// What differs from the defaults.
    [[nodiscard]] QueueSettingsPatch attributes() const;
    /// The first field that is wrong, or null.
    [[nodiscard]] QWidget *wrongField() const;

    Workspace m_workspace;
    QLineEdit *m_name;
    FormField *m_nameField;
    std::array<Field, AttributeCount> m_fields;
    QComboBox *m_logging;
    FormField *m_loggingField;
    Button *m_showRequest;
    Button *m_reset;
    CodeEdit *m_request;
};

} // namespace Signalbox
