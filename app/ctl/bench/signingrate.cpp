// SPDX-License-Identifier: GPL-3.0-only
#include "bench/signingrate.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include <algorithm>
#include <atomic>
#include <memory>
#include <thread>
#include <vector>

namespace Signalbox::Ctl {

using namespace Qt::StringLiterals;

namespace {

constexpr int kTextBytes = 600; ///< About what a push signs.
constexpr std::size_t kMaxSignatureBytes = 1024;

struct Free
{
    void operator()(BIO *bio) const { BIO_free(bio); }
    void operator()(X509 *certificate) const { X509_free(certificate); }
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
    void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
};
template <typename T>
using Owned = std::unique_ptr<T, Free>;

bool signOnce(EVP_PKEY *key, const std::vector<unsigned char> &text)
{
    const Owned<EVP_MD_CTX> context(EVP_MD_CTX_new());
    unsigned char signature[kMaxSignatureBytes];
    std::size_t size = sizeof signature;
    return EVP_DigestSignInit(context.get(), nullptr, EVP_sha1(), nullptr, key) == 1
        && EVP_DigestSign(context.get(), signature, &size, text.data(), text.size()) == 1;
}

} // namespace

Result<SigningRate> measureSigning(int keyBits, std::chrono::milliseconds duration)
{
    const Owned<EVP_PKEY> key(EVP_RSA_gen(static_cast<unsigned>(keyBits)));
    if (!key)
        return Error{ErrorCode::InternalError, u"OpenSSL could not make a key."_s};
    const std::vector<unsigned char> text(kTextBytes, 'x');
    SigningRate rate;
    rate.threads = std::max(1, int(std::thread::hardware_concurrency()));
    std::atomic<qint64> signatures = 0;
    const auto begin = std::chrono::steady_clock::now();
    std::vector<std::thread> threads;
    threads.reserve(std::size_t(rate.threads));
    for (int i = 0; i < rate.threads; ++i) {
        threads.emplace_back([&] {
            while (std::chrono::steady_clock::now() - begin < duration && signOnce(key.get(), text))
                ++signatures;
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - begin;
    rate.perS = double(signatures) / elapsed.count();
    return rate;
}

std::optional<int> rsaKeyBits(const QByteArray &pem)
{
    const Owned<BIO> bio(BIO_new_mem_buf(pem.constData(), int(pem.size())));
    const Owned<X509> certificate(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
    const EVP_PKEY *key = certificate ? X509_get0_pubkey(certificate.get()) : nullptr;
    if (!key || EVP_PKEY_get_base_id(key) != EVP_PKEY_RSA)
        return {};
    return EVP_PKEY_get_bits(key);
}

} // namespace Signalbox::Ctl
