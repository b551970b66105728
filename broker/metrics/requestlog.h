// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/error.h"
#include "protocol/signaturemismatch.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <optional>
#include <vector>

namespace Signalbox {

/// One answered request.
struct LoggedRequest
{
    quint64 id = 0; ///< Rises by one; given by the log.
    qint64 timeMs = 0; ///< System time of its arrival, Unix milliseconds.
    const char *operation = ""; ///< A literal: "SendMessage", or empty when no route matched.
    QByteArray method;
    QByteArray resource; ///< The request target as it came.
    QString accessKeyId; ///< As claimed, verified or not.
    QString address;
    QString agent;
    QByteArray requestId;
    int status = 0;
    bool refused = false; ///< Finding a queue empty does not count as refused.
    std::optional<Error> error; ///< Why there is no better answer.
    SignatureMismatch mismatch; ///< Empty unless signatures differed.
    std::chrono::microseconds duration{0}; ///< From its last byte to the reply, waiting included.
};

/// The last requests, for people who look for why something was refused. Bounded in number and in
/// bytes: long texts are cut, and only the newest strings to sign are kept. Lives in the HTTP
/// thread.
class RequestLog
{
public:
    static constexpr size_t kMaxEntries = 10'000;
    static constexpr qsizetype kMaxTextBytes = 512;
    static constexpr qsizetype kMaxStringToSignBytes = qsizetype(8) * 1024;
    static constexpr qsizetype kMaxAllStringsToSignBytes = qsizetype(1024) * 1024;

    void add(LoggedRequest request);

    /// Entries with an id above \a after and below \a before (0: of any), newest first, at most
    /// \a limit.
    [[nodiscard]] std::vector<LoggedRequest>
    newest(size_t limit, quint64 after = 0, bool refusedOnly = false, quint64 before = 0) const;
    [[nodiscard]] quint64 lastId() const { return m_lastId; }

private:
    [[nodiscard]] LoggedRequest &entry(quint64 id) { return m_entries[id % kMaxEntries]; }
    void boundStringsToSign();

    std::vector<LoggedRequest> m_entries; ///< A ring, found by id.
    quint64 m_lastId = 0;
    quint64 m_oldestStringToSign = 1; ///< No entry before this id has one.
    qsizetype m_stringToSignBytes = 0;
};

} // namespace Signalbox
