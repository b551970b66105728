// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/result.h"

#include <QByteArray>

#include <chrono>
#include <optional>

namespace Signalbox::Ctl {

/// How fast this machine signs what pushes are signed with: RSA over SHA-1, nothing else.
struct SigningRate
{
    int threads = 0; ///< As many as the machine has processors, like the broker's.
    double perS = 0; ///< Signatures of all threads.
};

/// Signs a text as long as a push's for \a duration with a fresh key of \a keyBits.
/// Errors: InternalError.
[[nodiscard]] Result<SigningRate> measureSigning(int keyBits, std::chrono::milliseconds duration);

/// Bits of the RSA key in the certificate \a pem; nothing when it holds none.
[[nodiscard]] std::optional<int> rsaKeyBits(const QByteArray &pem);

} // namespace Signalbox::Ctl
