// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/feeds/namedfeed.h"
#include "console/panels/tabbedpanel.h"
#include "console/workspace.h"

class QShortcut;

namespace Signalbox {

class Button;
class IconButton;
class QueueMessagesTab;

namespace Admin {
struct Message;
}

/// One queue: its messages, its course over time, who receives from it and its attributes, each in
/// a tab.
class QueuePanel : public TabbedPanel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QueuePanel)

public:
    enum Tab { Messages, Statistics, Receivers, Attributes, TabCount };

    QueuePanel(const Workspace &workspace, const QString &queueName, QWidget *parent = nullptr);
    ~QueuePanel() override;

    [[nodiscard]] const QString &queueName() const { return m_queueName; }
    void showTab(Tab tab);
    /// Looks for the message with this whole ID and selects it.
    void showMessage(const QString &messageId);
    void sendMessage();
    /// Receives messages as a receiver does.
    void receive();
    /// Asks where the messages of this dead-letter queue shall go.
    void redriveAll();

    [[nodiscard]] QList<PanelCommand> commands() override;

protected:
    void retranslate() override;
    [[nodiscard]] PanelTab *makeTab(int tab, QWidget *parent) override;
    [[nodiscard]] bool isThere() const override;
    [[nodiscard]] Feed &feed() override;

private:
    /// Opens the composer, filled from \a model where that has an ID.
    void compose(const Admin::Message &model);
    void buildHeader();
    void purge();
    void showQueue();

    Workspace m_workspace;
    QString m_queueName;
    bool m_missing = false; ///< The broker said that there is no such queue.

    Button *m_receive;
    Button *m_redrive; ///< Of dead-letter queues only.
    Button *m_purge;
    IconButton *m_more;
    Button *m_send;
    QShortcut *m_purgeKeys;
    QueueMessagesTab *m_messages = nullptr; ///< Null while not needed yet.
    ReceiverFeed *m_receiverCount; ///< Asked once, for the count beside the tab.
};

} // namespace Signalbox
