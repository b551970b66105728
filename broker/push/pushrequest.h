// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "protocol/notification.h"
#include "protocol/pushsignature.h"
#include "push/pushcall.h"
#include "push/pushkey.h"

namespace Signalbox {

/// What every push of a broker has in common.
struct PushTerms
{
    QByteArray certificateUrl; ///< Where receivers get the certificate.
    PushMd5Form md5Form = PushMd5Form::Base64Hex;
};

/// A signed push and the text that was signed.
struct PushRequest
{
    PushCall call;
    QByteArray stringToSign;
};

/// The HTTP request that brings \a notification to \a endpoint at the time \a systemMs. Headers are
/// spelled as the service spells them: receivers look them up as they are. Takes RSA's time.
/// Source: MNS documentation, pushes to HTTP endpoints.
[[nodiscard]] PushRequest makePushRequest(const QString &endpoint, const Notification &notification,
                                          NotifyContentFormat format, const PushTerms &terms,
                                          const PushKey &key, qint64 systemMs);

/// \a sent once more, to \a endpoint, at the time \a systemMs and signed for that. Its request id
/// is a new one; all else stays.
[[nodiscard]] PushRequest repeatPushRequest(const PushCall &sent, const QString &endpoint,
                                            const PushKey &key, qint64 systemMs);

} // namespace Signalbox
