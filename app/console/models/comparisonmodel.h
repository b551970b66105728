// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/models/brokercomparison.h"
#include "widgets/table/tablecolumn.h"

#include <QAbstractTableModel>

namespace Signalbox {

/// Two brokers side by side.
class ComparisonModel : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ComparisonModel)

public:
    enum Column { Name, Attribute, Left, Right, ColumnCount };

    explicit ComparisonModel(QObject *parent = nullptr);

    [[nodiscard]] static QList<TableColumn> columns();
    /// What the two are called.
    void setSides(const QString &left, const QString &right);
    void setRows(const QList<ComparedRow> &rows);
    void setOnlyDifferences(bool only);
    /// Shown or not.
    [[nodiscard]] const QList<ComparedRow> &all() const { return m_all; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    void show();
    [[nodiscard]] QString text(const ComparedRow &row, int column) const;

    QString m_left;
    QString m_right;
    QList<ComparedRow> m_all;
    QList<ComparedRow> m_shown;
    bool m_onlyDifferences = true;
};

} // namespace Signalbox
