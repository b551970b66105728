// SPDX-License-Identifier: GPL-3.0-only
#include "protocol/channelattributes.h"
#include "protocol/percentencoding.h"
#include "push/channelcall.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <map>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

using Escape = QByteArray (*)(const QString &value);
using Values = std::map<QString, QString>; ///< By placeholder, without braces.

QByteArray asIs(const QString &value)
{
    return value.toUtf8();
}

QByteArray forJson(const QString &value)
{
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return array.sliced(2, array.size() - 4); // what is between [" and "]
}

QByteArray forXml(const QString &value)
{
    return value.toHtmlEscaped().toUtf8();
}

QByteArray forUrl(const QString &value)
{
    return percentEncoded(value.toUtf8());
}

Escape escapeFor(const QString &contentType)
{
    const QString type = contentType.section(u';', 0, 0).trimmed().toLower();
    if (type.endsWith("/json"_L1) || type.endsWith("+json"_L1))
        return forJson;
    if (type.endsWith("/xml"_L1) || type.endsWith("+xml"_L1))
        return forXml;
    return type == "application/x-www-form-urlencoded"_L1 ? forUrl : asIs;
}

/// In one pass: what a value brings along is no placeholder.
QByteArray filled(const QString &text, const Values &values, Escape escape)
{
    static const QRegularExpression placeholder(u"\\{(phone|text|sign|template|params)\\}"_s);
    QByteArray result;
    qsizetype at = 0;
    for (auto match = placeholder.globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        result += text.mid(at, found.capturedStart() - at).toUtf8();
        result += escape(values.at(found.captured(1)));
        at = found.capturedEnd();
    }
    return result + text.mid(at).toUtf8();
}

bool isPhoneNumber(const QString &text)
{
    static const QRegularExpression number(u"^\\+?[0-9]{3,20}\\z"_s);
    return number.match(text).hasMatch();
}

/// The first of \a names that \a attributes have; an object as its JSON text.
QString firstOf(const QJsonObject &attributes, std::initializer_list<QLatin1StringView> names)
{
    for (const QLatin1StringView name : names) {
        const QJsonValue value = attributes.value(name);
        if (value.isObject())
            return QString::fromUtf8(
                QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
        if (QString text = value.toString(); !text.isEmpty())
            return text;
    }
    return {};
}

} // namespace

Result<PushCall> makeSmsCall(const SmsGateway &gateway, const ChannelMessage &message)
{
    const QJsonObject attributes = channelAttributes(message.endpoint, message.attributes);
    const QStringList phones = recipientsOf(message.endpoint, attributes);
    if (phones.isEmpty())
        return Error{ErrorCode::InvalidArgument,
                     u"The message names no phone number: neither the endpoint nor Receiver or "
                     u"PhoneNumber in its attributes does."_s};
    const auto wrong = std::ranges::find_if_not(phones, isPhoneNumber);
    if (wrong != phones.end())
        return Error{ErrorCode::InvalidArgument,
                     u"\"%1\" is not a phone number."_s.arg(wrong->simplified())};
    const Values values = {
        {u"phone"_s, phones.join(u',')},
        {u"text"_s, QString::fromUtf8(message.body)},
        {u"sign"_s, firstOf(attributes, {"FreeSignName"_L1, "SignName"_L1})},
        {u"template"_s, firstOf(attributes, {"TemplateCode"_L1})},
        {u"params"_s, firstOf(attributes, {"SmsParams"_L1, "TemplateParam"_L1})},
    };
    PushCall call;
    call.isTrusted = true;
    call.method = gateway.method.toLatin1();
    call.url = QUrl(QString::fromUtf8(filled(gateway.url, values, forUrl))).toEncoded();
    call.authorization = gateway.authorization.toLatin1();
    if (call.method != "GET") {
        call.headers.append({"Content-Type", gateway.contentType.toLatin1()});
        call.body = filled(gateway.body, values, escapeFor(gateway.contentType));
    }
    return call;
}

} // namespace Signalbox
