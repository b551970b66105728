// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/feeds/requestfeed.h"
#include "console/workspace.h"

#include <QWidget>

namespace Signalbox {

class Button;
class DataTable;
class EmptyState;
class ListPages;
class NewerBar;
class RequestFilterModel;
class RequestInspector;
class RequestListModel;
class SegmentedControl;

/// Activity › Requests: the last requests of apps, with the reason of each refusal. What arrives
/// comes in at the top while that is in view.
class RequestsPage : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RequestsPage)

public:
    explicit RequestsPage(const Workspace &workspace, QWidget *parent = nullptr);
    ~RequestsPage() override;

    void setFilter(const QString &text);
    void refresh();
    /// Closes the inspector; false when it is not open.
    bool stepBack();
    [[nodiscard]] QList<QWidget *> regions() const;

signals:
    void filterCleared();

protected:
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void buildTable();
    void followFeed();
    void updateFeed();
    void holdUnlessAtTop();
    void showWhatFits();
    void showSelection();
    void openMenu(const QModelIndex &index, const QPoint &position);
    void retranslate();
    /// Of the list behind the filter.
    [[nodiscard]] int sourceRow(const QModelIndex &index) const;

    Workspace m_workspace;
    RequestFeed m_feed;
    RequestListModel *m_requests;
    RequestFilterModel *m_model;
    SegmentedControl *m_segments;
    NewerBar *m_newer;
    ListPages *m_pages;
    DataTable *m_table;
    EmptyState *m_none;
    EmptyState *m_noMatch;
    Button *m_clearFilter;
    RequestInspector *m_inspector;
    bool m_seen = false; ///< The feed answered once.
};

} // namespace Signalbox
