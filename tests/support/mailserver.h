// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <vector>

namespace Signalbox::Test {

/// One mail as it arrived.
struct ReceivedMail
{
    QString user; ///< Who logged in; empty: nobody.
    QString from; ///< Of the envelope.
    QStringList to; ///< Of the envelope.
    QByteArray data; ///< Header and body, line by line.

    /// The unfolded value of the header field \a name; null when there is none.
    [[nodiscard]] QByteArray header(const QByteArray &name) const;
    /// The text, its Base64 undone.
    [[nodiscard]] QByteArray body() const;
};

/// A mail server as a child process (mailserver.py, with Debian's python3-aiosmtpd), with a
/// certificate that nobody trusts.
class MailServer
{
public:
    enum class Tls { Starttls, Implicit, None };

    /// The Python that has aiosmtpd; empty where there is none, and no such server.
    [[nodiscard]] static QString python();

    /// Fails the process when it does not start.
    explicit MailServer(Tls tls = Tls::Starttls);
    ~MailServer();
    MailServer(const MailServer &) = delete;
    MailServer &operator=(const MailServer &) = delete;

    /// The file of its certificate, PEM.
    [[nodiscard]] QString certificateFile() const;
    /// "smtp://127.0.0.1:PORT".
    [[nodiscard]] QString url() const;
    /// Waits until so many have come in all.
    [[nodiscard]] bool waitFor(std::size_t mails);
    [[nodiscard]] const std::vector<ReceivedMail> &mails() const { return m_mails; }

private:
    void read();

    const Tls m_tls;
    QTemporaryDir m_directory;
    QProcess m_process;
    int m_port = 0;
    std::vector<ReceivedMail> m_mails;
};

} // namespace Signalbox::Test
