// SPDX-License-Identifier: GPL-3.0-only
#include "mailserver.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <memory>

namespace Signalbox::Test {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 20'000;
constexpr long kValidS = 86'400;

struct Free
{
    void operator()(BIO *bio) const { BIO_free(bio); }
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
    void operator()(X509 *certificate) const { X509_free(certificate); }
};

template <typename Write>
void writePem(const QString &path, Write write)
{
    const std::unique_ptr<BIO, Free> bio(BIO_new_file(path.toUtf8().constData(), "w"));
    if (!bio || write(bio.get()) != 1)
        qFatal("The mail server's certificate cannot be written.");
}

/// A key and a certificate that it signed itself, as PEM files.
void makeCertificate(const QString &certificatePath, const QString &keyPath)
{
    const std::unique_ptr<EVP_PKEY, Free> key(EVP_EC_gen("P-256"));
    const std::unique_ptr<X509, Free> certificate(X509_new());
    X509_set_version(certificate.get(), X509_VERSION_3);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -kValidS);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), kValidS);
    X509_set_pubkey(certificate.get(), key.get());
    X509_NAME *name = X509_get_subject_name(certificate.get());
    const unsigned char host[] = "127.0.0.1";
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, host, -1, -1, 0);
    X509_set_issuer_name(certificate.get(), name);
    X509_sign(certificate.get(), key.get(), EVP_sha256());
    writePem(certificatePath, [&](BIO *bio) { return PEM_write_bio_X509(bio, certificate.get()); });
    writePem(keyPath, [&](BIO *bio) {
        return PEM_write_bio_PrivateKey(bio, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    });
}

bool hasAiosmtpd(const QString &python)
{
    QProcess process;
    process.start(python, {u"-c"_s, u"import aiosmtpd"_s});
    return process.waitForFinished(kPatienceMs) && process.exitStatus() == QProcess::NormalExit
        && process.exitCode() == 0;
}

} // namespace

QByteArray ReceivedMail::header(const QByteArray &name) const
{
    QByteArray head = data.first(data.indexOf("\r\n\r\n") + 2);
    head.replace("\r\n ", " ");
    for (const QByteArray &line : head.split('\n')) {
        if (line.startsWith(name + ": "))
            return line.sliced(name.size() + 2).trimmed();
    }
    return {};
}

QByteArray ReceivedMail::body() const
{
    return QByteArray::fromBase64(data.sliced(data.indexOf("\r\n\r\n") + 4));
}

QString MailServer::python()
{
    static const QString found = [] {
        // Debian's packages are its own Python's, whichever other stands before it.
        for (const QString &candidate : {u"python3"_s, u"/usr/bin/python3"_s}) {
            if (hasAiosmtpd(candidate))
                return candidate;
        }
        return QString();
    }();
    return found;
}

MailServer::MailServer(Tls tls)
    : m_tls(tls)
{
    const QString certificate = certificateFile();
    const QString key = m_directory.filePath(u"key.pem"_s);
    makeCertificate(certificate, key);
    QStringList arguments{QStringLiteral(MAIL_SERVER), certificate, key};
    if (tls == Tls::Implicit)
        arguments.append(u"--implicit-tls"_s);
    else if (tls == Tls::None)
        arguments.append(u"--no-tls"_s);
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(python(), arguments);
    if (!QTest::qWaitFor([this] { return m_process.canReadLine(); }, kPatienceMs))
        qFatal("The mail server does not start.");
    m_port = m_process.readLine().trimmed().toInt();
}

MailServer::~MailServer()
{
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(kPatienceMs))
        m_process.kill();
}

QString MailServer::certificateFile() const
{
    return m_directory.filePath(u"certificate.pem"_s);
}

QString MailServer::url() const
{
    const QString scheme = m_tls == Tls::Implicit ? u"smtps"_s : u"smtp"_s;
    return u"%1://127.0.0.1:%2"_s.arg(scheme).arg(m_port);
}

bool MailServer::waitFor(std::size_t mails)
{
    const auto isThere = [&] {
        read();
        return m_mails.size() >= mails;
    };
    return QTest::qWaitFor(isThere, kPatienceMs);
}

void MailServer::read()
{
    while (m_process.canReadLine()) {
        const QJsonObject line = QJsonDocument::fromJson(m_process.readLine()).object();
        ReceivedMail mail;
        mail.user = line.value("user"_L1).toString();
        mail.from = line.value("from"_L1).toString();
        for (const QJsonValue &address : line.value("to"_L1).toArray())
            mail.to.append(address.toString());
        mail.data = line.value("data"_L1).toString().toUtf8();
        m_mails.push_back(std::move(mail));
    }
}

} // namespace Signalbox::Test
