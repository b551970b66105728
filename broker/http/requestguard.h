// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "http/chunkdecoder.h"
#include "http/requesthead.h"

class QIODevice;

namespace Signalbox {

/// How much one request may take.
struct RequestLimits
{
    qint64 headerBytes = 0; ///< Request line and header fields together.
    qint64 bodyBytes = 0;

    /// Bytes a body may take on the wire: chunk framing may cost up to a quarter of the limit, plus
    /// 64 KiB.
    [[nodiscard]] qint64 wireBodyBytes() const { return bodyBytes + bodyBytes / 4 + 64 * 1024; }
};

/// Looks at the bytes of one connection before QHttpServer takes them: reads each request's head,
/// and refuses at once what is malformed or too large. In place of the head it leaves one of a
/// single line or two: QHttpServer reads heads byte by byte, at the cost of half of a request, and
/// there is only one parser whose reading of them counts. A body of a known length that is there
/// with its head stays where it is, framed by that short head. Any other the guard takes itself:
/// what comes in pieces, which QHttpServer would hold twice, and chunks, of which its parser knows
/// only the plainest.
///
/// The rule it relies on: look() runs first for whatever arrived, then QHttpServer reads, which
/// finds a whole request or nothing and stops exactly at the end of it. After Whole the guard looks
/// no further until takeHead(), called when QHttpServer delivers that request.
class RequestGuard
{
public:
    enum class Progress {
        NeedsMore, ///< Nothing yet, or a request under way.
        Whole, ///< A request is there to its last byte.
        Refused, ///< Answer refusalStatus() and close: nothing behind this point can be read.
    };

    explicit RequestGuard(const RequestLimits &limits)
        : m_limits(limits)
    {
    }

    Progress look(QIODevice &device);

    [[nodiscard]] int refusalStatus() const { return m_refusalStatus; }
    /// A first byte was seen, the last one not.
    [[nodiscard]] bool isUnderWay() const;
    [[nodiscard]] bool isWhole() const { return m_stage == Stage::Whole; }
    /// True once, when a client that waits for 100 Continue should get it.
    [[nodiscard]] bool takeContinueDue();
    /// The head of the whole request, with its body where bodyIsTaken(); the guard starts over with
    /// what follows it.
    [[nodiscard]] RequestHead takeHead();
    /// The body of the whole request is here and not on the device.
    [[nodiscard]] bool bodyIsTaken() const { return m_bodyIsTaken; }
    /// What could be read of a request that gets no further: method, target and headers, as far as
    /// it went. Nothing more is kept or read.
    [[nodiscard]] HttpRequest takeKnown();

    /// Bytes kept of a request under way.
    [[nodiscard]] qint64 heldBytes() const;
    /// Lets go of them: nothing more will be read.
    void drop();

private:
    enum class Stage { Head, Body, Whole, Refused };

    Progress lookForHead(QIODevice &device);
    Progress lookForRestOfHead(QIODevice &device);
    Progress headArrived(QByteArrayView block, qsizetype bytesOnDevice, QIODevice &device);
    Progress takeBody(QIODevice &device);
    Progress takeChunks(QIODevice &device);
    Progress whole(QIODevice &device, const QByteArray &briefHead);
    Progress refuse(int status);

    const RequestLimits m_limits;
    Stage m_stage = Stage::Head;
    QByteArray m_partialHead; ///< The part of a head that was taken from the device.
    RequestHead m_head; ///< Of the request under way, with what was taken of its body.
    qint64 m_headBytes = 0; ///< On the wire.
    ChunkDecoder m_chunks;
    int m_refusalStatus = 0;
    bool m_continueDue = false;
    bool m_bodyIsTaken = false;
};

} // namespace Signalbox
