// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "protocol/signature.h"

#include <QVarLengthArray>

#include <algorithm>

/// What the two versions of the signature need of each other; of no use outside.
namespace Signalbox {

[[nodiscard]] inline Error signatureMismatch()
{
    return {ErrorCode::SignatureDoesNotMatch,
            QStringLiteral("The signature differs from the one computed here.")};
}

[[nodiscard]] bool verifyV2(const SignedRequest &request, const V2Authorization &authorization,
                            const QByteArray &secret);
[[nodiscard]] Result<void> verifyV4(const SignedRequest &request,
                                    const V4Authorization &authorization, const QByteArray &secret);

/// Empty when the request has no valid date header.
[[nodiscard]] QByteArray stringToSignV4(const SignedRequest &request,
                                        const V4Authorization &authorization);

/// "name:value\n" of every header whose name \a isSigned accepts, by name; values trimmed.
template <typename Predicate>
void appendSignedHeaders(QByteArray &text, const SignedRequest &request, Predicate isSigned)
{
    QVarLengthArray<const SignedRequest::Header *, 16> headers;
    for (const SignedRequest::Header &header : request.headers) {
        if (isSigned(QByteArrayView(header.first)))
            headers.append(&header);
    }
    std::stable_sort(headers.begin(), headers.end(),
                     [](const auto *a, const auto *b) { return a->first < b->first; });
    for (const SignedRequest::Header *header : headers) {
        text.append(header->first).append(':');
        text.append(QByteArrayView(header->second).trimmed()).append('\n');
    }
}

} // namespace Signalbox
