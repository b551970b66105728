// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace Signalbox {

/// One prepared statement, prepared on first use and kept. A run binds its values in order, reads
/// its rows and resets the statement, so that none is left open when the transaction ends.
/// QSqlQuery keeps what was bound and spends more on binding a value than SQLite on using it, so
/// only values that differ from the last run are bound.
class SqliteStatement
{
public:
    explicit SqliteStatement(const char *text)
        : m_text(text)
    {
    }

    /// Runs with the values given; \a readRow, when given, once per row while it returns true. The
    /// number of rows changed, or read; -1 on failure, described in lastError().
    template <typename... Values>
    int run(const QSqlDatabase &database, const std::function<bool(const QSqlQuery &)> &readRow,
            Values &&...values)
    {
        if (!prepare(database))
            return -1;
        size_t position = 0;
        m_bound.resize(sizeof...(values));
        (bind(position++, QVariant(std::forward<Values>(values))), ...);
        return execute(readRow);
    }

    [[nodiscard]] QSqlError lastError() const { return m_query ? m_query->lastError() : m_error; }

private:
    bool prepare(const QSqlDatabase &database);
    void bind(size_t position, QVariant value);
    int execute(const std::function<bool(const QSqlQuery &)> &readRow);

    const char *m_text;
    std::unique_ptr<QSqlQuery> m_query;
    std::vector<std::optional<QVariant>> m_bound;
    QSqlError m_error;
};

} // namespace Signalbox
