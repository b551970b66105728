// SPDX-License-Identifier: GPL-3.0-only
#include "store/pagereader.h"

#include "core/logging.h"

namespace Signalbox {

PageReader::PageReader(QString directory, std::unique_ptr<SqlDialect> dialect, Report report)
    : m_directory(std::move(directory))
    , m_report(std::move(report))
    , m_sql(std::move(dialect))
    , m_mailbox(this)
    , m_incoming([this] { m_mailbox.post([this] { runIncoming(); }); })
{
}

PageReader::~PageReader() = default;

void PageReader::close()
{
    runIncoming();
    m_sql->close();
    m_open = false;
}

void PageReader::runIncoming()
{
    for (const Read &read : m_incoming.takeAll()) {
        if (!m_open) {
            const Result<void> opened =
                m_sql->open(m_directory, Durability::Normal, SqlDialect::Access::ReadOnly);
            m_open = opened.ok();
            if (!m_open)
                qCWarning(logStore, "Pages cannot be read: %s",
                          qUtf8Printable(opened.error().message));
        }
        Completion completion = read(m_open ? m_sql.get() : nullptr);
        if (m_open && m_sql->failure()) { // a fresh connection for the next read
            m_sql->close();
            m_open = false;
        }
        m_report(std::move(completion));
    }
}

} // namespace Signalbox
