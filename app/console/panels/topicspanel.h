// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/panels/panel.h"
#include "console/workspace.h"

namespace Signalbox {

class Button;
class DataTable;
class EmptyState;
class ListPages;
class SearchField;
class TopicFilterModel;
class TopicInspector;

/// All topics, live: who gets what of them and how that goes.
class TopicsPanel : public Panel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TopicsPanel)

public:
    explicit TopicsPanel(const Workspace &workspace, QWidget *parent = nullptr);
    ~TopicsPanel() override;

    /// Asks for the name of a new topic.
    void createTopic();

    void refresh() override;
    void focusFilter() override;
    void deleteSelected() override;
    bool stepBack() override;
    [[nodiscard]] QList<PanelCommand> commands() override;
    [[nodiscard]] QList<QWidget *> regions() override;

signals:
    void topicOpened(const QString &topicName);

protected:
    void retranslate() override;

private:
    void buildTable();
    void buildInspector();
    void showWhatFits();
    void showInspector();
    void setInspecting(bool inspecting);
    void openMenu(const QModelIndex &index, const QPoint &position);
    void publishTo(const QString &topicName);
    void subscribeTo(const QString &topicName);
    [[nodiscard]] QString selectedTopic() const;
    [[nodiscard]] static QString topicAt(const QModelIndex &index);

    Workspace m_workspace;
    TopicFilterModel *m_model;
    SearchField *m_filter;
    Button *m_create;
    ListPages *m_pages;
    DataTable *m_table;
    EmptyState *m_noTopics;
    Button *m_createFirst;
    EmptyState *m_noMatch;
    Button *m_clearFilter;
    TopicInspector *m_inspector;
    bool m_inspecting = true; ///< The inspector shows while a topic is selected.
};

} // namespace Signalbox
