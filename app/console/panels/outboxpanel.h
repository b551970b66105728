// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/topictypes.h"
#include "console/feeds/outboxfeed.h"
#include "console/models/outboxitem.h"
#include "console/panels/panel.h"
#include "console/workspace.h"

namespace Signalbox {

class OutboxFilterModel;
class OutboxInspector;
class OutboxListModel;
class RecordList;
class SearchField;

/// The mail and SMS that topics sent or would have sent.
class OutboxPanel : public Panel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OutboxPanel)

public:
    explicit OutboxPanel(const Workspace &workspace, QWidget *parent = nullptr);
    ~OutboxPanel() override;

    [[nodiscard]] Feed *liveFeed() override;
    void refresh() override;
    void focusFilter() override;
    void deleteSelected() override;
    [[nodiscard]] QString idToCopy() const override;
    bool stepBack() override;
    [[nodiscard]] QList<QWidget *> regions() override;

protected:
    void retranslate() override;
    void showEvent(QShowEvent *event) override;

private:
    void buildList();
    void followFeed();
    void showWhatFits();
    void inspect(int row);
    void save();
    void confirmSend();
    void send(const OutboxItem &item);
    void takeSent(const QByteArray &messageId, const Result<Admin::Attempt> &ended);
    /// Why \a item cannot be sent; empty when it can.
    [[nodiscard]] QString obstacleOf(const OutboxItem &item) const;
    void showWayOut();

    Workspace m_workspace;
    OutboxFeed m_feed;
    OutboxListModel *m_items;
    OutboxFilterModel *m_model;
    SearchField *m_search;
    OutboxInspector *m_inspector;
    RecordList *m_list;
};

} // namespace Signalbox
