// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/panels/panel.h"
#include "console/workspace.h"

#include <QTimer>

namespace Signalbox {

class Button;
class DataTable;
class EmptyState;
class IconButton;
class ListPages;
class QueueFilterModel;
class QueueInspector;
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
    /// The user wants to receive from this queue, as a receiver.
    void receiveRequested(const QString &queueName);

protected:
    void retranslate() override;

private:
    void buildHeader();
    void buildTable();
    void showWhatFits();
    [[nodiscard]] QString noMatchTitle() const;
    void openMenu(const QModelIndex &index, const QPoint &position);
    void buildInspector();
    void setInspecting(bool inspecting);
    void showInspector();
    void sendTo(const QString &queueName);
    [[nodiscard]] QString selectedQueue() const;
    [[nodiscard]] QString queueAt(const QModelIndex &index) const;

    Workspace m_workspace;
    QueueFilterModel *m_model;
    SearchField *m_filter;
    Button *m_create;
    SegmentedControl *m_segments;
    TextLabel *m_live;
    IconButton *m_pause;
    ListPages *m_pages;
    DataTable *m_table;
    EmptyState *m_noQueues;
    Button *m_createFirst;
    EmptyState *m_noMatch;
    Button *m_clearFilter;
    QueueInspector *m_inspector;
    QTimer m_showSoon; ///< Once for all rows of a merge.
    bool m_inspecting = false; ///< The inspector shows while a queue is selected.
};

} // namespace Signalbox
