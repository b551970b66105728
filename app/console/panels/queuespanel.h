// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/panels/namedlistpanel.h"

#include <QTimer>

namespace Signalbox {

class IconButton;
class QueueFilterModel;
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

    void create() override;
    [[nodiscard]] Feed *liveFeed() override;
    void refresh() override;

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
    QTimer m_showSoon; ///< Once for all rows of a merge.
};

} // namespace Signalbox
