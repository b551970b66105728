// SPDX-License-Identifier: GPL-3.0-only
#include "push/pushkey.h"

#include "core/wholefile.h"

#include <QDir>
#include <QFile>

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr long kValidS = 60L * 60 * 24 * 3650;
constexpr QFileDevice::Permissions kOwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr QFileDevice::Permissions kForAll =
    kOwnerOnly | QFileDevice::ReadGroup | QFileDevice::ReadOther;

QString keyPathIn(const QString &directory)
{
    return QDir(directory).filePath(QString::fromLatin1(PushKey::kKeyFileName));
}

QString certificatePathIn(const QString &directory)
{
    return QDir(directory).filePath(QString::fromLatin1(PushKey::kCertificateFileName));
}

struct Free
{
    void operator()(BIO *bio) const { BIO_free(bio); }
    void operator()(X509 *certificate) const { X509_free(certificate); }
    void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
};
using Bio = std::unique_ptr<BIO, Free>;
using Certificate = std::unique_ptr<X509, Free>;

std::shared_ptr<EVP_PKEY> owned(EVP_PKEY *key)
{
    return {key, [](EVP_PKEY *pointer) { EVP_PKEY_free(pointer); }};
}

QByteArray contentOf(const Bio &bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return {data, qsizetype(size)};
}

Bio bioOf(const QByteArray &content)
{
    return Bio(BIO_new_mem_buf(content.constData(), int(content.size())));
}

QByteArray keyText(EVP_PKEY *key)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
    return contentOf(bio);
}

/// Named as the certificate of the service is; receivers do not look at its times.
QByteArray certificateText(EVP_PKEY *key)
{
    const Certificate certificate(X509_new());
    X509_set_version(certificate.get(), X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), 0);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), kValidS);
    X509_set_pubkey(certificate.get(), key);
    X509_NAME *name = X509_get_subject_name(certificate.get());
    const auto add = [name](const char *field, const char *value) {
        X509_NAME_add_entry_by_txt(name, field, MBSTRING_ASC,
                                   reinterpret_cast<const unsigned char *>(value), -1, -1, 0);
    };
    add("O", "Signalbox");
    add("OU", "Mns");
    add("CN", "notify");
    X509_set_issuer_name(certificate.get(), name);
    if (X509_sign(certificate.get(), key, EVP_sha256()) == 0)
        return {};
    const Bio bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(bio.get(), certificate.get());
    return contentOf(bio);
}

/// What the file at \a path holds; nothing where there is none, or nothing in it, as a full disk
/// may leave it. Errors: InternalError.
Result<std::optional<QByteArray>> readFile(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return std::optional<QByteArray>();
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::InternalError,
                     u"%1 cannot be read: %2"_s.arg(path, file.errorString())};
    QByteArray content = file.readAll();
    return content.isEmpty() ? std::optional<QByteArray>() : std::optional(std::move(content));
}

Result<void> writeFile(const QString &path, const QByteArray &content,
                       QFileDevice::Permissions permissions)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.setPermissions(permissions)
        && writeAndCommit(file, content))
        return {};
    return Error{ErrorCode::InternalError,
                 u"%1 cannot be written: %2"_s.arg(path, file.errorString())};
}

} // namespace

Result<std::optional<PushKey>> PushKey::open(const QString &directory)
{
    const QString keyPath = keyPathIn(directory);
    const QString certificatePath = certificatePathIn(directory);
    const Result<std::optional<QByteArray>> keyPem = readFile(keyPath);
    if (!keyPem)
        return keyPem.error();
    const Result<std::optional<QByteArray>> certificatePem = readFile(certificatePath);
    if (!certificatePem)
        return certificatePem.error();
    if (!*keyPem && !*certificatePem)
        return std::optional<PushKey>();
    Key key = *keyPem
        ? owned(PEM_read_bio_PrivateKey(bioOf(**keyPem).get(), nullptr, nullptr, nullptr))
        : Key();
    if (!key) {
        return Error{
            ErrorCode::InternalError,
            u"%1 holds no private key for pushes. Bring it back, or remove %2 too, and both "
            u"are made anew at the next start."_s.arg(keyPath, certificatePath)};
    }
    if (!*certificatePem) {
        const QByteArray made = certificateText(key.get());
        if (Result<void> written = writeFile(certificatePath, made, kForAll); !written)
            return written.error();
        return std::optional(PushKey(std::move(key), made));
    }
    const Certificate certificate(
        PEM_read_bio_X509(bioOf(**certificatePem).get(), nullptr, nullptr, nullptr));
    if (!certificate || X509_check_private_key(certificate.get(), key.get()) != 1) {
        return Error{
            ErrorCode::InternalError,
            u"%1 is not the certificate of the key in %2. Remove it, and one is made at the "
            u"next start."_s.arg(certificatePath, keyPath)};
    }
    return std::optional(PushKey(std::move(key), **certificatePem));
}

Result<PushKey> PushKey::create(const QString &directory, int bits)
{
    Key key = owned(EVP_RSA_gen(static_cast<unsigned>(bits)));
    const QByteArray certificate = key ? certificateText(key.get()) : QByteArray();
    if (certificate.isEmpty())
        return Error{ErrorCode::InternalError, u"OpenSSL could not make a key for pushes."_s};
    if (Result<void> written = writeFile(keyPathIn(directory), keyText(key.get()), kOwnerOnly);
        !written)
        return written.error();
    if (Result<void> written = writeFile(certificatePathIn(directory), certificate, kForAll);
        !written)
        return written.error();
    return PushKey(std::move(key), certificate);
}

Result<PushKey> PushKey::openOrCreate(const QString &directory, int bits)
{
    const Result<std::optional<PushKey>> opened = open(directory);
    if (!opened)
        return opened.error();
    return *opened ? **opened : create(directory, bits);
}

QByteArray PushKey::sign(const QByteArray &text) const
{
    const std::unique_ptr<EVP_MD_CTX, Free> context(EVP_MD_CTX_new());
    EVP_MD_CTX_set_flags(context.get(), EVP_MD_CTX_FLAG_FINALISE); // It is used once.
    QByteArray signature(EVP_PKEY_get_size(m_key.get()), Qt::Uninitialized);
    auto size = static_cast<std::size_t>(signature.size());
    if (EVP_DigestSignInit(context.get(), nullptr, EVP_sha1(), nullptr, m_key.get()) != 1
        || EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size,
                          reinterpret_cast<const unsigned char *>(text.constData()),
                          static_cast<std::size_t>(text.size()))
            != 1)
        return {};
    signature.truncate(qsizetype(size));
    return signature.toBase64();
}

} // namespace Signalbox
