// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/panels/panel.h"
#include "console/workspace.h"

#include <QList>

#include <array>

class QStackedWidget;

namespace Signalbox {

class Button;
class EmptyState;
class IconButton;
class QueueMessagesTab;
class QueueTab;
class ReceiverFeed;
class TabStrip;

namespace Admin {
struct Message;
}

/// One queue: its messages, its course over time, who receives from it and its attributes, each in
/// a tab.
class QueuePanel : public Panel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QueuePanel)

public:
    enum Tab { Messages, Statistics, Receivers, Attributes, TabCount };

    QueuePanel(const Workspace &workspace, const QString &queueName, QWidget *parent = nullptr);
    ~QueuePanel() override;

    [[nodiscard]] const QString &queueName() const { return m_queueName; }
    void showTab(Tab tab);
    void sendMessage();
    /// Receives messages as a receiver does.
    void receive();

    void refresh() override;
    void focusFilter() override;
    void deleteSelected() override;
    bool stepBack() override;
    [[nodiscard]] QList<PanelCommand> commands() override;
    [[nodiscard]] QList<QWidget *> regions() override;

signals:
    /// The user goes back to the list of queues.
    void closed();

protected:
    void retranslate() override;
    void showEvent(QShowEvent *event) override;

private:
    /// Opens the composer, filled from \a model where that has an ID.
    void compose(const Admin::Message &model);
    void buildHeader();
    void buildTabs();
    void showQueue();
    void showWhatFits();
    [[nodiscard]] bool isThere() const;
    /// The tab that shows; made when it is needed first.
    [[nodiscard]] QueueTab *currentTab();
    [[nodiscard]] QueueTab *makeTab(int tab);

    Workspace m_workspace;
    QString m_queueName;
    bool m_missing = false; ///< The broker said that there is no such queue.

    Button *m_receive;
    Button *m_purge;
    IconButton *m_more;
    Button *m_send;
    TabStrip *m_tabs;
    QStackedWidget *m_pages;
    QueueMessagesTab *m_messages;
    std::array<QueueTab *, TabCount> m_views{}; ///< Null while not needed yet.
    ReceiverFeed *m_receiverCount; ///< Asked once, for the count beside the tab.
    EmptyState *m_gone;
    Button *m_back;
};

} // namespace Signalbox
