// SPDX-License-Identifier: GPL-3.0-only
#include "http/requestguard.h"

#include <QIODevice>
#include <QVarLengthArray>

namespace Signalbox {

namespace {

constexpr int kBadRequest = 400;
constexpr int kContentTooLarge = 413;
constexpr int kHeaderFieldsTooLarge = 431;
constexpr qint64 kFirstLookBytes = 2048; // most heads fit

/// All that QHttpServer has to know of \a head: that there is a request, and how its body is
/// framed.
QByteArray briefHead(const RequestHead &head)
{
    if (head.chunked)
        return "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n";
    if (head.contentLength == 0)
        return "GET / HTTP/1.1\r\n\r\n";
    return "POST / HTTP/1.1\r\nContent-Length: " + QByteArray::number(head.contentLength)
        + "\r\n\r\n";
}

void giveBack(QIODevice &device, const QByteArray &bytes)
{
    for (auto byte = bytes.crbegin(); byte != bytes.crend(); ++byte)
        device.ungetChar(*byte);
}

qsizetype leadingLineEnds(QByteArrayView bytes)
{
    const auto first =
        std::find_if(bytes.begin(), bytes.end(), [](char c) { return c != '\r' && c != '\n'; });
    return first - bytes.begin();
}

} // namespace

bool RequestGuard::isUnderWay() const
{
    return m_stage == Stage::Body || (m_stage == Stage::Head && !m_partialHead.isEmpty());
}

bool RequestGuard::takeContinueDue()
{
    return std::exchange(m_continueDue, false);
}

RequestHead RequestGuard::takeHead()
{
    Q_ASSERT(m_stage == Stage::Whole);
    m_stage = Stage::Head;
    m_continueDue = false;
    return std::move(m_head);
}

RequestGuard::Progress RequestGuard::refuse(int status)
{
    m_stage = Stage::Refused;
    m_refusalStatus = status;
    m_partialHead.clear();
    return Progress::Refused;
}

RequestGuard::Progress RequestGuard::look(QIODevice &device)
{
    switch (m_stage) {
    case Stage::Head:
        return device.bytesAvailable() > 0 ? lookForHead(device) : Progress::NeedsMore;
    case Stage::Body:
        return lookAtBody(device, 0);
    case Stage::Whole:
        return Progress::Whole;
    case Stage::Refused:
        break;
    }
    return Progress::Refused;
}

RequestGuard::Progress RequestGuard::lookForHead(QIODevice &device)
{
    // QHttpServer opens one as soon as it looks, though it found nothing of this request.
    if (device.isTransactionStarted())
        device.rollbackTransaction();
    if (!m_partialHead.isEmpty())
        return lookForRestOfHead(device);

    const qint64 available = device.bytesAvailable();
    const qint64 mostUseful = std::min(available, m_limits.headerBytes + 1);
    QVarLengthArray<char, kFirstLookBytes> peeked;
    qsizetype searched = 0;
    for (qint64 want = std::min(mostUseful, kFirstLookBytes);; want = mostUseful) {
        peeked.resize(want);
        peeked.resize(std::max<qint64>(device.peek(peeked.data(), want), 0));
        // Some clients send an empty line too many after a request.
        const qsizetype skipped = leadingLineEnds(peeked);
        const QByteArrayView fresh = QByteArrayView(peeked).sliced(skipped);
        if (const qsizetype end = findHeadEnd(fresh, searched); end >= 0)
            return headArrived(fresh.first(end), skipped + end, device);
        if (want < mostUseful) {
            searched = fresh.size();
            continue;
        }
        m_partialHead = fresh.toByteArray();
        device.skip(peeked.size());
        return peeked.size() < available ? refuse(kHeaderFieldsTooLarge) : Progress::NeedsMore;
    }
}

RequestGuard::Progress RequestGuard::lookForRestOfHead(QIODevice &device)
{
    const qint64 available = device.bytesAvailable();
    const qsizetype before = m_partialHead.size();
    const qint64 want = std::min(available, m_limits.headerBytes - before + 1);
    m_partialHead += device.peek(want);
    if (const qsizetype end = findHeadEnd(m_partialHead, before); end >= 0) {
        const QByteArray block = std::exchange(m_partialHead, {});
        return headArrived(QByteArrayView(block).first(end), end - before, device);
    }
    device.skip(m_partialHead.size() - before);
    return m_partialHead.size() > m_limits.headerBytes ? refuse(kHeaderFieldsTooLarge)
                                                       : Progress::NeedsMore;
}

RequestGuard::Progress RequestGuard::headArrived(QByteArrayView block, qsizetype bytesOnDevice,
                                                 QIODevice &device)
{
    if (block.size() > m_limits.headerBytes)
        return refuse(kHeaderFieldsTooLarge);
    if (const std::optional<int> status = parseRequestHead(block, m_head))
        return refuse(*status);
    if (m_head.contentLength > m_limits.bodyBytes)
        return refuse(kContentTooLarge);
    m_continueDue = m_head.expectsContinue;
    m_bodyBytesLeft = m_head.contentLength;
    m_chunks = {};
    m_stage = m_head.hasBody() ? Stage::Body : Stage::Whole;
    device.skip(bytesOnDevice);
    const QByteArray brief = briefHead(m_head);
    giveBack(device, brief);
    return m_head.hasBody() ? lookAtBody(device, brief.size()) : Progress::Whole;
}

RequestGuard::Progress RequestGuard::lookAtBody(QIODevice &device, qsizetype from)
{
    const qint64 fresh = device.bytesAvailable() - from;
    if (m_head.chunked) {
        const QByteArray peeked = device.peek(device.bytesAvailable());
        m_chunks.scan(QByteArrayView(peeked).sliced(std::min(from, peeked.size())));
        if (m_chunks.state() == ChunkScanner::State::Malformed)
            return refuse(kBadRequest);
        if (m_chunks.bodyBytes() > m_limits.bodyBytes
            || m_chunks.wireBytes() > m_limits.wireBodyBytes())
            return refuse(kContentTooLarge);
        if (m_chunks.state() == ChunkScanner::State::UnderWay)
            return Progress::NeedsMore;
    } else {
        m_bodyBytesLeft -= std::min(fresh, m_bodyBytesLeft);
        if (m_bodyBytesLeft > 0)
            return Progress::NeedsMore;
    }
    m_stage = Stage::Whole;
    return Progress::Whole;
}

} // namespace Signalbox
