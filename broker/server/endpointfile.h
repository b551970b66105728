// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QString>

#include <optional>

namespace Signalbox {

/// What a data directory says about the broker that has it: enough to find it, not to be let in.
struct RunningEndpoint
{
    QString endpoint; ///< As clients of this machine reach it: http://127.0.0.1:9324
    QString accessKeyId; ///< The secret is not written.

    bool operator==(const RunningEndpoint &) const = default;
};

/// A small file beside the lock of a data directory that says where its broker answers, for another
/// process that finds the lock taken. It is there while the object lives; nothing depends on it.
class EndpointFile
{
public:
    static constexpr auto kFileName = "signalbox.endpoint";

    /// For who holds the lock of \a directory. What an earlier broker left there goes at once.
    explicit EndpointFile(const QString &directory);
    ~EndpointFile();
    EndpointFile(const EndpointFile &) = delete;
    EndpointFile &operator=(const EndpointFile &) = delete;

    void write(const RunningEndpoint &endpoint);

    /// What stands in \a directory; absent where nothing readable does. Means something only while
    /// the lock is held.
    [[nodiscard]] static std::optional<RunningEndpoint> read(const QString &directory);

private:
    QString m_path;
};

} // namespace Signalbox
