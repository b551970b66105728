// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <utility>

namespace Signalbox {

/// Where a broker serves the certificate that its pushes can be checked with.
inline constexpr char kPushCertificatePath[] = "/notify-cert.pem";

/// How the header Content-md5 of a push spells the MD5 of its body.
enum class PushMd5Form {
    Base64Hex, ///< Base64 of the lower-case hexadecimal digits, as documented.
    UpperHex, ///< Upper-case hexadecimal digits, as the service has been seen to send.
    None ///< No such header.
};
/// Empty for None.
[[nodiscard]] QByteArray pushContentMd5(const QByteArray &body, PushMd5Form form);

/// The part of a push that its signature covers.
struct PushToSign
{
    QByteArray contentMd5; ///< As in the header; empty when there is none.
    QByteArray contentType;
    QByteArray date;
    QList<std::pair<QByteArray, QByteArray>> mnsHeaders; ///< Names lower-case, in any order.
    QByteArray requestUri; ///< Path and query as on the request line.
};

/// The text that is signed with RSA (PKCS #1 v1.5) and SHA-1.
/// Source: MNS documentation, signature of pushes to HTTP endpoints.
[[nodiscard]] QByteArray pushStringToSign(const PushToSign &push);

} // namespace Signalbox
