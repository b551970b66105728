// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/panels/topictab.h"

class QModelIndex;
class QStackedWidget;

namespace Signalbox {

class Button;
class DataTable;
class EmptyState;
class SubscriptionInspector;
class SubscriptionListModel;

/// Who gets the messages of a topic, and how that goes.
class TopicSubscriptionsTab : public TopicTab
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TopicSubscriptionsTab)

public:
    TopicSubscriptionsTab(const Workspace &workspace, const QString &topicName, QWidget *parent);
    ~TopicSubscriptionsTab() override;

    void deleteSelected() override;
    bool stepBack() override;
    [[nodiscard]] QList<QWidget *> regions() override;
    void takeFocus() override;

signals:
    void subscribeRequested();
    /// The user wants to see the attempts of one subscription.
    void attemptsRequested(const QString &subscriptionName);

protected:
    void retranslate() override;

private:
    void buildTable();
    void showSubscriptions();
    void showInspector();
    void openMenu(const QModelIndex &index, const QPoint &position);
    void edit(const QString &subscriptionName);
    void togglePause(const QString &subscriptionName);
    [[nodiscard]] QString selected() const;

    SubscriptionListModel *m_model;
    QStackedWidget *m_pages;
    DataTable *m_table;
    EmptyState *m_none;
    Button *m_subscribe;
    SubscriptionInspector *m_inspector;
};

} // namespace Signalbox
