// SPDX-License-Identifier: GPL-3.0-only
#include "store/sqlitestatement.h"

namespace Signalbox {

namespace {

template <typename Text>
bool sameText(const QVariant &a, const QVariant &b)
{
    const auto &left = *static_cast<const Text *>(a.constData());
    const auto &right = *static_cast<const Text *>(b.constData());
    return left.isNull() == right.isNull() && left == right;
}

/// Whether SQLite is given the same; to QVariant an empty text and a null one are equal.
bool sameInSql(const QVariant &a, const QVariant &b)
{
    if (a.metaType() != b.metaType())
        return false;
    switch (a.typeId()) {
    case QMetaType::QString:
        return sameText<QString>(a, b);
    case QMetaType::QByteArray:
        return sameText<QByteArray>(a, b);
    default:
        return a == b;
    }
}

} // namespace

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

void SqliteStatement::bind(size_t position, QVariant value)
{
    std::optional<QVariant> &bound = m_bound[position];
    if (bound && sameInSql(*bound, value))
        return;
    m_query->bindValue(static_cast<int>(position), value);
    bound = std::move(value);
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
