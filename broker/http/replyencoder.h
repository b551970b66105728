// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "http/httpmessage.h"

namespace Signalbox {

/// Writes replies as they go over the wire, each as one buffer, header names as spelled. Used in
/// one thread.
class ReplyEncoder
{
public:
    struct Framing
    {
        bool keepAlive = true; ///< Otherwise "Connection: close" is announced.
        bool withoutBody =
            false; ///< Answering HEAD: Content-Length tells the body's size, the body stays away.
    };

    /// The value of the Server header; empty leaves the header out.
    void setServerName(const QByteArray &serverName);

    [[nodiscard]] QByteArray encode(const HttpReply &reply, Framing framing);

private:
    /// The lines every reply has, made anew once a second: Date and Server.
    const QByteArray &commonLines();

    QByteArray m_serverLine;
    QByteArray m_commonLines;
    qint64 m_commonLinesSecond = -1;
};

/// The reason phrase of \a status, for example "Not Found"; "Unknown" for one that has none.
[[nodiscard]] QByteArrayView reasonPhrase(int status);

} // namespace Signalbox
