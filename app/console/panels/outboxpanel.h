// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/topictypes.h"
#include "console/feeds/outboxfeed.h"
#include "console/models/outboxitem.h"
#include "console/panels/panel.h"
#include "console/workspace.h"

namespace Signalbox {

class DataTable;
class EmptyState;
class ListPages;
class NewerBar;
class OutboxFilterModel;
class OutboxInspector;
class OutboxListModel;
class SearchField;
class SegmentedControl;

/// The mail and SMS that topics sent or would have sent.
class OutboxPanel : public Panel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OutboxPanel)

public:
    explicit OutboxPanel(const Workspace &workspace, QWidget *parent = nullptr);
    ~OutboxPanel() override;

    void refresh() override;
    void focusFilter() override;
    void deleteSelected() override;
    bool stepBack() override;
    [[nodiscard]] QList<QWidget *> regions() override;

protected:
    void retranslate() override;
    void hideEvent(QHideEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void buildList();
    void followFeed();
    void updateFeed();
    void showWhatFits();
    void showSelection();
    void save();
    void confirmSend();
    void send(const OutboxItem &item);
    void takeSent(const QByteArray &messageId, const Result<Admin::Attempt> &ended);
    /// Why \a item cannot be sent; empty when it can.
    [[nodiscard]] QString obstacleOf(const OutboxItem &item) const;
    void showWayOut();
    /// Of the list behind the filter; -1 without a selection.
    [[nodiscard]] int selectedRow() const;

    Workspace m_workspace;
    OutboxFeed m_feed;
    OutboxListModel *m_items;
    OutboxFilterModel *m_model;
    SearchField *m_search;
    SegmentedControl *m_segments;
    NewerBar *m_newer;
    ListPages *m_pages;
    DataTable *m_table;
    EmptyState *m_none;
    EmptyState *m_noMatch;
    OutboxInspector *m_inspector;
    bool m_seen = false; ///< The feed answered once.
};

} // namespace Signalbox
