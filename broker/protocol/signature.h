// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <utility>
#include <variant>
#include <vector>

/// Who sent a request: the signature in its Authorization header, made and verified. V2 is what
/// every SDK sends by default, V4 what the Java SDK sends on request. Source: MNS API reference,
/// signing requests (2015-06-06); V4 from the Java SDK.
namespace Signalbox {

/// A key of an account or user. With a \a securityToken it is a temporary one; the token travels in
/// the header security-token and is not signed.
struct Credentials
{
    QByteArray accessKeyId;
    QByteArray accessKeySecret;
    QByteArray securityToken;

    bool operator==(const Credentials &) const = default;
};

/// The parts of a request that signatures cover.
struct SignedRequest
{
    using Header = std::pair<QByteArray, QByteArray>;

    QByteArray method; ///< Upper case.
    QByteArray target; ///< Path and query as they stand in the request line.
    std::vector<Header> headers; ///< Names in lower case.

    /// Of the first header \a lowerCaseName, trimmed; empty when there is none.
    [[nodiscard]] QByteArrayView header(QByteArrayView lowerCaseName) const;
    /// Value of date, or of x-mns-date when that is absent; empty without both.
    [[nodiscard]] QByteArrayView date() const;
};

/// "MNS id:signature": HMAC-SHA1.
struct V2Authorization
{
    QByteArray accessKeyId;
    QByteArray signature; ///< Base64

    bool operator==(const V2Authorization &) const = default;
};

/// Which words a V4 signature is made with.
enum class V4Flavour {
    Aliyun, ///< MNS4-HMAC-SHA256, aliyun_v4_request
    Apsara, ///< APSARA-MNS4-HMAC-SHA256, apsara_v4_request: private clouds
};

/// "MNS4-HMAC-SHA256 Credential=id/date/region/mns/aliyun_v4_request,Signature=hex": HMAC-SHA256.
struct V4Authorization
{
    QByteArray accessKeyId;
    QByteArray date; ///< yyyyMMdd
    QByteArray region; ///< The client's, for example "cn-hangzhou".
    V4Flavour flavour = V4Flavour::Aliyun;
    QByteArray signature; ///< 64 hexadecimal digits

    bool operator==(const V4Authorization &) const = default;
};

using Authorization = std::variant<V2Authorization, V4Authorization>;

/// Errors: MissingAuthorizationHeader for an empty \a headerValue, InvalidAuthorizationHeader.
[[nodiscard]] Result<Authorization> parseAuthorization(QByteArrayView headerValue);
[[nodiscard]] QByteArray accessKeyId(const Authorization &authorization);

/// Whether \a request was signed with \a secret, in any way that an SDK does. Takes the same time
/// wherever a wrong signature differs. Neither the age of the date nor the body is looked at.
/// Errors: SignatureDoesNotMatch, MissingDateHeader, InvalidDateHeader.
[[nodiscard]] Result<void> verifySignature(const SignedRequest &request,
                                           const Authorization &authorization,
                                           const QByteArray &secret);

/// The value of the Authorization header for \a request, which must carry all its other headers
/// already.
[[nodiscard]] QByteArray authorizationV2(const SignedRequest &request,
                                         const Credentials &credentials);
/// The same by V4; empty when the request has no valid date header.
[[nodiscard]] QByteArray authorizationV4(const SignedRequest &request,
                                         const Credentials &credentials, QByteArrayView region,
                                         V4Flavour flavour = V4Flavour::Aliyun);

// The steps, for tests and for explaining a refused signature.

/// What a right signature of \a request covers, made as \a authorization was; of several forms that
/// are accepted the first. Empty by V4 when the request has no valid date header.
[[nodiscard]] QByteArray stringToSign(const SignedRequest &request,
                                      const Authorization &authorization);

/// What CanonicalizedResource may be for \a target, in the order to try: as received; with the
/// query decoded; with the query decoded and sorted by name (.NET). Equal ones once.
[[nodiscard]] std::vector<QByteArray> canonicalResources(const QByteArray &target);
[[nodiscard]] QByteArray stringToSignV2(const SignedRequest &request, QByteArrayView resource);
/// Base64
[[nodiscard]] QByteArray signV2(QByteArrayView secret, QByteArrayView stringToSign);

/// \a target: as received, or with its query decoded.
[[nodiscard]] QByteArray canonicalRequestV4(const SignedRequest &request, QByteArrayView target);
/// \a dateTime: "20250603T112348Z".
[[nodiscard]] QByteArray stringToSignV4(QByteArrayView dateTime, QByteArrayView region,
                                        V4Flavour flavour, QByteArrayView canonicalRequest);
/// 32 bytes. \a date: "20250603".
[[nodiscard]] QByteArray signingKeyV4(QByteArrayView secret, QByteArrayView date,
                                      QByteArrayView region, V4Flavour flavour);
/// Lower-case hexadecimal
[[nodiscard]] QByteArray signV4(QByteArrayView signingKey, QByteArrayView stringToSign);

} // namespace Signalbox
