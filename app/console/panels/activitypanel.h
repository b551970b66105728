// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/panels/panel.h"
#include "console/workspace.h"

class QStackedWidget;

namespace Signalbox {

class RequestsPage;
class SearchField;
class TabStrip;
class TrashPage;

/// What happened at the broker: the last requests, and what can be brought back.
class ActivityPanel : public Panel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActivityPanel)

public:
    enum Tab { Requests, Trash };

    explicit ActivityPanel(const Workspace &workspace, QWidget *parent = nullptr);
    ~ActivityPanel() override;

    void showTab(Tab tab);
    /// What the key was refused.
    void showRefusals(const QString &accessKeyId);

    [[nodiscard]] Feed *liveFeed() override;
    void refresh() override;
    void focusFilter() override;
    void deleteSelected() override;
    [[nodiscard]] QString idToCopy() const override;
    bool stepBack() override;
    [[nodiscard]] QList<QWidget *> regions() override;

protected:
    void retranslate() override;

private:
    [[nodiscard]] bool isTrashShown() const;

    Workspace m_workspace;
    SearchField *m_search;
    TabStrip *m_tabs;
    QStackedWidget *m_pages;
    RequestsPage *m_requests;
    TrashPage *m_trash;
};

} // namespace Signalbox
