// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/table/tablecolumn.h"

#include <QAbstractTableModel>

namespace Signalbox {

/// A few made-up rows that use every role of tableroles.h.
class SampleQueues : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit SampleQueues(int rows, QObject *parent = nullptr);

    static QList<TableColumn> columns();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    int m_rows;
};

} // namespace Signalbox
