// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "auth/keystore.h"
#include "core/brokerclock.h"
#include "core/caller.h"
#include "core/result.h"
#include "protocol/signature.h"
#include "protocol/signaturemismatch.h"

#include <QByteArray>

#include <chrono>
#include <functional>

namespace Signalbox {

/// What of a request matters to its authentication.
struct AuthenticationRequest
{
    SignedRequest signedParts; ///< Needs content-md5, content-type, date and every x-mns-* of the
                               ///< request's headers.
    QByteArray authorization; ///< The header's value; empty when absent.
    QByteArray securityToken; ///< Of the header security-token; empty when absent.
    QByteArrayView body;
};

/// What came of an authentication, for the reply and for the request log.
struct Authentication
{
    Result<Caller> caller; ///< Account and identity alone; or the reason of the refusal.
    QByteArray accessKeyId; ///< As claimed; empty while not even that could be read.
    SignatureMismatch mismatch; ///< Only after SignatureDoesNotMatch.
};

/// Finds out on whose behalf a request comes. Checks in the order of the service: version and date,
/// form of the Authorization header, key, clock skew, signature, Content-MD5. Lives in the HTTP
/// thread; never waits. Source: MNS API reference, signing requests (2015-06-06).
class Authenticator
{
public:
    struct Options
    {
        bool checkClockSkew = true;
        std::function<qint64()> systemTime = systemTimeMs;
    };

    /// \a keys must outlive this.
    Authenticator(const KeyStore &keys, Options options);

    /// Errors: MissingVersionHeader, InvalidVersionHeader, MissingDateHeader, InvalidDateHeader,
    /// MissingAuthorizationHeader, InvalidAuthorizationHeader, InvalidAccessKeyId, TimeExpired,
    /// SignatureDoesNotMatch, InvalidDegist.
    [[nodiscard]] Authentication authenticate(const AuthenticationRequest &request) const;

private:
    [[nodiscard]] Result<void> checkSkew(std::chrono::sys_seconds date) const;

    const KeyStore &m_keys;
    Options m_options;
};

} // namespace Signalbox
