// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/table/tablecolumn.h"

#include <QHeaderView>

namespace Signalbox {

/// Column titles, 32 px, with the sort arrow beside the words instead of at the far edge.
class TableHeader : public QHeaderView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TableHeader)
public:
    explicit TableHeader(QWidget *parent = nullptr);
    ~TableHeader() override;

    void setColumns(const QList<TableColumn> &columns);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;
    void paintEvent(QPaintEvent *event) override;

private:
    QList<TableColumn> m_columns;
};

} // namespace Signalbox
