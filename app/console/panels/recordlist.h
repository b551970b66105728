// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/panels/listpages.h"
#include "console/workspace.h"
#include "widgets/table/tablecolumn.h"

#include <QList>
#include <QWidget>

class QHBoxLayout;
class QSortFilterProxyModel;

namespace Signalbox {

class Feed;
class Inspector;
class NewerBar;
class NewestFirstModelBase;
class SegmentedControl;

/// Records, newest first, that come in live while they show: segments and other tools, a bar that
/// counts what waits while somebody reads further down, the list or what there is to say in its
/// place, and an inspector of the selected record.
class RecordList : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RecordList)

public:
    struct Parts
    {
        QString iconName; ///< Of the empty list.
        QString layoutKey; ///< Under which the table's layout is kept.
        int segments = 0;
        QList<TableColumn> columns;
        Feed &feed;
        NewestFirstModelBase &records; ///< That the feed fills.
        QSortFilterProxyModel &shown; ///< Those of the records that are listed.
        Inspector &inspector;
    };

    RecordList(const Workspace &workspace, const Parts &parts, QWidget *parent);
    ~RecordList() override;

    [[nodiscard]] SegmentedControl &segments() const { return *m_segments; }
    /// The row of the segments, for further tools.
    [[nodiscard]] QHBoxLayout &tools() const { return *m_tools; }
    [[nodiscard]] DataTable &table() const { return *m_pages->table(); }
    [[nodiscard]] EmptyState &none() const { return *m_pages->none(); }
    [[nodiscard]] EmptyState &noMatch() const { return *m_pages->noMatch(); }

    /// The feed answered once.
    [[nodiscard]] bool isKnown() const { return m_isKnown; }
    /// Shows the list, or what fits instead of it, of \a all records; \a counts are those of the
    /// segments.
    ListPages::Page showWhatFits(int all, const QList<int> &counts);

    /// Of the record that is selected; -1 without one.
    [[nodiscard]] int selectedRow() const;
    /// Of the record that \a index lists.
    [[nodiscard]] int rowOf(const QModelIndex &index) const;
    /// Has the inspector filled again.
    void inspect();

    /// Brings in what waits and asks for more.
    void refresh();
    /// False when nothing is selected.
    bool clearSelection();
    [[nodiscard]] QList<QWidget *> regions() const;

signals:
    /// The feed answered.
    void updated();
    /// The inspector is to show the record \a row.
    void inspected(int row);

private:
    [[nodiscard]] QWidget *buildList();
    void followFeed();

    Workspace m_workspace;
    const QString m_layoutKey;
    Feed &m_feed;
    NewestFirstModelBase &m_records;
    QSortFilterProxyModel &m_shown;
    Inspector &m_inspector;
    SegmentedControl *m_segments;
    QHBoxLayout *m_tools;
    NewerBar *m_newer;
    ListPages *m_pages;
    bool m_isKnown = false;
};

} // namespace Signalbox
