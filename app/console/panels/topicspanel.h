// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/panels/namedlistpanel.h"

namespace Signalbox {

class TopicFilterModel;
class TopicInspector;

/// All topics, live: who gets what of them and how that goes.
class TopicsPanel : public NamedListPanel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TopicsPanel)

public:
    explicit TopicsPanel(const Workspace &workspace, QWidget *parent = nullptr);
    ~TopicsPanel() override;

    void create() override;
    [[nodiscard]] Feed *liveFeed() override;
    void refresh() override;
    [[nodiscard]] QList<PanelCommand> commands() override;

protected:
    void inspect(const QString &name) override;
    void confirmDelete(const QString &name) override;
    void addActions(QMenu &menu, const QString &name) override;
    void retranslate() override;

private:
    void showWhatFits();
    void publishTo(const QString &topicName);
    void subscribeTo(const QString &topicName);

    TopicFilterModel *m_model;
    TopicInspector *m_inspector;
};

} // namespace Signalbox
