// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "protocol/topic.h"
#include "widgets/themedwidget.h"

class QCheckBox;
class QLineEdit;

namespace Signalbox {

class FormField;

/// What mail and SMS subscribers need beyond the body: sender and subject, signature and template.
class MessageAttributesForm : public ThemedWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessageAttributesForm)

public:
    explicit MessageAttributesForm(QWidget *parent = nullptr);

    /// Shows the fields of those kinds that somebody subscribed with.
    void setKinds(bool mail, bool sms);
    /// Of the kinds that show, with the fields that are filled.
    [[nodiscard]] QList<MessageAttribute> attributes() const;

signals:
    void changed();

protected:
    void languageChanged() override;

private:
    QWidget *m_mail;
    QLineEdit *m_sender;
    FormField *m_senderField;
    QLineEdit *m_subject;
    FormField *m_subjectField;
    QCheckBox *m_html;
    QWidget *m_sms;
    QLineEdit *m_sign;
    FormField *m_signField;
    QLineEdit *m_template;
    FormField *m_templateField;
    QLineEdit *m_receivers;
    FormField *m_receiversField;
    QLineEdit *m_parameters;
    FormField *m_parametersField;
};

} // namespace Signalbox
