// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "protocol/signature.h"

namespace Signalbox {

/// Where a client went wrong in signing.
enum class SigningMistake {
    Unknown, ///< None that is known; the secret is probably another one.
    ContentType, ///< Signed another Content-Type than it sent.
    ContentMd5, ///< Signed another Content-MD5 than it sent.
    Date, ///< Signed x-mns-date in place of Date.
    Headers, ///< Left signed headers out, or wrote them otherwise.
    Resource, ///< Signed another path or query than it sent.
    Method, ///< Signed the method in lower case.
    Lines, ///< Joined the lines otherwise.
    Secret, ///< The right secret with something around it.
    Digest, ///< The right string to sign, with another hash or encoding.
};

/// Why a signature was refused, for people. To be kept from the client.
struct SignatureMismatch
{
    QByteArray stringToSign; ///< What a right signature would have covered.
    SigningMistake mistake = SigningMistake::Unknown;
    QByteArray clientStringToSign; ///< What the client's covered; empty unless the mistake is
                                   ///< known.
    int variantsTried = 0;
};

/// Looks for the mistake that leads from \a request, its \a body and \a secret to the signature in
/// \a authorization, by making mistakes that clients are known to make until one fits. Takes well
/// under a millisecond for bodies of 64 KiB.
[[nodiscard]] SignatureMismatch explainMismatch(const SignedRequest &request, QByteArrayView body,
                                                const Authorization &authorization,
                                                const QByteArray &secret);

/// As the admin API calls it: "contentType"; empty for Unknown.
[[nodiscard]] QByteArray nameOf(SigningMistake mistake);
/// Unknown for any other name.
[[nodiscard]] SigningMistake signingMistake(QByteArrayView name);

} // namespace Signalbox
