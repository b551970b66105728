// SPDX-License-Identifier: GPL-3.0-only
#include "server/pushsettings.h"

#include "protocol/mail.h"
#include "protocol/pushendpoint.h"
#include "push/addressrules.h"
#include "server/settingvalues.h"

#include <QSslCertificate>

#include <algorithm>

namespace Signalbox {

namespace {

using namespace SettingValues;

Result<void> setPushTimeout(Configuration &configuration, const QString &value)
{
    int milliseconds = 0;
    if (Result<void> read = readNumber(value, 1, 600'000, milliseconds); !read)
        return read;
    configuration.broker.push.timeout = std::chrono::milliseconds(milliseconds);
    return {};
}

Result<void> setPushVerifyTls(Configuration &configuration, const QString &value)
{
    return readBoolean(value, configuration.broker.push.verifyTls);
}

Result<void> setPushCaFile(Configuration &configuration, const QString &value)
{
    if (QSslCertificate::fromPath(value).isEmpty())
        return invalid(QStringLiteral("\"%1\" is no file with PEM certificates.").arg(value));
    configuration.broker.push.caFile = value;
    return {};
}

Result<void> setPushCertificateUrl(Configuration &configuration, const QString &value)
{
    const Result<PushEndpoint> url = parsePushEndpoint(value);
    if (!url || url->channel != PushChannel::Http)
        return invalid(QStringLiteral("\"%1\" is not an http or https URL.").arg(value));
    configuration.broker.push.certificateUrl = value;
    return {};
}

Result<void> setPushContentMd5(Configuration &configuration, const QString &value)
{
    PushMd5Form &form = configuration.broker.push.md5Form;
    if (value == QLatin1String("base64hex"))
        form = PushMd5Form::Base64Hex;
    else if (value == QLatin1String("hexupper"))
        form = PushMd5Form::UpperHex;
    else if (value == QLatin1String("none"))
        form = PushMd5Form::None;
    else
        return invalid(
            QStringLiteral("\"%1\" is neither base64hex nor hexupper nor none.").arg(value));
    return {};
}

Result<void> setPushKeyBits(Configuration &configuration, const QString &value)
{
    bool isNumber = false;
    const int bits = value.toInt(&isNumber);
    if (!isNumber || std::ranges::find(PushKey::kSizes, bits) == PushKey::kSizes.end())
        return invalid(QStringLiteral("\"%1\" is none of 1024, 2048, 3072, 4096.").arg(value));
    configuration.broker.push.keyBits = bits;
    return {};
}

Result<void> setPushMaxDeliveries(Configuration &configuration, const QString &value)
{
    return readNumber(value, DeliveryLimits::kFewestInAll, DeliveryLimits::kMostInAll,
                      configuration.broker.push.deliveries.inAll);
}

Result<void> setPushMaxDeliveriesPerEndpoint(Configuration &configuration, const QString &value)
{
    return readNumber(value, 1, DeliveryLimits::kMostPerEndpoint,
                      configuration.broker.push.deliveries.perEndpoint);
}

Result<QStringList> subnets(const QString &value)
{
    const QStringList texts = value.split(QLatin1Char(','), Qt::SkipEmptyParts);
    if (const Result<AddressRules> rules = AddressRules::parse(texts, {}); !rules)
        return rules.error();
    return texts;
}

Result<void> setPushAllow(Configuration &configuration, const QString &value)
{
    const Result<QStringList> read = subnets(value);
    if (!read)
        return read.error();
    configuration.broker.push.allowedSubnets = *read;
    return {};
}

Result<void> setPushDeny(Configuration &configuration, const QString &value)
{
    const Result<QStringList> read = subnets(value);
    if (!read)
        return read.error();
    configuration.broker.push.deniedSubnets = *read;
    return {};
}

PushChannels &channels(Configuration &configuration)
{
    return configuration.broker.push.channels;
}

Result<void> setSmtpUrl(Configuration &configuration, const QString &value)
{
    return readChecked(value, checkRelayUrl(value), channels(configuration).mail.url);
}

Result<void> setSmtpStarttls(Configuration &configuration, const QString &value)
{
    MailRelay::Starttls &starttls = channels(configuration).mail.starttls;
    if (value == QLatin1String("require"))
        starttls = MailRelay::Starttls::Require;
    else if (value == QLatin1String("optional"))
        starttls = MailRelay::Starttls::Optional;
    else if (value == QLatin1String("off"))
        starttls = MailRelay::Starttls::Off;
    else
        return invalid(
            QStringLiteral("\"%1\" is neither require nor optional nor off.").arg(value));
    return {};
}

Result<void> setSmtpUser(Configuration &configuration, const QString &value)
{
    return readText(value, channels(configuration).mail.user);
}

Result<void> setSmtpPassword(Configuration &configuration, const QString &value)
{
    return readText(value, channels(configuration).mail.password);
}

Result<void> setSmtpFrom(Configuration &configuration, const QString &value)
{
    if (!isMailAddress(value))
        return invalid(QStringLiteral("\"%1\" is not a mail address.").arg(value));
    return readText(value, channels(configuration).mail.from);
}

Result<void> setSmsUrl(Configuration &configuration, const QString &value)
{
    return readChecked(value, checkGatewayUrl(value), channels(configuration).sms.url);
}

Result<void> setSmsMethod(Configuration &configuration, const QString &value)
{
    return readChecked(value, checkGatewayMethod(value), channels(configuration).sms.method);
}

Result<void> setSmsContentType(Configuration &configuration, const QString &value)
{
    return readChecked(value, checkHeaderValue(value), channels(configuration).sms.contentType);
}

Result<void> setSmsBody(Configuration &configuration, const QString &value)
{
    return readText(value, channels(configuration).sms.body);
}

Result<void> setSmsAuthorization(Configuration &configuration, const QString &value)
{
    return readChecked(value, checkHeaderValue(value), channels(configuration).sms.authorization);
}

Result<void> setFunctions(Configuration &configuration, const QString &value)
{
    QMap<QString, QString> functions;
    for (const QString &part : value.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const QString name = part.section(QLatin1Char('='), 0, 0).trimmed();
        const QString url = part.section(QLatin1Char('='), 1).trimmed();
        if (Result<void> checked = checkFunction(name, url); !checked)
            return checked;
        functions.insert(name, url);
    }
    channels(configuration).functions = functions;
    return {};
}

constexpr Setting kPushSettings[] = {
    {"push.timeout_ms", "push-timeout-ms", "SIGNALBOX_PUSH_TIMEOUT_MS", "N",
     "How long a receiver may take to answer a push", false, setPushTimeout},
    {"push.verify_tls", "push-verify-tls", "SIGNALBOX_PUSH_VERIFY_TLS", "true|false",
     "Check the certificates of https endpoints", false, setPushVerifyTls},
    {"push.ca_file", "push-ca-file", "SIGNALBOX_PUSH_CA_FILE", "FILE",
     "PEM certificates to trust for https endpoints and the mail server", false, setPushCaFile},
    {"push.certificate_url", "push-certificate-url", "SIGNALBOX_PUSH_CERTIFICATE_URL", "URL",
     "Where receivers get the certificate that pushes are checked with", false,
     setPushCertificateUrl},
    {"push.content_md5", "push-content-md5", "SIGNALBOX_PUSH_CONTENT_MD5",
     "base64hex|hexupper|none", "How Content-md5 of a push spells the MD5", false,
     setPushContentMd5},
    {"push.key_bits", "push-key-bits", "SIGNALBOX_PUSH_KEY_BITS", "1024|2048|3072|4096",
     "Size of the key that signs pushes, when the first start makes it", false, setPushKeyBits},
    {"push.max_deliveries", "push-max-deliveries", "SIGNALBOX_PUSH_MAX_DELIVERIES", "N",
     "Deliveries under way at a time, of all endpoints together", false, setPushMaxDeliveries},
    {"push.max_deliveries_per_endpoint", "push-max-deliveries-per-endpoint",
     "SIGNALBOX_PUSH_MAX_DELIVERIES_PER_ENDPOINT", "N",
     "Deliveries under way at a time to one endpoint that takes them", false,
     setPushMaxDeliveriesPerEndpoint},
    {"push.allow", "push-allow", "SIGNALBOX_PUSH_ALLOW", "SUBNET,…",
     "Where pushes may go, whatever is denied", true, setPushAllow},
    {"push.deny", "push-deny", "SIGNALBOX_PUSH_DENY", "SUBNET,…",
     "Where pushes may not go; beyond loopback link-local and metadata addresses unless given",
     true, setPushDeny},
    {"push.smtp.url", "push-smtp-url", "SIGNALBOX_PUSH_SMTP_URL", "URL",
     "Mail server that mails are sent through; without one they are kept in the outbox", false,
     setSmtpUrl},
    {"push.smtp.starttls", "push-smtp-starttls", "SIGNALBOX_PUSH_SMTP_STARTTLS",
     "require|optional|off", "Whether the connection to an smtp URL has to be encrypted", false,
     setSmtpStarttls},
    {"push.smtp.user", "push-smtp-user", "SIGNALBOX_PUSH_SMTP_USER", "NAME",
     "User to log in to the mail server with", false, setSmtpUser},
    {"push.smtp.password", "push-smtp-password", "SIGNALBOX_PUSH_SMTP_PASSWORD", "TEXT",
     "Password of that user", false, setSmtpPassword},
    {"push.smtp.from", "push-smtp-from", "SIGNALBOX_PUSH_SMTP_FROM", "ADDRESS",
     "Address that mails come from", false, setSmtpFrom},
    {"push.sms.url", "push-sms-url", "SIGNALBOX_PUSH_SMS_URL", "URL",
     "HTTP gateway that SMS are sent through; without one they are kept in the outbox", false,
     setSmsUrl},
    {"push.sms.method", "push-sms-method", "SIGNALBOX_PUSH_SMS_METHOD", "GET|POST|PUT|PATCH",
     "Method of the requests to the gateway", false, setSmsMethod},
    {"push.sms.content_type", "push-sms-content-type", "SIGNALBOX_PUSH_SMS_CONTENT_TYPE", "TYPE",
     "Content-Type of the requests to the gateway", false, setSmsContentType},
    {"push.sms.body", "push-sms-body", "SIGNALBOX_PUSH_SMS_BODY", "TEXT",
     "Body of the requests, with {phone}, {text}, {sign}, {template} and {params}", false,
     setSmsBody},
    {"push.sms.authorization", "push-sms-authorization", "SIGNALBOX_PUSH_SMS_AUTHORIZATION", "TEXT",
     "Value of the header Authorization of the requests", false, setSmsAuthorization},
    {"push.functions", "push-functions", "SIGNALBOX_PUSH_FUNCTIONS", "NAME=URL,…",
     "HTTP URLs in place of functions, by SERVICE/FUNCTION or endpoint", true, setFunctions},
};

} // namespace

std::span<const Setting> pushSettings()
{
    return kPushSettings;
}

} // namespace Signalbox
