// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "http/chunkscanner.h"
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
/// single line or two, which frames the body: QHttpServer reads heads byte by byte, at the cost of
/// half of a request, and there is only one parser whose reading of them counts. Bodies it leaves
/// where they are.
///
/// The rule it relies on: look() runs first for whatever arrived, then QHttpServer reads, which
/// takes all there is or stops exactly at the end of a request. So what look() finds on the device
/// it has never seen before, and after Whole it looks no further until takeHead(), called when
/// QHttpServer delivers that request.
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
    /// The head of the whole request; the guard starts over with what follows it.
    [[nodiscard]] RequestHead takeHead();

private:
    enum class Stage { Head, Body, Whole, Refused };

    Progress lookForHead(QIODevice &device);
    Progress lookForRestOfHead(QIODevice &device);
    Progress headArrived(QByteArrayView block, qsizetype bytesOnDevice, QIODevice &device);
    Progress lookAtBody(QIODevice &device, qsizetype from);
    Progress refuse(int status);

    const RequestLimits m_limits;
    Stage m_stage = Stage::Head;
    QByteArray m_partialHead; ///< The part of a head that was taken from the device.
    RequestHead m_head;
    ChunkScanner m_chunks;
    qint64 m_bodyBytesLeft = 0;
    int m_refusalStatus = 0;
    bool m_continueDue = false;
};

} // namespace Signalbox
