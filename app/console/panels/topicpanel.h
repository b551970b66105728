// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/panels/panel.h"
#include "console/workspace.h"

#include <array>

class QStackedWidget;

namespace Signalbox {

class Button;
class EmptyState;
class IconButton;
class TabStrip;
class TopicTab;

/// One topic: its subscriptions, every attempt to deliver, and its attributes, each in a tab.
class TopicPanel : public Panel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TopicPanel)

public:
    enum Tab { Subscriptions, Attempts, Attributes, TabCount };

    TopicPanel(const Workspace &workspace, const QString &topicName, QWidget *parent = nullptr);
    ~TopicPanel() override;

    [[nodiscard]] const QString &topicName() const { return m_topicName; }
    void showTab(Tab tab);
    /// The attempts of one subscription.
    void showAttemptsOf(const QString &subscriptionName);
    void publish();
    void subscribe();

    void refresh() override;
    void focusFilter() override;
    void deleteSelected() override;
    bool stepBack() override;
    [[nodiscard]] QList<PanelCommand> commands() override;
    [[nodiscard]] QList<QWidget *> regions() override;

signals:
    /// The user goes back to the list of topics.
    void closed();

protected:
    void retranslate() override;
    void showEvent(QShowEvent *event) override;

private:
    void buildHeader();
    void buildTabs();
    void showTopic();
    [[nodiscard]] bool isThere() const;
    /// The tab that shows; made when it is needed first.
    [[nodiscard]] TopicTab *currentTab();
    [[nodiscard]] TopicTab *makeTab(int tab);

    Workspace m_workspace;
    QString m_topicName;

    Button *m_subscribe;
    IconButton *m_more;
    Button *m_publish;
    TabStrip *m_tabs;
    QStackedWidget *m_pages;
    std::array<TopicTab *, TabCount> m_views{}; ///< Null while not needed yet.
    EmptyState *m_gone;
    Button *m_back;
};

} // namespace Signalbox
