// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/channel.h"
#include "core/mailbox.h"
#include "core/result.h"
#include "store/sqldialect.h"

#include <QObject>

#include <functional>
#include <memory>

namespace Signalbox {

/// The connection that reads pages, on snapshots of its own, while the writer writes. Lives in the
/// reader's thread.
class PageReader : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PageReader)

public:
    using Completion = std::function<void()>;
    /// A read: takes the connection (null when it cannot be opened), gives what to run in the
    /// store's thread.
    using Read = std::function<Completion(SqlDialect *)>;
    using Report = std::function<void(Completion)>;

    PageReader(QString directory, std::unique_ptr<SqlDialect> dialect, Report report);
    ~PageReader() override;

    /// From any thread.
    void submit(Read read) { m_incoming.send(std::move(read)); }
    /// Calls into the reader's thread.
    [[nodiscard]] Mailbox &mailbox() { return m_mailbox; }

    /// In the reader's thread.
    void close();

private:
    void runIncoming();

    const QString m_directory;
    const Report m_report;
    const std::unique_ptr<SqlDialect> m_sql;
    Mailbox m_mailbox;
    Channel<Read> m_incoming;
    bool m_open = false;
};

} // namespace Signalbox
