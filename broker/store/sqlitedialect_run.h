// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "store/sqlitedialect.h"
#include "store/sqlitestatement.h"

namespace Signalbox {

/// An empty text, which a column that is never null wants, whatever kind of empty \a text is.
inline QString notNull(const QString &text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

/// Runs \a statement unless something has failed before, and keeps its failure. The number of rows,
/// 0 on failure.
template <typename... Values>
int SqliteDialect::run(SqliteStatement &statement, const RowReader &readRow, Values &&...values)
{
    if (m_failure)
        return 0;
    const int rows = statement.run(m_database, readRow, std::forward<Values>(values)...);
    if (rows >= 0)
        return rows;
    fail(statement.lastError());
    return 0;
}

} // namespace Signalbox
