// SPDX-License-Identifier: GPL-3.0-only
#include "protocol/channelattributes.h"

#include <QJsonDocument>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kSubjectLength = 120;

/// What the service calls the attributes of each channel.
struct AttributeNames
{
    QLatin1StringView classic;
    QLatin1StringView recent; ///< Of smq-ep endpoints.
};

AttributeNames namesFor(PushChannel channel)
{
    switch (channel) {
    case PushChannel::Mail:
        return {"DirectMail"_L1, "DM"_L1};
    case PushChannel::Sms:
        return {"DirectSMS"_L1, "DYSMS"_L1};
    default:
        return {};
    }
}

} // namespace

QJsonObject channelAttributes(const PushEndpoint &endpoint,
                              const QList<MessageAttribute> &attributes)
{
    const auto [classic, recent] = namesFor(endpoint.channel);
    const auto own = endpoint.isRecent ? recent : classic;
    const auto other = endpoint.isRecent ? classic : recent;
    for (const QLatin1StringView name : {own, other}) {
        for (const MessageAttribute &attribute : attributes) {
            if (!name.isEmpty() && attribute.name == name)
                return QJsonDocument::fromJson(attribute.json.toUtf8()).object();
        }
    }
    return {};
}

QStringList recipientsOf(const PushEndpoint &endpoint, const QJsonObject &attributes)
{
    if (!endpoint.target.isEmpty())
        return {endpoint.target};
    QString listed;
    for (const auto &name : {"Receiver"_L1, "PhoneNumber"_L1, "MailAddress"_L1}) {
        if (listed.isEmpty())
            listed = attributes.value(name).toString();
    }
    QStringList recipients;
    for (const QString &part : listed.split(u',', Qt::SkipEmptyParts)) {
        if (const QString recipient = part.trimmed(); !recipient.isEmpty())
            recipients.append(recipient);
    }
    if (recipients.isEmpty() && attributes.value("Type"_L1).toString() == "multiContent"_L1) {
        const QByteArray params = attributes.value("SmsParams"_L1).toString().toUtf8();
        recipients = QJsonDocument::fromJson(params).object().keys();
    }
    return recipients;
}

QString mailSubject(const QJsonObject &attributes, const QString &text)
{
    const QString given = attributes.value("Subject"_L1).toString();
    return given.isEmpty() ? text.simplified().left(kSubjectLength) : given;
}

bool isHtmlMail(const QJsonObject &attributes)
{
    const QJsonValue value = attributes.value("IsHtml"_L1);
    return value.toInt() == 1 || value.toBool() || value.toString() == "true"_L1;
}

} // namespace Signalbox
