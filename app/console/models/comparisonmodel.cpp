// SPDX-License-Identifier: GPL-3.0-only
#include "console/models/comparisonmodel.h"

#include "widgets/table/tableroles.h"

#include <utility>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

QString iconOf(ComparedRow::Kind kind)
{
    switch (kind) {
    case ComparedRow::Kind::Queue:
        return u"inbox"_s;
    case ComparedRow::Kind::Topic:
        return u"radio-tower"_s;
    case ComparedRow::Kind::Subscription:
        break;
    }
    return u"git-fork"_s;
}

} // namespace

ComparisonModel::ComparisonModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

QList<TableColumn> ComparisonModel::columns()
{
    return {{CellKind::Name, 220, true, 0, false, false, false},
            {CellKind::Text, 160, false, 0, true, false, false},
            {CellKind::Text, 190, false, 0, false, false, false},
            {CellKind::Text, 190, false, 0, false, false, false}};
}

void ComparisonModel::setSides(const QString &left, const QString &right)
{
    m_left = left;
    m_right = right;
    emit headerDataChanged(Qt::Horizontal, Left, Right);
}

void ComparisonModel::setRows(const QList<ComparedRow> &rows)
{
    m_all = rows;
    show();
}

void ComparisonModel::setOnlyDifferences(bool only)
{
    m_onlyDifferences = only;
    show();
}

void ComparisonModel::show()
{
    beginResetModel();
    m_shown.clear();
    for (const ComparedRow &row : std::as_const(m_all)) {
        if (row.differs() || !m_onlyDifferences)
            m_shown.append(row);
    }
    endResetModel();
}

int ComparisonModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int ComparisonModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ComparisonModel::text(const ComparedRow &row, int column) const
{
    switch (column) {
    case Name:
        return row.name;
    case Attribute:
        return row.attribute;
    case Left:
        return row.left.isEmpty() ? tr("not there") : row.left;
    default:
        return row.right.isEmpty() ? tr("not there") : row.right;
    }
}

QVariant ComparisonModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ComparedRow &row = m_shown.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return text(row, index.column()).toHtmlEscaped();
    case Qt::AccessibleTextRole:
        //: A row of a comparison: thing, attribute, and its value on either side.
        return index.column() == Name
            ? tr("%1, %2: %3, %4").arg(row.name, row.attribute, text(row, Left), text(row, Right))
            : QVariant();
    case TableRole::IconName:
        return index.column() == Name ? iconOf(row.kind) : QVariant();
    default:
        return {};
    }
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Attribute:
        return tr("Attribute");
    case Left:
        return m_left;
    case Right:
        return m_right;
    default:
        return {};
    }
}

} // namespace Signalbox
