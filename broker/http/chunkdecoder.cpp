// SPDX-License-Identifier: GPL-3.0-only
#include "http/chunkdecoder.h"

#include "core/hexdigit.h"
#include "http/httpcharacters.h"

#include <algorithm>

namespace Signalbox {

namespace {

constexpr int kMaxSizeDigits = 8; // 4 GiB a chunk, far above every limit of a body

} // namespace

ChunkDecoder::State ChunkDecoder::state() const
{
    switch (m_step) {
    case Step::Whole:
        return State::Whole;
    case Step::Malformed:
        return State::Malformed;
    default:
        return State::UnderWay;
    }
}

ChunkDecoder::Step ChunkDecoder::afterSizeCharacter(char c)
{
    if (const int digit = hexDigit(c); digit >= 0) {
        if (++m_sizeDigits > kMaxSizeDigits)
            return Step::Malformed;
        m_chunkBytes = m_chunkBytes * 16 + digit;
        return Step::Size;
    }
    return m_sizeDigits > 0 ? afterSize(c) : Step::Malformed;
}

ChunkDecoder::Step ChunkDecoder::afterSize(char c)
{
    if (c == '\r')
        return Step::SizeLineFeed;
    if (c == ';')
        return Step::Extension;
    return isBlank(c) ? Step::BlankAfterSize : Step::Malformed;
}

ChunkDecoder::Step ChunkDecoder::afterSizeLine() const
{
    return m_chunkBytes > 0 ? Step::Data : Step::TrailerStart;
}

ChunkDecoder::Step ChunkDecoder::after(char c)
{
    const auto expect = [c](char expected, Step next) {
        return c == expected ? next : Step::Malformed;
    };
    const auto unlessForbidden = [c](Step next) {
        return isForbiddenInValue(c) ? Step::Malformed : next;
    };
    switch (m_step) {
    case Step::Size:
        return afterSizeCharacter(c);
    case Step::BlankAfterSize:
        return afterSize(c);
    case Step::Extension:
        return c == '\r' ? Step::SizeLineFeed : unlessForbidden(Step::Extension);
    case Step::SizeLineFeed:
        m_bodyBytes += m_chunkBytes;
        return expect('\n', afterSizeLine());
    case Step::DataReturn:
        return expect('\r', Step::DataLineFeed);
    case Step::DataLineFeed:
        m_sizeDigits = 0;
        return expect('\n', Step::Size);
    case Step::TrailerStart:
        if (c == '\r')
            return Step::LastLineFeed;
        return isTokenCharacter(c) ? Step::TrailerName : Step::Malformed;
    case Step::TrailerName:
        if (c == ':')
            return Step::TrailerValue;
        return isTokenCharacter(c) ? Step::TrailerName : Step::Malformed;
    case Step::TrailerValue:
        return c == '\r' ? Step::TrailerLineFeed : unlessForbidden(Step::TrailerValue);
    case Step::TrailerLineFeed:
        return expect('\n', Step::TrailerStart);
    case Step::LastLineFeed:
        return expect('\n', Step::Whole);
    case Step::Data:
    case Step::Whole:
    case Step::Malformed:
        break;
    }
    Q_UNREACHABLE();
}

qsizetype ChunkDecoder::decode(QByteArrayView bytes, QByteArray &body)
{
    qsizetype at = 0;
    while (at < bytes.size() && state() == State::UnderWay) {
        if (m_step == Step::Data) {
            const qsizetype length = std::min<qint64>(m_chunkBytes, bytes.size() - at);
            body.append(bytes.sliced(at, length));
            at += length;
            m_chunkBytes -= length;
            if (m_chunkBytes == 0)
                m_step = Step::DataReturn;
            continue;
        }
        m_trailerBytes += m_step >= Step::TrailerStart;
        m_step = after(bytes[at++]);
    }
    m_wireBytes += at;
    return at;
}

} // namespace Signalbox
