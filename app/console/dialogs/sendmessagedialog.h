// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/dialogs/formdialog.h"
#include "console/workspace.h"

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace Signalbox {

class CodeEdit;
class DurationEdit;
class FormField;

/// Sends a message to a queue and stays open for the next one.
class SendMessageDialog : public FormDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SendMessageDialog)

public:
    /// To the queue \a queueName; empty: the first there is, to be chosen.
    SendMessageDialog(const Workspace &workspace, const QString &queueName, QWidget *window);
    ~SendMessageDialog() override;

signals:
    void sent(const QString &queueName);

protected:
    void submit() override;
    void retranslate() override;

private:
    void buildFields(const QString &queueName);
    void showSize();
    void useQueueDelay();
    /// The text as it will travel.
    [[nodiscard]] QByteArray messageBody() const;

    Workspace m_workspace;
    QComboBox *m_queue;
    FormField *m_queueField;
    DurationEdit *m_delay;
    FormField *m_delayField;
    QSpinBox *m_priority;
    FormField *m_priorityField;
    CodeEdit *m_text;
    FormField *m_textField;
    QCheckBox *m_base64;
    TextLabel *m_base64Hint;
    TextLabel *m_size;
    TextLabel *m_sent;
};

} // namespace Signalbox
