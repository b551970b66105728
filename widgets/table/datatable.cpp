// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/table/datatable.h"

#include "widgets/metrics.h"
#include "widgets/table/celldelegate.h"
#include "widgets/table/tableheader.h"
#include "widgets/table/tableroles.h"
#include "widgets/table/waitnotice.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDataStream>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <array>
#include <utility>

namespace Signalbox {

namespace {

constexpr std::array kSkeletonWidths = {0.62, 0.48, 0.4, 0.55, 0.35, 0.5}; // of names, by row

/// A cell for tab-separated text: what would break the table becomes a space.
QString tsvCell(QString text)
{
    for (QChar &c : text) {
        if (c == u'\t' || c == u'\n' || c == u'\r')
            c = u' ';
    }
    return text;
}

} // namespace

DataTable::DataTable(QWidget *parent)
    : QTableView(parent)
    , m_header(new TableHeader(this))
    , m_delegate(new CellDelegate(this))
    , m_waitNotice(new WaitNotice(viewport()))
    , m_edgePadding(Metrics::kPageMargin)
{
    setHorizontalHeader(m_header);
    setItemDelegate(m_delegate);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
    m_skeletonDelay.setSingleShot(true);
    m_skeletonDelay.setInterval(Metrics::kSkeletonDelayMs);
    connect(&m_skeletonDelay, &QTimer::timeout, viewport(), qOverload<>(&QWidget::update));
    connect(m_header, &QHeaderView::sectionResized, this, [this](int column, int, int width) {
        // A hidden column shrinks to nothing whenever the model sorts: nobody asked for that width.
        if (m_layingOut || width == 0 || column >= m_layout.columns().size()
            || m_layout.columns().at(column).stretch)
            return;
        m_layout.setWidth(column, width);
        layOutColumns();
    });
    m_header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_header, &QWidget::customContextMenuRequested, this, [this](const QPoint &position) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillColumnChoice(*menu);
        menu->popup(m_header->mapToGlobal(position));
    });
    applyTheme();
}

DataTable::~DataTable() = default;

void DataTable::setRowKind(RowKind kind)
{
    m_rowKind = kind;
    m_delegate->setTwoLine(kind == RowKind::TwoLine);
    applyTheme();
}

void DataTable::setEdgePadding(int pixels)
{
    m_edgePadding = pixels;
    m_header->setProperty("signalboxEdgePadding", pixels);
    layOutColumns();
    viewport()->update();
}

void DataTable::setLoading(bool loading)
{
    if (m_loading == loading)
        return;
    m_loading = loading;
    m_waitNotice->setWaiting(loading && (!model() || model()->rowCount() == 0));
    if (loading)
        m_skeletonDelay.start();
    else
        m_skeletonDelay.stop();
    viewport()->update();
}

bool DataTable::isSkeletonShown() const
{
    return m_loading && !m_skeletonDelay.isActive() && (!model() || model()->rowCount() == 0);
}

QString DataTable::toTsv(const QModelIndexList &rows) const
{
    if (!model())
        return {};
    QList<int> columns;
    QStringList heading;
    for (int visual = 0; visual < m_header->count(); ++visual) {
        const int column = m_header->logicalIndex(visual);
        if (m_header->isSectionHidden(column)
            || m_layout.columns().value(column).kind == CellKind::Spark)
            continue;
        columns << column;
        heading << tsvCell(model()->headerData(column, Qt::Horizontal).toString());
    }
    QList<int> numbers;
    for (const QModelIndex &index : rows)
        numbers << index.row();
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    QStringList lines{heading.join(u'\t')};
    for (const int row : std::as_const(numbers)) {
        QStringList cells;
        for (const int column : std::as_const(columns)) {
            const QModelIndex index = model()->index(row, column, rootIndex());
            const QVariant copy = index.data(TableRole::Copy);
            cells << tsvCell((copy.isValid() ? copy : index.data(Qt::DisplayRole)).toString());
        }
        lines << cells.join(u'\t');
    }
    return lines.join(u'\n') + u'\n';
}

QModelIndexList DataTable::selectedRowsInOrder() const
{
    if (!selectionModel())
        return {};
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    return rows;
}

void DataTable::setModel(QAbstractItemModel *model)
{
    if (this->model())
        disconnect(this->model(), &QAbstractItemModel::rowsRemoved, this, nullptr);
    QTableView::setModel(model);
    if (model) {
        // After the header's own, which has to know the new height.
        connect(model, &QAbstractItemModel::rowsRemoved, this, [this] {
            if (const auto place = std::exchange(m_placeAfter, std::nullopt))
                scrollToPlace(*place);
        });
    }
    layOutColumns();
}

void DataTable::keyboardSearch(const QString &search)
{
    // Typing finds by the first column, whichever cell is current.
    if (model() && currentIndex().column() > 0)
        selectionModel()->setCurrentIndex(currentIndex().siblingAtColumn(0),
                                          QItemSelectionModel::NoUpdate);
    QTableView::keyboardSearch(search);
}

void DataTable::copySelection() const
{
    const QModelIndexList rows = selectedRowsInOrder();
    if (!rows.isEmpty())
        QApplication::clipboard()->setText(toTsv(rows));
}

void DataTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    layOutColumns();
}

void DataTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (isSkeletonShown())
        paintSkeleton();
}

void DataTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyTheme();
}

void DataTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        return;
    }
    if (event->key() == Qt::Key_Escape && selectedRowsInOrder().size() > 1) {
        setCurrentIndex(currentIndex());
        return;
    }
    // A table of rows: Home and End are the first and last row, not the ends of this one.
    if ((event->key() == Qt::Key_Home || event->key() == Qt::Key_End) && model()
        && event->modifiers() == Qt::NoModifier && model()->rowCount() > 0) {
        setCurrentIndex(model()->index(event->key() == Qt::Key_Home ? 0 : model()->rowCount() - 1,
                                       std::max(0, currentIndex().column())));
        return;
    }
    QTableView::keyPressEvent(event);
}

void DataTable::mouseMoveEvent(QMouseEvent *event)
{
    QTableView::mouseMoveEvent(event);
    setHoveredRow(rowAt(int(event->position().y())));
}

bool DataTable::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        setHoveredRow(-1);
    return QTableView::viewportEvent(event);
}

void DataTable::contextMenuEvent(QContextMenuEvent *event)
{
    QModelIndex index;
    QPoint position = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard) {
        index = currentIndex();
        const QRect cell = visualRect(index.siblingAtColumn(m_header->logicalIndexAt(0)));
        position = viewport()->mapToGlobal(cell.bottomLeft() + QPoint(Metrics::kPageMargin, 0));
    } else {
        index = indexAt(viewport()->mapFromGlobal(event->globalPos()));
    }
    if (index.isValid())
        emit rowMenuRequested(index, position);
}

void DataTable::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    if (!currentIndex().isValid() && model() && model()->rowCount() > 0)
        selectionModel()->setCurrentIndex(model()->index(0, 0), QItemSelectionModel::NoUpdate);
    viewport()->update();
}

void DataTable::focusOutEvent(QFocusEvent *event)
{
    QTableView::focusOutEvent(event);
    viewport()->update();
}

void DataTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    emit selectedCountChanged(int(selectionModel()->selectedRows().size()));
}

void DataTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    // The focus lines run through the whole row, the view repaints one cell.
    viewport()->update();
}

void DataTable::rowsInserted(const QModelIndex &parent, int first, int last)
{
    QTableView::rowsInserted(parent, first, last);
    // Who looks at the very top sees what comes there.
    if (const int above = rowsAbove(); above > 0 && first <= above)
        scrollToPlace(verticalScrollBar()->value()
                      + (last - first + 1) * verticalHeader()->defaultSectionSize());
}

void DataTable::rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last)
{
    if (const int leaving = std::min(last + 1, rowsAbove()) - first; leaving > 0)
        m_placeAfter =
            verticalScrollBar()->value() - leaving * verticalHeader()->defaultSectionSize();
    QTableView::rowsAboutToBeRemoved(parent, first, last);
}

int DataTable::rowsAbove() const
{
    return verticalScrollBar()->value() / std::max(1, verticalHeader()->defaultSectionSize());
}

void DataTable::scrollToPlace(int value)
{
    updateGeometries(); // The scroll bar learns how far it goes now.
    verticalScrollBar()->setValue(value);
}

void DataTable::applyTheme()
{
    const Theme theme = Theme::current();
    const int height = m_rowKind == RowKind::TwoLine ? Metrics::kRowTwoLine
        : m_rowKind == RowKind::Tight                ? Metrics::kRowTight
                                                     : Metrics::kRow;
    verticalHeader()->setMinimumSectionSize(theme.px(height));
    verticalHeader()->setDefaultSectionSize(theme.px(height));
    m_waitNotice->setTop(int(kSkeletonWidths.size()) * theme.px(height));
    layOutColumns();
    viewport()->update();
}

void DataTable::setHoveredRow(int row)
{
    if (m_hoveredRow == row)
        return;
    m_hoveredRow = row;
    m_delegate->setHoveredRow(row);
    viewport()->update();
}

void DataTable::paintSkeleton()
{
    const Theme theme = Theme::current();
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Token::NeutralBg));
    const int height = verticalHeader()->defaultSectionSize();
    const int bar = theme.px(12);
    const QList<TableColumn> &columns = m_layout.columns();
    for (size_t row = 0; row < kSkeletonWidths.size(); ++row) {
        for (int column = 0; column < columns.size(); ++column) {
            if (isColumnHidden(column))
                continue;
            const QRect cell(columnViewportPosition(column), int(row) * height, columnWidth(column),
                             height);
            QRectF area = CellDelegate::contentRect(*m_header, cell, column);
            area = QRectF(area.left(), area.center().y() - bar / 2.0, area.width(), bar);
            if (columns.at(column).kind == CellKind::Name) {
                painter.drawRoundedRect(QRectF(area.left(), area.top(), bar, bar), 3, 3);
                area.setLeft(area.left() + bar + 10);
                area.setWidth(std::min(area.width() * kSkeletonWidths[row], 150.0));
            } else if (columns.at(column).kind == CellKind::Number) {
                area.setLeft(area.right() - std::min(area.width() * 0.7, 40.0));
            } else {
                area.setWidth(std::min(area.width() * 0.8, 60.0));
            }
            painter.drawRoundedRect(area, 3, 3);
        }
    }
}

} // namespace Signalbox
