// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QAbstractTableModel>
#include <QList>

#include <algorithm>
#include <utility>

namespace Signalbox {

/// What tables of records say that grow at the top while somebody may read further down.
class NewestFirstModelBase : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    /// Nothing comes in at the top until it is released again.
    virtual void setHeld(bool held) = 0;
    /// Brings in what waits, held or not.
    virtual void takeWaiting() = 0;
    [[nodiscard]] virtual int waitingCount() const = 0;

signals:
    void waitingCountChanged();
};

/// Records, newest first, \a Most of them at most. While it is held, what arrives waits. Filling
/// the cells is left to the table. GUI thread.
template <typename Record, int Most>
class NewestFirstModel : public NewestFirstModelBase
{
public:
    using NewestFirstModelBase::NewestFirstModelBase;

    /// \a records are newer than all before, newest first.
    void prepend(const QList<Record> &records)
    {
        if (!m_held)
            return insert(0, records);
        m_waiting = records + m_waiting;
        m_waiting.resize(std::min<qsizetype>(m_waiting.size(), Most));
        emit waitingCountChanged();
    }
    /// \a records are older than all before, newest first.
    void append(const QList<Record> &records) { insert(int(m_rows.size()), records); }
    void clear()
    {
        beginResetModel();
        for (const Record &record : std::as_const(m_rows))
            counted(record, -1);
        m_rows.clear();
        m_waiting.clear();
        endResetModel();
        emit waitingCountChanged();
    }
    /// The record of \a row reads differently now.
    void replace(int row, const Record &record)
    {
        counted(m_rows.at(row), -1);
        m_rows[row] = record;
        counted(record, 1);
        emit dataChanged(index(row, 0), index(row, columnCount() - 1));
    }
    void remove(int row)
    {
        beginRemoveRows({}, row, row);
        counted(m_rows.at(row), -1);
        m_rows.removeAt(row);
        endRemoveRows();
    }
    void setHeld(bool held) override
    {
        m_held = held;
        if (!held)
            takeWaiting();
    }
    void takeWaiting() override
    {
        if (m_waiting.isEmpty())
            return;
        insert(0, std::exchange(m_waiting, {}));
        emit waitingCountChanged();
    }
    [[nodiscard]] int waitingCount() const override { return int(m_waiting.size()); }
    [[nodiscard]] const QList<Record> &rows() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }
    /// Texts in another language: every cell reads differently.
    void retranslate()
    {
        emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
        if (!m_rows.isEmpty())
            emit dataChanged(index(0, 0), index(int(m_rows.size()) - 1, columnCount() - 1));
    }

protected:
    /// \a record is there (\a step 1) or gone (-1): for sums over all rows.
    virtual void counted(const Record &record, int step) = 0;

private:
    void insert(int row, const QList<Record> &records)
    {
        if (records.isEmpty())
            return;
        const int added = int(records.size());
        beginInsertRows({}, row, row + added - 1);
        m_rows.insert(row, added, Record());
        std::ranges::copy(records, m_rows.begin() + row);
        for (const Record &record : records)
            counted(record, 1);
        endInsertRows();
        dropOldest();
    }
    void dropOldest()
    {
        const int last = int(m_rows.size()) - 1;
        if (last < Most)
            return;
        beginRemoveRows({}, Most, last);
        for (int row = Most; row <= last; ++row)
            counted(m_rows.at(row), -1);
        m_rows.resize(Most);
        endRemoveRows();
    }

    QList<Record> m_rows;
    QList<Record> m_waiting; ///< Newest first.
    bool m_held = false;
};

} // namespace Signalbox
