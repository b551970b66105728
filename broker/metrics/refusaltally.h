// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/error.h"

#include <QString>

#include <array>
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

    struct Key
    {
        QString accessKeyId;
        quint64 refusals = 0; ///< In the last ten minutes, the current one included.
        ErrorCode lastCode = ErrorCode::InternalError;
        qint64 lastAtMs = 0; ///< System time, Unix milliseconds.
    };

    /// Counts a request that ended in \a code, unless that says nothing of the key.
    void add(const QString &accessKeyId, ErrorCode code, qint64 atMs);
    /// The most refused first, at most \a limit.
    [[nodiscard]] std::vector<Key> recent(qint64 nowMs, size_t limit) const;

private:
    struct Counts
    {
        std::array<quint32, kMinutes> minutes{}; ///< A ring, found by the minute.
        ErrorCode lastCode = ErrorCode::InternalError;
        qint64 lastAtMs = 0;

        /// Sum of those that are not older than kMinutes at \a minute.
        [[nodiscard]] quint64 until(qint64 minute) const;
    };
    void forgetOld(qint64 minute);

    std::map<QString, Counts> m_keys;
};

} // namespace Signalbox
