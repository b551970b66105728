// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/panels/tabbedpanel.h"
#include "console/workspace.h"

namespace Signalbox {

class Button;
class IconButton;

/// One topic: its subscriptions, every attempt to deliver, and its attributes, each in a tab.
class TopicPanel : public TabbedPanel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TopicPanel)

public:
    enum Tab { Subscriptions, Attempts, Statistics, Attributes, TabCount };

    TopicPanel(const Workspace &workspace, const QString &topicName, QWidget *parent = nullptr);
    ~TopicPanel() override;

    [[nodiscard]] const QString &topicName() const { return m_topicName; }
    void showTab(Tab tab);
    /// The attempts of one subscription.
    void showAttemptsOf(const QString &subscriptionName);
    void publish();
    void subscribe();

    [[nodiscard]] QList<PanelCommand> commands() override;

protected:
    void retranslate() override;
    [[nodiscard]] PanelTab *makeTab(int tab, QWidget *parent) override;
    [[nodiscard]] bool isThere() const override;
    [[nodiscard]] Feed &feed() override;

private:
    void buildHeader();
    void showTopic();

    Workspace m_workspace;
    QString m_topicName;

    Button *m_subscribe;
    IconButton *m_more;
    Button *m_publish;
};

} // namespace Signalbox
