// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/metrics.h"
#include "widgets/table/celldelegate.h"
#include "widgets/table/datatable.h"
#include "widgets/table/tableheader.h"
#include "widgets/theme.h"

#include <QDataStream>
#include <QIODevice>
#include <QMenu>

#include <algorithm>
#include <utility>

// Which columns show and how wide, chosen by the window's width and by people.

namespace Signalbox {

namespace {

constexpr quint32 kLayoutVersion = 2;

} // namespace

void DataTable::setColumns(const QList<TableColumn> &columns)
{
    m_layout.setColumns(columns);
    m_header->setColumns(columns);
    m_delegate->setColumns(columns);
    layOutColumns();
}

void DataTable::addColumnChoice(QMenu &menu)
{
    //: Which columns a table shows; followed by their titles.
    fillColumnChoice(*menu.addMenu(tr("Columns")));
}

void DataTable::fillColumnChoice(QMenu &menu)
{
    for (int column = 0; column < m_layout.columns().size(); ++column) {
        if (!m_layout.canHide(column))
            continue;
        QAction *choice = menu.addAction(model()->headerData(column, Qt::Horizontal).toString());
        choice->setCheckable(true);
        choice->setChecked(m_layout.isChosen(column));
        connect(choice, &QAction::toggled, this, [this, column](bool chosen) {
            m_layout.setChosen(column, chosen);
            layOutColumns();
        });
    }
    menu.addSeparator();
    menu.addAction(tr("Default columns"), this, [this] {
        m_layout.reset();
        layOutColumns();
    });
}

QByteArray DataTable::saveLayout() const
{
    QByteArray layout;
    QDataStream stream(&layout, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    stream << kLayoutVersion << qint32(m_header->sortIndicatorSection())
           << qint32(m_header->sortIndicatorOrder());
    m_layout.save(stream);
    return layout;
}

bool DataTable::restoreLayout(const QByteArray &layout)
{
    QDataStream stream(layout);
    stream.setVersion(QDataStream::Qt_6_0);
    quint32 version = 0;
    qint32 section = -1;
    qint32 order = 0;
    stream >> version >> section >> order;
    if (stream.status() != QDataStream::Ok || version != kLayoutVersion
        || section >= m_layout.columns().size() || !m_layout.restore(stream))
        return false;
    layOutColumns();
    if (section >= 0 && isSortingEnabled())
        sortByColumn(section, order == 0 ? Qt::AscendingOrder : Qt::DescendingOrder);
    return true;
}

void DataTable::layOutColumns()
{
    const QList<TableColumn> &columns = m_layout.columns();
    if (m_layingOut || !model() || columns.isEmpty() || m_header->count() != columns.size())
        return;
    m_layingOut = true;
    const QList<int> widths = m_layout.widths(viewport()->width(), m_edgePadding);
    for (int i = 0; i < columns.size(); ++i) {
        setColumnHidden(i, widths.at(i) == 0);
        m_header->setSectionResizeMode(
            i, columns.at(i).stretch ? QHeaderView::Fixed : QHeaderView::Interactive);
        if (widths.at(i) > 0)
            setColumnWidth(i, widths.at(i));
    }
    m_layingOut = false;
}

} // namespace Signalbox
