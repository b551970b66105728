// SPDX-License-Identifier: GPL-3.0-only
#include "auth/authenticator.h"

#include "core/limits.h"
#include "protocol/contentmd5.h"
#include "protocol/httpdate.h"

namespace Signalbox {

namespace {

constexpr char kApiVersion[] = "2015-06-06";

Error refusal(ErrorCode code, const char *message)
{
    return Error{code, QString::fromLatin1(message)};
}

Result<void> checkVersion(const SignedRequest &request)
{
    const QByteArrayView version = request.header("x-mns-version");
    if (version.isEmpty())
        return refusal(ErrorCode::MissingVersionHeader, "The header x-mns-version is missing.");
    if (version != kApiVersion)
        return refusal(ErrorCode::InvalidVersionHeader,
                       "The header x-mns-version must be 2015-06-06.");
    return {};
}

Result<std::chrono::sys_seconds> readDate(const SignedRequest &request)
{
    const QByteArrayView text = request.date();
    if (text.isEmpty())
        return refusal(ErrorCode::MissingDateHeader, "The header Date is missing.");
    const std::optional<std::chrono::sys_seconds> date = parseHttpDate(text);
    if (!date) {
        return refusal(ErrorCode::InvalidDateHeader,
                       "The header Date must look like \"Tue, 03 Jun 2025 11:23:48 GMT\".");
    }
    return *date;
}

} // namespace

Authenticator::Authenticator(const KeyStore &keys, Options options)
    : m_keys(keys)
    , m_options(std::move(options))
{
}

Authentication Authenticator::authenticate(const AuthenticationRequest &request) const
{
    const SignedRequest &signedParts = request.signedParts;
    if (const Result<void> version = checkVersion(signedParts); !version)
        return {version.error(), {}, {}};
    const Result<std::chrono::sys_seconds> date = readDate(signedParts);
    if (!date)
        return {date.error(), {}, {}};
    const Result<Authorization> authorization = parseAuthorization(request.authorization);
    if (!authorization)
        return {authorization.error(), {}, {}};

    const QByteArray keyId = accessKeyId(*authorization);
    const AccessKey *key = m_keys.find(keyId);
    if (!key || !key->active)
        return {refusal(ErrorCode::InvalidAccessKeyId, "The access key id is not known here."),
                keyId,
                {}};
    if (const Result<void> skew = checkSkew(*date); !skew)
        return {skew.error(), keyId, {}};

    if (const Result<void> verified = verifySignature(signedParts, *authorization, key->secret);
        !verified) {
        if (verified.error().code != ErrorCode::SignatureDoesNotMatch)
            return {verified.error(), keyId, {}};
        return {verified.error(), keyId,
                explainMismatch(signedParts, request.body, *authorization, key->secret)};
    }

    if (!request.securityToken.isEmpty()) {
        return {refusal(ErrorCode::InvalidSecurityToken,
                        "The access key is no temporary one and has no token. Leave the header "
                        "security-token out."),
                keyId,
                {}};
    }

    const QByteArrayView contentMd5 = signedParts.header("content-md5");
    if (!contentMd5.isEmpty() && !ContentMd5::matches(contentMd5, request.body)) {
        return {refusal(ErrorCode::InvalidDegist,
                        "The header Content-MD5 does not belong to the body."),
                keyId,
                {}};
    }

    Caller caller;
    caller.account = key->account;
    caller.identity = key->identity;
    return {caller, keyId, {}};
}

Result<void> Authenticator::checkSkew(std::chrono::sys_seconds date) const
{
    if (!m_options.checkClockSkew)
        return {};
    const std::chrono::milliseconds now(m_options.systemTime());
    if (std::chrono::abs(now - date.time_since_epoch()) <= Limits::kMaxClockSkew)
        return {};
    return refusal(ErrorCode::TimeExpired,
                   "The header Date is more than 15 minutes from the time of the broker.");
}

} // namespace Signalbox
