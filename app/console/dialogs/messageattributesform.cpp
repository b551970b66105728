// SPDX-License-Identifier: GPL-3.0-only
#include "console/dialogs/messageattributesform.h"

#include "widgets/formfield.h"
#include "widgets/metrics.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QVBoxLayout>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

QVBoxLayout *columnOf(QWidget *part)
{
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Metrics::kSpaceMd);
    return column;
}

MessageAttribute attribute(const QString &name, const QJsonObject &values)
{
    return {name, QString::fromUtf8(QJsonDocument(values).toJson(QJsonDocument::Compact))};
}

} // namespace

MessageAttributesForm::MessageAttributesForm(QWidget *parent)
    : ThemedWidget(parent)
    , m_mail(new QWidget(this))
    , m_sender(new QLineEdit(m_mail))
    , m_senderField(new FormField({}, m_sender, m_mail))
    , m_subject(new QLineEdit(m_mail))
    , m_subjectField(new FormField({}, m_subject, m_mail))
    , m_html(new QCheckBox(m_mail))
    , m_sms(new QWidget(this))
    , m_sign(new QLineEdit(m_sms))
    , m_signField(new FormField({}, m_sign, m_sms))
    , m_template(new QLineEdit(m_sms))
    , m_templateField(new FormField({}, m_template, m_sms))
    , m_receivers(new QLineEdit(m_sms))
    , m_receiversField(new FormField({}, m_receivers, m_sms))
    , m_parameters(new QLineEdit(m_sms))
    , m_parametersField(new FormField({}, m_parameters, m_sms))
{
    auto *mail = columnOf(m_mail);
    mail->addWidget(m_senderField);
    mail->addWidget(m_subjectField);
    mail->addWidget(m_html);
    auto *sms = columnOf(m_sms);
    sms->addLayout(fieldPair(m_signField, m_templateField));
    sms->addWidget(m_receiversField);
    sms->addWidget(m_parametersField);
    auto *all = columnOf(this);
    all->addWidget(m_mail);
    all->addWidget(m_sms);
    for (QLineEdit *edit : {m_sender, m_subject, m_sign, m_template, m_receivers, m_parameters})
        connect(edit, &QLineEdit::textEdited, this, &MessageAttributesForm::changed);
    connect(m_html, &QCheckBox::toggled, this, &MessageAttributesForm::changed);
    setKinds(false, false);
    languageChanged();
}

void MessageAttributesForm::setKinds(bool mail, bool sms)
{
    m_mail->setVisible(mail);
    m_sms->setVisible(sms);
    setVisible(mail || sms);
}

QList<MessageAttribute> MessageAttributesForm::attributes() const
{
    QList<MessageAttribute> all;
    if (m_mail->isVisibleTo(this)) {
        all.append(attribute(u"DirectMail"_s,
                             {{u"AccountName"_s, m_sender->text()},
                              {u"Subject"_s, m_subject->text()},
                              {u"AddressType"_s, 0},
                              {u"IsHtml"_s, m_html->isChecked() ? 1 : 0},
                              {u"ReplyToAddress"_s, 0}}));
    }
    if (m_sms->isVisibleTo(this)) {
        QJsonObject values{{u"FreeSignName"_s, m_sign->text()},
                           {u"TemplateCode"_s, m_template->text()},
                           {u"Type"_s, u"singleContent"_s}};
        if (!m_receivers->text().isEmpty())
            values.insert("Receiver"_L1, m_receivers->text());
        if (!m_parameters->text().isEmpty())
            values.insert("SmsParams"_L1, m_parameters->text());
        all.append(attribute(u"DirectSMS"_s, values));
    }
    return all;
}

void MessageAttributesForm::languageChanged()
{
    m_senderField->setLabel(tr("Mail from"));
    m_subjectField->setLabel(tr("Subject"));
    m_html->setText(tr("The body is HTML"));
    m_signField->setLabel(tr("SMS signature"));
    m_templateField->setLabel(tr("Template code"));
    m_receiversField->setLabel(tr("Receivers"));
    m_receiversField->setHint(tr("Where the subscription names none."));
    m_parametersField->setLabel(tr("Template parameters"));
    m_parametersField->setHint(u"{\"code\":\"482913\"}"_s);
}

} // namespace Signalbox
