// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/panels/panel.h"
#include "console/workspace.h"
#include "core/error.h"

#include <QByteArray>
#include <QList>

class QStackedWidget;

namespace Signalbox {

class Button;
class DataTable;
class EmptyState;
class IconButton;
class MessageInspector;
class MessageListModel;
class NewerBar;
class SegmentedControl;
class SelectionBar;
class TextLabel;

/// One queue: its messages in every state, page by page, and the one that is selected.
class QueuePanel : public Panel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QueuePanel)

public:
    QueuePanel(const Workspace &workspace, const QString &queueName, QWidget *parent = nullptr);
    ~QueuePanel() override;

    [[nodiscard]] const QString &queueName() const { return m_queueName; }
    void sendMessage();

    void refresh() override;
    void deleteSelected() override;
    bool stepBack() override;
    [[nodiscard]] QList<QWidget *> regions() override;

signals:
    /// The user goes back to the list of queues.
    void closed();

protected:
    void retranslate() override;
    void showEvent(QShowEvent *event) override;

private:
    void buildHeader();
    void buildTools();
    void buildMessages();
    void followQueue();
    void showQueue();
    void showWhatFits();
    void showFooter();
    void showSelection();
    void showError(const Error &error);
    void deleteMessages(const QList<QByteArray> &messageIds);
    /// Selects the message \a rows further down.
    void step(int rows);
    void openMenu(const QModelIndex &index, const QPoint &position);
    [[nodiscard]] QList<QByteArray> selectedIds() const;
    [[nodiscard]] int queueRow() const;

    Workspace m_workspace;
    QString m_queueName;
    MessageListModel *m_model;

    Button *m_purge;
    IconButton *m_more;
    Button *m_send;
    SegmentedControl *m_segments;
    QWidget *m_tools;
    SelectionBar *m_selectionBar;
    Button *m_deleteMany;
    NewerBar *m_newer;
    QWidget *m_list;
    QStackedWidget *m_pages;
    DataTable *m_table;
    EmptyState *m_empty;
    Button *m_sendFirst;
    EmptyState *m_gone;
    Button *m_back;
    TextLabel *m_footer;
    MessageInspector *m_inspector;
};

} // namespace Signalbox
