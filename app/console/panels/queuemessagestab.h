// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/panels/queuetab.h"

#include <QByteArray>

namespace Signalbox {

class MessageInspector;
class MessageListView;

namespace Admin {
struct Message;
}

/// A queue's messages and the one that is selected, with all that can be done to them: receive,
/// resend, move, redrive, delete.
class QueueMessagesTab : public QueueTab
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QueueMessagesTab)

public:
    QueueMessagesTab(const Workspace &workspace, const QString &queueName, QWidget *parent);
    ~QueueMessagesTab() override;

    /// Looks for the message with this whole ID, whatever its state, and selects it.
    void showMessage(const QString &messageId);
    /// Asks how many to receive, as a receiver.
    void receive();

    void refresh() override;
    void focusFilter() override;
    void deleteSelected() override;
    [[nodiscard]] QString idToCopy() const override;
    bool stepBack() override;
    [[nodiscard]] QList<QWidget *> regions() override;
    void takeFocus() override;

signals:
    /// The user wants to send a message to this queue, like \a model where that has an ID.
    void sendRequested(const Signalbox::Admin::Message &model);
    /// The broker knows no such queue.
    void queueMissing();

protected:
    void retranslate() override { }

private:
    void connectList();
    void connectInspector();
    void showSelection();
    void deleteMessages(const QList<QByteArray> &messageIds);
    void redriveMessages(const QList<QByteArray> &messageIds);
    void moveMessages(const QList<QByteArray> &messageIds);
    void openMenu(int row, const QPoint &position);

    MessageListView *m_list;
    MessageInspector *m_inspector;
};

} // namespace Signalbox
