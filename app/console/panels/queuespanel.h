// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/panels/panel.h"
#include "console/workspace.h"

class QStackedWidget;

namespace Signalbox {

class Button;
class DataTable;
class EmptyState;
class IconButton;
class QueueFilterModel;
class SearchField;
class SegmentedControl;
class TextLabel;

/// All queues, live: what each is doing, with create, purge and delete.
class QueuesPanel : public Panel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QueuesPanel)

public:
    explicit QueuesPanel(const Workspace &workspace, QWidget *parent = nullptr);
    ~QueuesPanel() override;

    /// Asks for name and attributes of a new queue.
    void createQueue();

    void refresh() override;
    void focusFilter() override;
    void deleteSelected() override;
    bool stepBack() override;
    [[nodiscard]] QList<QWidget *> regions() override;

signals:
    void queueOpened(const QString &queueName);

protected:
    void retranslate() override;

private:
    void buildHeader();
    void buildTable();
    void showWhatFits();
    void openMenu(const QModelIndex &index, const QPoint &position);
    [[nodiscard]] QString queueAt(const QModelIndex &index) const;

    Workspace m_workspace;
    QueueFilterModel *m_model;
    SearchField *m_filter;
    Button *m_create;
    SegmentedControl *m_segments;
    TextLabel *m_live;
    IconButton *m_pause;
    QStackedWidget *m_pages;
    DataTable *m_table;
    EmptyState *m_noQueues;
    Button *m_createFirst;
    EmptyState *m_noMatch;
    Button *m_clearFilter;
};

} // namespace Signalbox
