// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "protocol/signature.h"
#include "rawclient.h"

#include <QByteArray>
#include <QJsonObject>

#include <vector>

namespace Signalbox::Test {

/// The key every broker answers to unless told otherwise.
inline const Credentials kDevelopmentKey{"local-id", "local-secret", {}};

/// One request, before and after signing: what a test changes in between goes out as it is.
struct ClientRequest
{
    QByteArray method;
    QByteArray target;
    QByteArray body;
    std::vector<SignedRequest::Header> headers; ///< Names in lower case.

    /// With Host, Date and x-mns-version, and with Content-Length and Content-Type if it has a
    /// body.
    [[nodiscard]] static ClientRequest make(const QByteArray &method, const QByteArray &target,
                                            const QByteArray &body = {});

    ClientRequest &set(const QByteArray &name, const QByteArray &value);
    ClientRequest &remove(const QByteArray &name);
    /// Base64 of the hexadecimal digits, as most SDKs send it.
    ClientRequest &addContentMd5();
    ClientRequest &signV2(const Credentials &credentials = kDevelopmentKey);
    ClientRequest &signV4(const QByteArray &region,
                          const Credentials &credentials = kDevelopmentKey);
    [[nodiscard]] QByteArray bytes() const;

private:
    [[nodiscard]] SignedRequest signedParts() const;
};

/// Bytes over a socket to a broker on this machine, signed with the development key.
class SignedClient
{
public:
    explicit SignedClient(quint16 port)
        : m_raw(port)
    {
    }

    /// Sends \a request as it is and waits for its reply. Status 0 when none came.
    RawReply exchange(const ClientRequest &request);
    /// The same, signed by V2.
    RawReply call(const QByteArray &method, const QByteArray &target, const QByteArray &body = {});
    /// A call of the admin API below its prefix, with Content-MD5 when it has a body.
    RawReply admin(const QByteArray &method, const QByteArray &path, const QByteArray &body = {});

    /// Sends without waiting; next() takes the replies in order.
    void send(const ClientRequest &request);
    RawReply next();

    [[nodiscard]] RawClient &raw() { return m_raw; }

private:
    RawClient m_raw;
    qsizetype m_repliesTaken = 0;
};

/// The text of the first element \a name in \a document; null when there is none.
[[nodiscard]] QByteArray elementText(const QByteArray &document, const QByteArray &name);
/// The Code of an Error document, or of the admin API's error object.
[[nodiscard]] QByteArray errorCode(const RawReply &reply);
[[nodiscard]] QJsonObject json(const RawReply &reply);
/// \a document with what differs from run to run replaced: ids by ID, receipt handles by HANDLE,
/// request ids by REQUEST, and the host by HOST.
[[nodiscard]] QByteArray generalised(const QByteArray &document);

} // namespace Signalbox::Test
