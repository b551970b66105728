// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/dialogs/formdialog.h"
#include "console/models/messagetemplate.h"
#include "console/workspace.h"
#include "protocol/message.h"

#include <QPointer>

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace Signalbox {

class CodeEdit;
class CopiesForm;
class DurationEdit;
class FormField;
class IconButton;
class PropertyTable;
class SegmentedControl;
class SendJob;

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
    [[nodiscard]] QWidget *buildBody();
    [[nodiscard]] QWidget *buildOptions();
    void connectFields();
    void useQueueDelay();
    void useLanguage();
    void showSize();
    void showCopies();
    void showBody();
    void sendOne();
    void sendCopies();
    void showProgress();
    void copiesEnded();
    /// Everything but the body, as it will be sent.
    [[nodiscard]] OutgoingMessage outgoing() const;
    /// The first field that is wrong, or null.
    [[nodiscard]] QWidget *wrongField();
    [[nodiscard]] MessageTemplate text() const;
    [[nodiscard]] qsizetype bodyBytes() const;
    /// Of the first copy.
    [[nodiscard]] QString request() const;

    Workspace m_workspace;
    QComboBox *m_queue;
    FormField *m_queueField;
    SegmentedControl *m_language;
    IconButton *m_format;
    CodeEdit *m_text;
    FormField *m_textField;
    QCheckBox *m_base64;
    TextLabel *m_base64Hint;
    TextLabel *m_size;
    DurationEdit *m_delay;
    FormField *m_delayField;
    QSpinBox *m_priority;
    FormField *m_priorityField;
    PropertyTable *m_properties;
    CopiesForm *m_copies;
    TextLabel *m_sent;
    Button *m_stop;
    QPointer<SendJob> m_job; ///< While copies are sent; it goes on without the dialog.
    QString m_groupId; ///< Of the message that this one is like.
    QList<MessageProperty> m_systemProperties;
};

} // namespace Signalbox
