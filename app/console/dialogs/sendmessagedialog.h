// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/dialogs/formdialog.h"
#include "console/models/messagetemplate.h"
#include "console/workspace.h"
#include "protocol/message.h"

class QComboBox;
class QSpinBox;

namespace Signalbox {

class BodyForm;
class CopiesForm;
class DurationEdit;
class FormField;
class GroupField;
class PropertyTable;
class SendingLine;
class TemplateButton;
struct SavedTemplate;

namespace Admin {
struct Message;
}

/// Sends a message to a queue, or many copies of one, and stays open for the next.
class SendMessageDialog : public FormDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SendMessageDialog)

public:
    /// To the queue \a queueName; empty: the first there is, to be chosen.
    SendMessageDialog(const Workspace &workspace, const QString &queueName, QWidget *window);
    ~SendMessageDialog() override;

    /// Begins with what \a message has: body, priority and properties.
    void fillFrom(const Admin::Message &message);

signals:
    void sent(const QString &queueName);

protected:
    void submit() override;
    void retranslate() override;

private:
    void buildFields(const QString &queueName);
    void layOut();
    [[nodiscard]] QLayout *buildBody();
    [[nodiscard]] QWidget *buildOptions();
    void connectFields();
    void useQueue();
    /// As the newest message of the queue is, since its receivers expect that.
    void suggestEncoding();
    void useTemplate(const SavedTemplate &chosen);
    void openCodeMenu();
    void showCopies();
    void showBody();
    void sendOne();
    void sendCopies();
    void ended();
    /// Everything but the body, as it will be sent.
    [[nodiscard]] OutgoingMessage outgoing() const;
    /// The first field that is wrong, or null.
    [[nodiscard]] QWidget *wrongField();
    /// Of the first copy.
    [[nodiscard]] QString request() const;

    Workspace m_workspace;
    QComboBox *m_queue;
    FormField *m_queueField;
    TemplateButton *m_templates;
    BodyForm *m_body;
    DurationEdit *m_delay;
    FormField *m_delayField;
    QSpinBox *m_priority;
    FormField *m_priorityField;
    GroupField *m_group;
    PropertyTable *m_properties;
    CopiesForm *m_copies;
    Button *m_code;
    SendingLine *m_sending;
    QList<MessageProperty> m_systemProperties;
};

} // namespace Signalbox
