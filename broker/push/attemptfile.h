// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "push/attemptlog.h"

#include <QFile>
#include <QString>

#include <chrono>
#include <vector>

namespace Signalbox {

/// Attempts on disk, each a CBOR map behind its length: in the file that grows, and the one before
/// it. When the first is half of what may be kept, in size or in age, it takes the other's place.
/// Nothing waits for the disk: what was written last is lost with the power. One thread at a time.
class AttemptFile
{
public:
    struct Options
    {
        QString directory;
        qint64 maxBytes = AttemptLog::kMaxBytes;
        std::chrono::milliseconds maxAge = std::chrono::hours(7 * 24);
    };

    explicit AttemptFile(Options options);

    /// Everything kept that is not too old at \a nowMs (system time), in the order of writing. A
    /// torn end, as a killed process leaves it, is cut off.
    [[nodiscard]] std::vector<PushAttempt> load(qint64 nowMs);
    /// What cannot be written is left out, with one warning until it works again.
    void append(const std::vector<PushAttempt> &attempts, qint64 nowMs);

private:
    [[nodiscard]] QString path(const char *name) const;
    /// Whether the file that grows is open.
    [[nodiscard]] bool open();
    void rotateIfFull(qint64 nowMs);
    void write(const QByteArray &records);

    const Options m_options;
    QFile m_file;
    qint64 m_firstAtMs = 0; ///< Of the oldest attempt in it; 0: it is empty.
    bool m_hasWarned = false;
};

} // namespace Signalbox
