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

// All that QHttpServer has to know: that there is a request, and how long its body is where it is
// to read one.
constexpr char kHeadWithoutBody[] = "GET / HTTP/1.1\r\n\r\n";

QByteArray headWithBody(qint64 bodyBytes)
{
    return "POST / HTTP/1.1\r\nContent-Length: " + QByteArray::number(bodyBytes) + "\r\n\r\n";
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

HttpRequest RequestGuard::takeKnown()
{
    HttpRequest known = std::move(m_head.request);
    drop();
    known.body.clear();
    return known;
}

RequestGuard::Progress RequestGuard::refuse(int status)
{
    m_stage = Stage::Refused;
    m_partialHead.clear();
    m_refusalStatus = status;
    return Progress::Refused;
}

void RequestGuard::drop()
{
    m_stage = Stage::Refused;
    m_partialHead.clear();
    m_head = {};
}

qint64 RequestGuard::heldBytes() const
{
    switch (m_stage) {
    case Stage::Head:
        return m_partialHead.size();
    case Stage::Body:
        return m_headBytes + m_head.request.body.size();
    case Stage::Whole:
    case Stage::Refused:
        break;
    }
    return 0;
}

RequestGuard::Progress RequestGuard::look(QIODevice &device)
{
    // QHttpServer opens one as soon as it looks, though it found nothing of this request.
    if (m_stage != Stage::Whole && device.isTransactionStarted())
        device.rollbackTransaction();
    switch (m_stage) {
    case Stage::Head:
        return device.bytesAvailable() > 0 ? lookForHead(device) : Progress::NeedsMore;
    case Stage::Body:
        return takeBody(device);
    case Stage::Whole:
        return Progress::Whole;
    case Stage::Refused:
        break;
    }
    return Progress::Refused;
}

RequestGuard::Progress RequestGuard::lookForHead(QIODevice &device)
{
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
    device.skip(bytesOnDevice);
    m_bodyIsTaken = false;
    if (!m_head.hasBody())
        return whole(device, kHeadWithoutBody);
    if (!m_head.chunked && device.bytesAvailable() >= m_head.contentLength)
        return whole(device, headWithBody(m_head.contentLength));
    m_bodyIsTaken = true;
    m_stage = Stage::Body;
    m_headBytes = block.size();
    m_chunks = {};
    return takeBody(device);
}

RequestGuard::Progress RequestGuard::takeBody(QIODevice &device)
{
    if (m_head.chunked)
        return takeChunks(device);
    QByteArray &body = m_head.request.body;
    body += device.read(m_head.contentLength - body.size());
    return body.size() < m_head.contentLength ? Progress::NeedsMore
                                              : whole(device, kHeadWithoutBody);
}

RequestGuard::Progress RequestGuard::takeChunks(QIODevice &device)
{
    const QByteArray peeked = device.peek(device.bytesAvailable());
    device.skip(m_chunks.decode(peeked, m_head.request.body));
    if (m_chunks.state() == ChunkDecoder::State::Malformed)
        return refuse(kBadRequest);
    if (m_chunks.bodyBytes() > m_limits.bodyBytes
        || m_chunks.wireBytes() > m_limits.wireBodyBytes())
        return refuse(kContentTooLarge);
    if (m_chunks.trailerBytes() > m_limits.headerBytes)
        return refuse(kHeaderFieldsTooLarge);
    return m_chunks.state() == ChunkDecoder::State::UnderWay ? Progress::NeedsMore
                                                             : whole(device, kHeadWithoutBody);
}

RequestGuard::Progress RequestGuard::whole(QIODevice &device, const QByteArray &briefHead)
{
    giveBack(device, briefHead);
    m_stage = Stage::Whole;
    return Progress::Whole;
}

} // namespace Signalbox
