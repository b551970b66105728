// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>
#include <utility>

namespace Signalbox {

using HeaderList = QList<std::pair<QByteArray, QByteArray>>;

/// One request that brings one message on its way: to an http or https URL, or as a mail to the
/// relay at an smtp or smtps URL.
struct PushCall
{
    QByteArray url; ///< Encoded.
    QByteArray method = "POST"; ///< Of HTTP; a GET has no body.
    HeaderList headers; ///< Sent as spelled; of a mail its envelope, as kMailFrom and kMailTo.
    QByteArray body; ///< Of a mail its whole text.
    QByteArray authorization; ///< The header of that name where it is a secret; empty: none.
    bool isTrusted = false; ///< Whoever runs the broker chose the URL: no address rule holds.

    [[nodiscard]] bool isMail() const { return url.startsWith("smtp"); }
    /// What goes over HTTP, without the authorization: what libcurl would add by itself, and
    /// headers.
    [[nodiscard]] HeaderList sentHeaders() const;
    /// As it may be shown: with all that is sent, the authorization blotted out.
    [[nodiscard]] PushCall withoutSecrets() const;
    /// Where it goes, for people: the URL, of a trusted one only scheme, host and port.
    [[nodiscard]] QString place() const;
};

inline constexpr char kMailFrom[] = "MAIL FROM"; ///< The sender's address.
inline constexpr char kMailTo[] = "RCPT TO"; ///< One recipient's address; as often as it takes.

/// What came of it.
struct PushOutcome
{
    int status = 0; ///< Of HTTP, or SMTP's last reply. 0: there was no answer, error says why.
    QString error; ///< For people; empty when there was an answer that HTTP allows.
    HeaderList headers; ///< Of the answer.
    QByteArray body; ///< Of the answer, its first 4 KiB; of a mail the relay's last line.
    std::chrono::microseconds duration{0};

    /// Any status of the 200s; a redirection is a failure.
    [[nodiscard]] bool isSuccess() const { return status >= 200 && status < 300; }
};

} // namespace Signalbox
