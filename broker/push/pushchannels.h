// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/result.h"

#include <QMap>
#include <QString>

namespace Signalbox {

/// The mail server that takes the mails of mail subscriptions.
struct MailRelay
{
    enum class Starttls {
        Require, ///< Nothing is sent before the connection is encrypted.
        Optional, ///< Encrypted where the server offers it.
        Off
    };

    QString url; ///< "smtp://host:587", "smtps://host:465" (TLS from the start); empty: no relay.
    Starttls starttls = Starttls::Require; ///< Of smtp.
    QString user; ///< Empty: no login.
    QString password;
    QString from; ///< The address in the envelope, and the sender of mails that name none.

    bool operator==(const MailRelay &) const = default;
};

/// What sends the SMS of SMS subscriptions: one HTTP request a message. In the URL and the body
/// stand {phone}, {text}, {sign}, {template} and {params} for what a message says.
struct SmsGateway
{
    QString url; ///< Empty: no gateway.
    QString method = QStringLiteral("POST"); ///< GET, POST, PUT or PATCH.
    QString contentType = QStringLiteral("application/json; charset=utf-8");
    QString body = QStringLiteral(R"({"phone":"{phone}","text":"{text}"})");
    QString authorization; ///< Of the header Authorization; empty: none.

    bool operator==(const SmsGateway &) const = default;
};

/// Where messages go that are not for an HTTP endpoint or a queue. Without any of it they are kept
/// in the outbox.
struct PushChannels
{
    MailRelay mail;
    SmsGateway sms;
    /// HTTP URLs in place of functions, by "service/function" or the whole acs:fc:… endpoint.
    QMap<QString, QString> functions;

    bool operator==(const PushChannels &) const = default;

    /// The URL for the function \a name ("service/function") of \a endpoint, the whole endpoint
    /// before the name; empty: none.
    [[nodiscard]] QString functionUrl(const QString &endpoint, const QString &name) const;
};

/// Scheme, host and port of \a url, which may be shown to anybody; empty for an empty one.
[[nodiscard]] QString placeOf(const QString &url);

/// An smtp or smtps URL of host and port alone. Errors: InvalidArgument.
[[nodiscard]] Result<void> checkRelayUrl(const QString &url);
/// An http or https URL without user and password; placeholders in braces are allowed. Errors:
/// InvalidArgument.
[[nodiscard]] Result<void> checkGatewayUrl(const QString &url);
/// GET, POST, PUT or PATCH. Errors: InvalidArgument.
[[nodiscard]] Result<void> checkGatewayMethod(const QString &method);
/// One line of visible ASCII, as a header's value has to be; \a value is not named. Errors:
/// InvalidArgument.
[[nodiscard]] Result<void> checkHeaderValue(const QString &value);
/// \a name is "service/function" or an acs:fc:… endpoint, \a url an http or https URL. Errors:
/// InvalidArgument.
[[nodiscard]] Result<void> checkFunction(const QString &name, const QString &url);

/// All of it, and what belongs together. Errors: InvalidArgument with a sentence for people that
/// names the setting and no secret.
[[nodiscard]] Result<void> checkPushChannels(const PushChannels &channels);

} // namespace Signalbox
