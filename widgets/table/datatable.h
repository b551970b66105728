// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/table/columnlayout.h"

#include <QList>
#include <QTableView>
#include <QTimer>

#include <optional>

class QMenu;

namespace Signalbox {

class CellDelegate;
class TableHeader;
class WaitNotice;

/// The console's table: rows of 32 px with one hairline, a header that sorts, a 3 px bar at
/// selected rows, focus lines around the current one. Columns keep their widths while data changes
/// and give way as a whole when space ends; which there are the user chooses from the header's
/// menu. Rows that come or go above what is in view move nothing of it. A model says what to paint
/// through the roles of tableroles.h. Enter and double click emit activated(); Ctrl+C copies the
/// selected rows as tab-separated text with a heading line.
class DataTable : public QTableView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DataTable)
public:
    enum class RowKind { OneLine, TwoLine, Tight };

    explicit DataTable(QWidget *parent = nullptr);
    ~DataTable() override;

    /// One entry per column of the model.
    void setColumns(const QList<TableColumn> &columns);
    void setRowKind(RowKind kind);
    /// Padding left of the first and right of the last cell at scale 1; the page margin unless set
    /// (inside cards: 12).
    void setEdgePadding(int pixels);
    /// While loading and empty, skeleton rows appear after 200 ms, and after 10 s for whom they
    /// wait. Rows that are there stay.
    void setLoading(bool loading);
    [[nodiscard]] WaitNotice &waitNotice() { return *m_waitNotice; }
    [[nodiscard]] bool isSkeletonShown() const;

    /// The rows of \a rows (any order, any column) as text for the clipboard.
    [[nodiscard]] QString toTsv(const QModelIndexList &rows) const;
    /// The selected rows, one index each, from top to bottom.
    [[nodiscard]] QModelIndexList selectedRowsInOrder() const;

    /// Adds the choice of columns to the menu of a row, for those who cannot click the header.
    void addColumnChoice(QMenu &menu);

    /// Columns and widths the user chose, and the sort order, for a settings file.
    [[nodiscard]] QByteArray saveLayout() const;
    bool restoreLayout(const QByteArray &layout);

    void setModel(QAbstractItemModel *model) override;
    void keyboardSearch(const QString &search) override;

signals:
    /// The Menu key, Shift+F10 or a right click on \a index; \a position is global.
    void rowMenuRequested(const QModelIndex &index, const QPoint &position);
    void selectedCountChanged(int rows);

public slots:
    void copySelection() const;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void rowsInserted(const QModelIndex &parent, int first, int last) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last) override;

private:
    void applyTheme();
    void layOutColumns();
    void fillColumnChoice(QMenu &menu);
    void scrollToPlace(int value);
    /// Rows that are out of view at the top.
    [[nodiscard]] int rowsAbove() const;
    void setHoveredRow(int row);
    void paintSkeleton();

    TableHeader *m_header;
    CellDelegate *m_delegate;
    WaitNotice *m_waitNotice;
    ColumnLayout m_layout;
    QTimer m_skeletonDelay;
    RowKind m_rowKind = RowKind::OneLine;
    int m_edgePadding;
    int m_hoveredRow = -1;
    std::optional<int> m_placeAfter; ///< Of the scroll bar, when rows above the view are gone.
    bool m_loading = false;
    bool m_layingOut = false;
};

} // namespace Signalbox
