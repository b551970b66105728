// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

#include <array>
#include <memory>
#include <optional>

struct evp_pkey_st; // OpenSSL's EVP_PKEY

namespace Signalbox {

/// The RSA key that signs pushes, and the certificate receivers check them with. Made once per data
/// directory and kept there. A value that is cheap to copy; any thread may sign.
class PushKey
{
public:
    static constexpr std::array kSizes{1024, 2048, 3072, 4096}; ///< In bits.
    static constexpr int kDefaultBits = 2048;
    static constexpr auto kKeyFileName = "push-key.pem"; ///< Readable by its owner alone.
    static constexpr auto kCertificateFileName = "push-cert.pem";

    /// Key and certificate of \a directory; nothing where neither is there. A certificate alone
    /// that is missing is made anew. Errors: InternalError with a sentence for people, for what is
    /// damaged, cannot be read, or does not belong together.
    [[nodiscard]] static Result<std::optional<PushKey>> open(const QString &directory);
    /// Makes both in \a directory, in place of what is there, with a key of \a bits, which takes a
    /// moment. Errors: InternalError with a sentence for people.
    [[nodiscard]] static Result<PushKey> create(const QString &directory, int bits = kDefaultBits);
    /// What is there, whatever its size, or new ones.
    [[nodiscard]] static Result<PushKey> openOrCreate(const QString &directory,
                                                      int bits = kDefaultBits);

    /// X.509, self-signed, PEM.
    [[nodiscard]] const QByteArray &certificate() const { return m_certificate; }
    /// RSA PKCS #1 v1.5 over the SHA-1 of \a text, in Base64 on one line.
    [[nodiscard]] QByteArray sign(const QByteArray &text) const;

private:
    using Key = std::shared_ptr<evp_pkey_st>;

    PushKey(Key key, QByteArray certificate)
        : m_key(std::move(key))
        , m_certificate(std::move(certificate))
    {
    }

    Key m_key;
    QByteArray m_certificate;
};

} // namespace Signalbox
