// SPDX-License-Identifier: GPL-3.0-only
#include "store/sqlitestatement.h"

namespace Signalbox {

bool SqliteStatement::prepare(const QSqlDatabase &database)
{
    if (m_query)
        return true;
    auto query = std::make_unique<QSqlQuery>(database);
    query->setForwardOnly(true);
    if (!query->prepare(QString::fromLatin1(m_text))) {
        m_error = query->lastError();
        return false;
    }
    m_query = std::move(query);
    return true;
}

int SqliteStatement::execute(const std::function<bool(const QSqlQuery &)> &readRow)
{
    if (!m_query->exec())
        return -1;
    int rows = 0;
    if (m_query->isSelect()) {
        while (m_query->next()) {
            ++rows;
            if (readRow && !readRow(*m_query))
                break;
        }
        if (m_query->lastError().isValid())
            return -1;
    } else {
        rows = m_query->numRowsAffected();
    }
    m_query->finish();
    return rows;
}

} // namespace Signalbox
