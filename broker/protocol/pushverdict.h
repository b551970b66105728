// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QByteArray>
#include <QList>

#include <utility>

namespace Signalbox {

/// A push as a receiver gets it.
struct ReceivedRequest
{
    QByteArray requestUri; ///< Path and query as on the request line.
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
};

/// What a receiver that checks a push finds.
enum class PushVerdict {
    Valid,
    Unsigned, ///< There is no Authorization.
    BodyDiffers, ///< Content-md5 is another text's.
    SignatureDiffers, ///< It was made with another key, or of another text.
    NoCertificate ///< What should be the certificate is none.
};

/// Checks \a push by the documented procedure, with the RSA key of \a certificate (PEM). The forms
/// of Content-md5 are those of PushMd5Form; without one the body is not looked at.
/// Source: MNS documentation, signature of pushes to HTTP endpoints.
[[nodiscard]] PushVerdict verifyPush(const ReceivedRequest &push, const QByteArray &certificate);

} // namespace Signalbox
