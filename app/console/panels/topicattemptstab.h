// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/panels/topictab.h"

class QComboBox;
class QModelIndex;
class QVBoxLayout;

namespace Signalbox {

class AttemptFeed;
class AttemptFilterModel;
class AttemptInspector;
class AttemptListModel;
class Button;
class DataTable;
class EmptyState;
class ListPages;
class NewerBar;
class SegmentedControl;
class TextLabel;

/// Every try to bring a message of the topic to a subscriber, the newest on top.
class TopicAttemptsTab : public TopicTab
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TopicAttemptsTab)

public:
    TopicAttemptsTab(const Workspace &workspace, const QString &topicName, QWidget *parent);
    ~TopicAttemptsTab() override;

    /// The attempts of one subscription; of all when \a subscriptionName is empty.
    void showOnly(const QString &subscriptionName);

    void refresh() override;
    bool stepBack() override;
    [[nodiscard]] QList<QWidget *> regions() override;
    void takeFocus() override;

protected:
    void retranslate() override;

private:
    void buildTools(QVBoxLayout *column);
    void buildTable();
    void followFeed();
    void takeTopic();
    void showWhatFits();
    void showSelection();
    [[nodiscard]] int sourceRow(const QModelIndex &index) const;

    AttemptFeed *m_feed;
    AttemptListModel *m_attempts;
    AttemptFilterModel *m_model;
    SegmentedControl *m_segments;
    QComboBox *m_subscription;
    TextLabel *m_notKept; ///< How many deliveries are no attempts here.
    NewerBar *m_newer;
    ListPages *m_pages;
    DataTable *m_table;
    EmptyState *m_none;
    EmptyState *m_noMatch;
    Button *m_clear;
    AttemptInspector *m_inspector;
    bool m_seen = false; ///< The feed answered once.
};

} // namespace Signalbox
