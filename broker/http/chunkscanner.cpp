// SPDX-License-Identifier: GPL-3.0-only
#include "http/chunkscanner.h"

namespace Signalbox {

namespace {

constexpr int kMaxSizeDigits = 8; // 4 GiB a chunk, far above every limit of a body

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

} // namespace

ChunkScanner::State ChunkScanner::state() const
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

ChunkScanner::Step ChunkScanner::afterSizeCharacter(char c)
{
    if (const int digit = hexDigit(c); digit >= 0) {
        if (++m_sizeDigits > kMaxSizeDigits)
            return Step::Malformed;
        m_chunkBytes = m_chunkBytes * 16 + digit;
        return Step::Size;
    }
    if (m_sizeDigits == 0)
        return Step::Malformed;
    if (c == '\r')
        return Step::SizeLineFeed;
    return c == ';' ? Step::Extension : Step::Malformed;
}

qsizetype ChunkScanner::scan(QByteArrayView bytes)
{
    const auto expect = [](char c, char expected, Step next) {
        return c == expected ? next : Step::Malformed;
    };
    qsizetype at = 0;
    while (at < bytes.size() && state() == State::UnderWay) {
        if (m_step == Step::Data) {
            const qsizetype step = std::min<qint64>(m_chunkBytes, bytes.size() - at);
            at += step;
            m_chunkBytes -= step;
            if (m_chunkBytes == 0)
                m_step = Step::DataReturn;
            continue;
        }
        const char c = bytes[at++];
        switch (m_step) {
        case Step::Size:
            m_step = afterSizeCharacter(c);
            break;
        case Step::Extension:
            if (c == '\r')
                m_step = Step::SizeLineFeed;
            else if (c == '\n')
                m_step = Step::Malformed;
            break;
        case Step::SizeLineFeed:
            m_bodyBytes += m_chunkBytes;
            m_step = expect(c, '\n', m_chunkBytes > 0 ? Step::Data : Step::LastReturn);
            break;
        case Step::DataReturn:
            m_step = expect(c, '\r', Step::DataLineFeed);
            break;
        case Step::DataLineFeed:
            m_sizeDigits = 0;
            m_chunkBytes = 0;
            m_step = expect(c, '\n', Step::Size);
            break;
        case Step::LastReturn:
            m_step = expect(c, '\r', Step::LastLineFeed);
            break;
        case Step::LastLineFeed:
            m_step = expect(c, '\n', Step::Whole);
            break;
        case Step::Data:
        case Step::Whole:
        case Step::Malformed:
            Q_UNREACHABLE();
        }
    }
    m_wireBytes += at;
    return at;
}

} // namespace Signalbox
