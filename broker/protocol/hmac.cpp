// SPDX-License-Identifier: GPL-3.0-only
#include "protocol/hmac.h"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <memory>

namespace Signalbox {

namespace {

struct Deleter
{
    void operator()(EVP_MAC *mac) const { EVP_MAC_free(mac); }
    void operator()(EVP_MAC_CTX *context) const { EVP_MAC_CTX_free(context); }
};

/// HMAC with one digest, ready for the next key. The library looks the algorithm up by name only
/// once, here: the one-shot HMAC() of OpenSSL 3 does it on every call.
class Hmac
{
public:
    explicit Hmac(const char *digestName)
    {
        const std::unique_ptr<EVP_MAC, Deleter> mac(
            EVP_MAC_fetch(nullptr, OSSL_MAC_NAME_HMAC, nullptr));
        m_context.reset(mac ? EVP_MAC_CTX_new(mac.get()) : nullptr);
        // The interface takes a pointer to non-const, the library does not write to it.
        OSSL_PARAM parameters[] = {OSSL_PARAM_construct_utf8_string(
                                       OSSL_MAC_PARAM_DIGEST, const_cast<char *>(digestName), 0),
                                   OSSL_PARAM_construct_end()};
        if (m_context && EVP_MAC_CTX_set_params(m_context.get(), parameters) != 1)
            m_context.reset();
    }

    QByteArray sign(QByteArrayView key, QByteArrayView data)
    {
        unsigned char digest[EVP_MAX_MD_SIZE];
        std::size_t size = 0;
        // A null key would mean the one before.
        const char *keyBytes = key.isEmpty() ? "" : key.data();
        const bool signedAll = m_context
            && EVP_MAC_init(m_context.get(), reinterpret_cast<const unsigned char *>(keyBytes),
                            static_cast<std::size_t>(key.size()), nullptr)
                == 1
            && EVP_MAC_update(m_context.get(), reinterpret_cast<const unsigned char *>(data.data()),
                              static_cast<std::size_t>(data.size()))
                == 1
            && EVP_MAC_final(m_context.get(), digest, &size, sizeof digest) == 1;
        if (!signedAll)
            return {};
        return QByteArray(reinterpret_cast<const char *>(digest), static_cast<qsizetype>(size));
    }

private:
    std::unique_ptr<EVP_MAC_CTX, Deleter> m_context;
};

} // namespace

QByteArray hmacSha1(QByteArrayView key, QByteArrayView data)
{
    thread_local Hmac hmac("SHA1"); // A cache of the library's, not state of ours.
    return hmac.sign(key, data);
}

QByteArray hmacSha256(QByteArrayView key, QByteArrayView data)
{
    thread_local Hmac hmac("SHA256");
    return hmac.sign(key, data);
}

bool equalInConstantTime(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size()
        && CRYPTO_memcmp(a.data(), b.data(), static_cast<std::size_t>(a.size())) == 0;
}

} // namespace Signalbox
