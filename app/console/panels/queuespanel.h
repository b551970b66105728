// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/models/queuefiltermodel.h"
#include "console/models/queuelistmodel.h"
#include "console/panels/namedlistpanel.h"

#include <QTimer>

namespace Signalbox {

class IconButton;
class QueueInspector;
class SegmentedControl;
class TextLabel;

/// All queues, live: what each is doing, with create, purge and delete.
class QueuesPanel : public NamedListPanel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QueuesPanel)

public:
    explicit QueuesPanel(const Workspace &workspace, QWidget *parent = nullptr);
    ~QueuesPanel() override;

    /// Shows some of the queues, those with most in \a column first.
    void showQueues(QueueFilterModel::Selection selection, QueueListModel::Column column);

    void create() override;
    [[nodiscard]] Feed *liveFeed() override;
    void refresh() override;
    [[nodiscard]] QList<PanelCommand> commands() override;

signals:
    /// The user wants to receive from this queue, as a receiver.
    void receiveRequested(const QString &queueName);

protected:
    void inspect(const QString &name) override;
    void confirmDelete(const QString &name) override;
    void clearFilters() override;
    void addActions(QMenu &menu, const QString &name) override;
    void addRemovals(QMenu &menu, const QString &name) override;
    void retranslate() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildTools();
    void followConnection();
    void showWhatFits();
    void showLive();
    [[nodiscard]] QString noMatchTitle() const;
    void sendTo(const QString &queueName);
    void purge(const QString &queueName);

    QueueFilterModel *m_model;
    SegmentedControl *m_segments;
    TextLabel *m_live;
    IconButton *m_pause;
    QueueInspector *m_inspector;
    QShortcut *m_purgeKeys;
    QTimer m_showSoon; ///< Once for all rows of a merge.
};

} // namespace Signalbox
