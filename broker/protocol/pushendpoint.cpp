// SPDX-License-Identifier: GPL-3.0-only
#include "protocol/pushendpoint.h"

#include "core/limits.h"
#include "protocol/queue.h"

#include <QStringList>
#include <QUrl>

#include <optional>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

// What stands for an address or number that each message names.
constexpr auto kDynamic = "__dynamic"_L1; // of smq-ep
constexpr auto kAnonymous = "anonymous"_L1; // of sms:directsms

std::optional<PushEndpoint> readUrl(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || url.hasFragment() || url.port() == 0
        || url.authority().contains(u'@')) // nothing would send a password, and lists show it
        return std::nullopt;
    return PushEndpoint{PushChannel::Http, text};
}

std::optional<PushEndpoint> readMail(const QString &address)
{
    const qsizetype at = address.indexOf(u'@');
    if (at < 1 || at == address.size() - 1 || address.count(u'@') != 1 || address.contains(u' '))
        return std::nullopt;
    return PushEndpoint{PushChannel::Mail, address};
}

std::optional<PushEndpoint> readSms(const QString &phone)
{
    const qsizetype plus = phone.startsWith(u'+') ? 1 : 0;
    const bool isNumber = phone.size() > plus
        && std::all_of(phone.begin() + plus, phone.end(),
                       [](QChar c) { return c >= u'0' && c <= u'9'; });
    return isNumber ? std::optional(PushEndpoint{PushChannel::Sms, phone}) : std::nullopt;
}

/// smq-ep:PRODUCT:ACCOUNT:TARGET
std::optional<PushEndpoint> readRecent(const QString &product, const QString &target)
{
    const bool isMail = product == "dm"_L1;
    if (!isMail && product != "dysms"_L1)
        return std::nullopt;
    if (target == kDynamic)
        return PushEndpoint{isMail ? PushChannel::Mail : PushChannel::Sms, {}, true};
    std::optional<PushEndpoint> endpoint = isMail ? readMail(target) : readSms(target);
    if (endpoint)
        endpoint->isRecent = true;
    return endpoint;
}

/// sms:PRODUCT:PHONE
std::optional<PushEndpoint> readClassicSms(const QString &product, const QString &phone)
{
    if (product == "directsms"_L1 && phone == kAnonymous)
        return PushEndpoint{PushChannel::Sms, {}};
    return product == "directsms"_L1 || product == "dayu"_L1 ? readSms(phone) : std::nullopt;
}

/// What follows "acs:": product, region, account, resource.
std::optional<PushEndpoint> readResource(const QStringList &parts)
{
    const QString &product = parts.at(1);
    const QStringList path = parts.at(4).split(u'/');
    if (product == "mns"_L1 && path.size() == 2 && path.at(0) == "queues"_L1
        && checkQueueName(path.at(1)))
        return PushEndpoint{PushChannel::Queue, path.at(1)};
    if (product == "fc"_L1 && path.size() == 4 && path.at(0) == "services"_L1
        && path.at(2) == "functions"_L1 && !path.at(1).isEmpty() && !path.at(3).isEmpty())
        return PushEndpoint{PushChannel::Function, path.at(1) + u'/' + path.at(3)};
    if (product == "eventbridge"_L1 && path.size() == 2 && path.at(0) == "eventbus"_L1
        && !path.at(1).isEmpty())
        return PushEndpoint{PushChannel::EventBus, path.at(1)};
    return std::nullopt;
}

std::optional<PushEndpoint> read(const QString &text)
{
    if (text.startsWith("http://"_L1, Qt::CaseInsensitive)
        || text.startsWith("https://"_L1, Qt::CaseInsensitive))
        return readUrl(text);
    const QStringList parts = text.split(u':');
    const QString &scheme = parts.at(0);
    if (scheme == "acs"_L1)
        return parts.size() == 5 ? readResource(parts) : std::nullopt;
    if (scheme == "mail"_L1 && parts.size() == 3 && parts.at(1) == "directmail"_L1)
        return readMail(parts.at(2));
    if (scheme == "sms"_L1 && parts.size() == 3)
        return readClassicSms(parts.at(1), parts.at(2));
    if (scheme == "smq-ep"_L1 && parts.size() == 4)
        return readRecent(parts.at(1), parts.at(3));
    if (scheme == "push"_L1 && parts.size() == 2 && !parts.at(1).isEmpty())
        return PushEndpoint{PushChannel::MobilePush, parts.at(1)};
    return std::nullopt;
}

} // namespace

Result<PushEndpoint> parsePushEndpoint(const QString &text)
{
    if (text.size() <= Limits::kMaxEndpointLength) {
        if (std::optional<PushEndpoint> endpoint = read(text))
            return *std::move(endpoint);
    }
    return Error{ErrorCode::EndpointInvalid,
                 u"Endpoint must be an http or https URL without user and password, a queue "
                 u"(acs:mns:REGION:ACCOUNT:queues/NAME), or a mail, SMS, function or event bus "
                 u"address."_s};
}

QString nameOf(PushChannel channel)
{
    switch (channel) {
    case PushChannel::Http:
        return u"http"_s;
    case PushChannel::Queue:
        return u"queue"_s;
    case PushChannel::Mail:
        return u"mail"_s;
    case PushChannel::Sms:
        return u"sms"_s;
    case PushChannel::Function:
        return u"function"_s;
    case PushChannel::EventBus:
        return u"eventBus"_s;
    case PushChannel::MobilePush:
        return u"mobilePush"_s;
    }
    return {};
}

QString queueEndpoint(const QString &account, const QString &queue)
{
    return u"acs:mns:local:%1:queues/%2"_s.arg(account, queue);
}

} // namespace Signalbox
