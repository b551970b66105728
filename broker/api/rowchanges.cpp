// SPDX-License-Identifier: GPL-3.0-only
#include "api/rowchanges.h"

#include <algorithm>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

QString nameOf(const QJsonObject &row)
{
    return row.value("name"_L1).toString();
}

} // namespace

void RowChanges::compare(Rows &known, const std::vector<QJsonObject> &rows)
{
    ++m_last;
    for (const QJsonObject &object : rows) {
        Row &row = known[nameOf(object)];
        const std::size_t hash = qHash(object);
        if (row.change == 0 || row.isGone || row.hash != hash)
            row.change = m_last;
        row.hash = hash;
        row.seen = m_last;
        row.isGone = false;
    }
    std::size_t removals = 0;
    for (auto &[name, row] : known) {
        if (row.seen != m_last && !row.isGone) {
            row.isGone = true;
            row.change = m_last;
        }
        removals += row.isGone ? 1 : 0;
    }
    if (removals > kRememberedRemovals) {
        std::erase_if(known, [](const auto &entry) { return entry.second.isGone; });
        m_first = m_last; // who asks with an earlier cursor would not hear of them
    }
}

RowChanges::Changed RowChanges::since(quint64 cursor, const QString &account,
                                      const std::vector<QJsonObject> &rows)
{
    Changed changed;
    changed.reset = cursor < m_first || cursor > m_last;
    Rows &known = m_accounts[account];
    compare(known, rows);
    changed.reset = changed.reset || cursor < m_first;
    changed.cursor = m_last;
    for (const QJsonObject &row : rows) {
        if (changed.reset || known[nameOf(row)].change > cursor)
            changed.rows.append(row);
    }
    for (const auto &[name, row] : known) {
        if (!changed.reset && row.isGone && row.change > cursor)
            changed.removed.append(name);
    }
    return changed;
}

} // namespace Signalbox
