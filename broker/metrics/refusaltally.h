// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/error.h"
#include "metrics/hourlyhistory.h"

#include <QString>

#include <map>
#include <vector>

namespace Signalbox {

/// How often each access key was refused of late, for what it is, may or has signed: a key that is
/// refused again and again is an app that does not work. Lives in the HTTP thread.
class RefusalTally
{
public:
    static constexpr int kMinutes = 10;
    /// Keys are as claimed, so that anybody can make them up: further ones are not counted.
    static constexpr size_t kMaxKeys = 256;
    static constexpr qsizetype kMaxKeyLength = 128; ///< What is longer is cut.

    struct Key
    {
        QString accessKeyId;
        qint64 refusals = 0; ///< In the last ten minutes, the current one included.
        ErrorCode lastCode = ErrorCode::InternalError;
        qint64 lastAtMs = 0; ///< System time, Unix milliseconds.
    };

    /// Counts a request that ended in \a code, unless that says nothing of the key.
    void add(const QString &accessKeyId, ErrorCode code, qint64 atMs);
    /// \a seconds ended, and with them \a minutes.
    void close(qint64 seconds, qint64 minutes);
    /// The most refused first, at most \a limit.
    [[nodiscard]] std::vector<Key> recent(size_t limit) const;

private:
    struct Refusals
    {
        HourlyCount count;
        ErrorCode lastCode = ErrorCode::InternalError;
        qint64 lastAtMs = 0;
    };

    std::map<QString, Refusals> m_keys;
};

} // namespace Signalbox
