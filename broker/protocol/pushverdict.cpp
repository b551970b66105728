// SPDX-License-Identifier: GPL-3.0-only
#include "protocol/pushverdict.h"

#include "protocol/pushsignature.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <memory>

namespace Signalbox {

namespace {

struct Free
{
    void operator()(BIO *bio) const { BIO_free(bio); }
    void operator()(X509 *certificate) const { X509_free(certificate); }
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
    void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
};

std::unique_ptr<EVP_PKEY, Free> publicKeyOf(const QByteArray &certificate)
{
    const std::unique_ptr<BIO, Free> bio(
        BIO_new_mem_buf(certificate.constData(), int(certificate.size())));
    const std::unique_ptr<X509, Free> read(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
    return std::unique_ptr<EVP_PKEY, Free>(read ? X509_get_pubkey(read.get()) : nullptr);
}

bool isSignatureOf(const QByteArray &signature, const QByteArray &text, EVP_PKEY &key)
{
    const auto bytes = [](const QByteArray &array) {
        return reinterpret_cast<const unsigned char *>(array.constData());
    };
    const std::unique_ptr<EVP_MD_CTX, Free> context(EVP_MD_CTX_new());
    return EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha1(), nullptr, &key) == 1
        && EVP_DigestVerify(context.get(), bytes(signature), std::size_t(signature.size()),
                            bytes(text), std::size_t(text.size()))
        == 1;
}

bool isMd5Of(const QByteArray &md5, const QByteArray &body)
{
    return md5 == pushContentMd5(body, PushMd5Form::Base64Hex)
        || md5 == pushContentMd5(body, PushMd5Form::UpperHex);
}

} // namespace

PushVerdict verifyPush(const ReceivedRequest &push, const QByteArray &certificate)
{
    PushToSign toSign;
    toSign.requestUri = push.requestUri;
    QByteArray signature;
    for (const auto &[name, value] : push.headers) {
        const QByteArray lower = name.toLower();
        if (lower == "content-md5")
            toSign.contentMd5 = value;
        else if (lower == "content-type")
            toSign.contentType = value;
        else if (lower == "date")
            toSign.date = value;
        else if (lower == "authorization")
            signature = QByteArray::fromBase64(value);
        else if (lower.startsWith("x-mns-"))
            toSign.mnsHeaders.append({lower, value});
    }
    if (signature.isEmpty())
        return PushVerdict::Unsigned;
    if (!toSign.contentMd5.isEmpty() && !isMd5Of(toSign.contentMd5, push.body))
        return PushVerdict::BodyDiffers;
    const std::unique_ptr<EVP_PKEY, Free> key = publicKeyOf(certificate);
    if (!key)
        return PushVerdict::NoCertificate;
    return isSignatureOf(signature, pushStringToSign(toSign), *key) ? PushVerdict::Valid
                                                                    : PushVerdict::SignatureDiffers;
}

} // namespace Signalbox
