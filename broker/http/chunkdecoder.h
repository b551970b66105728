// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QByteArray>

namespace Signalbox {

/// Takes a chunked body (RFC 9112 §7.1) out of its framing as its bytes come by. Keeps the body
/// alone: blanks behind a chunk's size, extensions and trailer fields are checked and dropped. The
/// framing is read to the letter: whatever two parsers could read in two ways is malformed.
class ChunkDecoder
{
public:
    enum class State { UnderWay, Whole, Malformed };

    /// Looks at the next bytes, appends to \a body what belongs there, and returns how many bytes
    /// it took: all, unless the body ended or broke among them.
    qsizetype decode(QByteArrayView bytes, QByteArray &body);

    [[nodiscard]] State state() const;
    /// Announced by the chunk sizes read so far.
    [[nodiscard]] qint64 bodyBytes() const { return m_bodyBytes; }
    /// Taken so far, framing included.
    [[nodiscard]] qint64 wireBytes() const { return m_wireBytes; }
    /// Of these, behind the last chunk.
    [[nodiscard]] qint64 trailerBytes() const { return m_trailerBytes; }

private:
    enum class Step {
        Size,
        BlankAfterSize,
        Extension,
        SizeLineFeed,
        Data,
        DataReturn,
        DataLineFeed,
        TrailerStart,
        TrailerName,
        TrailerValue,
        TrailerLineFeed,
        LastLineFeed,
        Whole,
        Malformed
    };

    [[nodiscard]] Step after(char c);
    [[nodiscard]] Step afterSizeCharacter(char c);
    [[nodiscard]] static Step afterSize(char c);
    [[nodiscard]] Step afterSizeLine() const;

    Step m_step = Step::Size;
    int m_sizeDigits = 0;
    qint64 m_chunkBytes = 0;
    qint64 m_bodyBytes = 0;
    qint64 m_wireBytes = 0;
    qint64 m_trailerBytes = 0;
};

} // namespace Signalbox
