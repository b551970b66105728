// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QByteArrayView>

namespace Signalbox {

/// Follows the framing of a chunked body as its bytes come by, keeping none of them. Knows where
/// the body ends and how large it is. Chunk extensions are passed over; trailers are refused, since
/// QHttpServer cannot read them.
class ChunkScanner
{
public:
    enum class State { UnderWay, Whole, Malformed };

    /// Looks at the next bytes of the body and returns how many belong to it: all, unless it ended
    /// or broke among them.
    qsizetype scan(QByteArrayView bytes);

    [[nodiscard]] State state() const;
    [[nodiscard]] qint64 bodyBytes() const
    {
        return m_bodyBytes;
    } ///< Announced by the chunk sizes read so far.
    [[nodiscard]] qint64 wireBytes() const
    {
        return m_wireBytes;
    } ///< Scanned so far, framing included.

private:
    enum class Step {
        Size,
        Extension,
        SizeLineFeed,
        Data,
        DataReturn,
        DataLineFeed,
        LastReturn,
        LastLineFeed,
        Whole,
        Malformed
    };

    Step afterSizeCharacter(char c);

    Step m_step = Step::Size;
    int m_sizeDigits = 0;
    qint64 m_chunkBytes = 0;
    qint64 m_bodyBytes = 0;
    qint64 m_wireBytes = 0;
};

} // namespace Signalbox
