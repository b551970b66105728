// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QAbstractTableModel>
#include <QList>

#include <algorithm>
#include <utility>

namespace Signalbox {

/// Rows with a name, by name, some hundreds of them. Fresh ones are merged, so that selection and
/// scroll position survive. Filling the cells is left to the table. GUI thread.
template <typename Row>
class ByNameModel : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    /// \a rows, by name, are all there are.
    void replaceAll(const QList<Row> &rows)
    {
        removeAllBut(rows);
        for (int row = 0; row < rows.size(); ++row)
            put(row, rows.at(row));
    }
    [[nodiscard]] const QList<Row> &rows() const { return m_rows; }
    /// The row \a name; null when there is none. Valid until the next event.
    [[nodiscard]] const Row *find(const QString &name) const
    {
        const auto at = std::ranges::lower_bound(m_rows, name, {}, &Row::name);
        return at != m_rows.end() && at->name == name ? &*at : nullptr;
    }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }
    /// Texts in another language: every cell reads differently.
    void retranslate()
    {
        emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
        changed(0, int(m_rows.size()) - 1);
    }

protected:
    /// Cells from row \a first to row \a last read differently now.
    void changed(int first, int last)
    {
        if (first <= last)
            emit dataChanged(index(first, 0), index(last, columnCount() - 1));
    }

private:
    void removeAllBut(const QList<Row> &rows)
    {
        for (int row = int(m_rows.size()) - 1; row >= 0; --row) {
            if (std::ranges::binary_search(rows, m_rows.at(row).name, {}, &Row::name))
                continue;
            beginRemoveRows({}, row, row);
            m_rows.removeAt(row);
            endRemoveRows();
        }
    }
    void put(int row, const Row &fresh)
    {
        if (row >= m_rows.size() || m_rows.at(row).name != fresh.name) {
            beginInsertRows({}, row, row);
            m_rows.insert(row, fresh);
            endInsertRows();
        } else if (m_rows.at(row) != fresh) {
            m_rows[row] = fresh;
            changed(row, row);
        }
    }

    QList<Row> m_rows;
};

} // namespace Signalbox
