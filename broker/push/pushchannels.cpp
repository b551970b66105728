// SPDX-License-Identifier: GPL-3.0-only
#include "push/pushchannels.h"

#include "protocol/mail.h"
#include "protocol/pushendpoint.h"

#include <QUrl>

#include <algorithm>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

Error invalid(const QString &message)
{
    return Error{ErrorCode::InvalidArgument, message};
}

bool isOneOf(const QString &text, std::initializer_list<QLatin1StringView> words)
{
    return std::ranges::any_of(words, [&](QLatin1StringView word) { return text == word; });
}

Result<void> named(const char *setting, const Result<void> &checked)
{
    if (checked)
        return {};
    return invalid(u"%1: %2"_s.arg(QLatin1StringView(setting), checked.error().message));
}

Result<void> checkMail(const MailRelay &mail)
{
    if (Result<void> url = named("push.smtp.url", checkRelayUrl(mail.url)); !url)
        return url;
    if (mail.from.isEmpty())
        return invalid(u"push.smtp.from is not set: mails need the address they come from."_s);
    if (!isMailAddress(mail.from))
        return invalid(u"push.smtp.from: \"%1\" is not a mail address."_s.arg(mail.from));
    if (mail.user.isEmpty() != mail.password.isEmpty())
        return invalid(u"push.smtp.user and push.smtp.password go together: set both or none."_s);
    return {};
}

Result<void> checkSms(const SmsGateway &sms)
{
    for (const Result<void> &checked : {
             named("push.sms.url", checkGatewayUrl(sms.url)),
             named("push.sms.method", checkGatewayMethod(sms.method)),
             named("push.sms.content_type", checkHeaderValue(sms.contentType)),
             named("push.sms.authorization", checkHeaderValue(sms.authorization)),
         }) {
        if (!checked)
            return checked;
    }
    return {};
}

} // namespace

QString PushChannels::functionUrl(const QString &endpoint, const QString &name) const
{
    return functions.value(endpoint, functions.value(name));
}

QString placeOf(const QString &url)
{
    return QUrl(url).toString(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery
                              | QUrl::RemoveFragment);
}

Result<void> checkRelayUrl(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || !isOneOf(url.scheme(), {"smtp"_L1, "smtps"_L1}) || url.host().isEmpty()
        || url.hasQuery() || url.hasFragment() || !isOneOf(url.path(), {""_L1, "/"_L1}))
        return invalid(u"This is not a mail server; one looks like smtp://mail.example.com:587 or "
                       u"smtps://mail.example.com:465."_s);
    if (!url.userInfo().isEmpty())
        return invalid(u"User and password do not belong into the URL: set push.smtp.user and "
                       u"push.smtp.password."_s);
    return {};
}

Result<void> checkGatewayUrl(const QString &text)
{
    QString plain = text;
    const QUrl url(plain.remove(u'{').remove(u'}'), QUrl::StrictMode);
    if (!url.isValid() || !isOneOf(url.scheme(), {"http"_L1, "https"_L1}) || url.host().isEmpty()
        || url.hasFragment())
        return invalid(u"This is not an http or https URL."_s);
    if (!url.userInfo().isEmpty())
        return invalid(u"User and password do not belong into the URL: they would be shown."_s);
    return {};
}

Result<void> checkGatewayMethod(const QString &method)
{
    if (!isOneOf(method, {"GET"_L1, "POST"_L1, "PUT"_L1, "PATCH"_L1}))
        return invalid(u"\"%1\" is not GET, POST, PUT or PATCH."_s.arg(method));
    return {};
}

Result<void> checkHeaderValue(const QString &value)
{
    const bool isVisible = std::ranges::all_of(
        value, [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7f; });
    if (!isVisible)
        return invalid(u"The value must be one line of visible ASCII characters."_s);
    return {};
}

Result<void> checkFunction(const QString &name, const QString &url)
{
    const Result<PushEndpoint> endpoint = parsePushEndpoint(name);
    const bool isEndpoint = endpoint && endpoint->channel == PushChannel::Function;
    const qsizetype slash = name.indexOf(u'/');
    const bool isName =
        slash > 0 && slash < name.size() - 1 && name.count(u'/') == 1 && !name.contains(u':');
    if (!isEndpoint && !isName)
        return invalid(u"\"%1\" is not a function: it is named SERVICE/FUNCTION or "
                       u"acs:fc:REGION:ACCOUNT:services/SERVICE/functions/FUNCTION."_s.arg(name));
    if (const Result<void> checked = checkGatewayUrl(url); !checked)
        return invalid(u"The URL of %1: %2"_s.arg(name, checked.error().message));
    return {};
}

Result<void> checkPushChannels(const PushChannels &channels)
{
    if (!channels.mail.url.isEmpty()) {
        if (Result<void> mail = checkMail(channels.mail); !mail)
            return mail;
    }
    if (!channels.sms.url.isEmpty()) {
        if (Result<void> sms = checkSms(channels.sms); !sms)
            return sms;
    }
    for (auto function = channels.functions.begin(); function != channels.functions.end();
         ++function) {
        if (Result<void> checked =
                named("push.functions", checkFunction(function.key(), function.value()));
            !checked)
            return checked;
    }
    return {};
}

} // namespace Signalbox
