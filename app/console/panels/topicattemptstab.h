// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/topictypes.h"
#include "console/panels/topictab.h"

class QComboBox;

namespace Signalbox {

class AttemptFeed;
class AttemptFilterModel;
class AttemptInspector;
class AttemptListModel;
class Button;
class RecordList;
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

    [[nodiscard]] Feed *liveFeed() override;
    void refresh() override;
    [[nodiscard]] QString idToCopy() const override;
    bool stepBack() override;
    [[nodiscard]] QList<QWidget *> regions() override;
    void takeFocus() override;

protected:
    void retranslate() override;

private:
    void buildTools();
    void followFeed();
    void takeTopic();
    void showWhatFits();
    void inspect(int row);
    void tellSentAgain(const Admin::Attempt &ended);

    AttemptFeed *m_feed;
    AttemptListModel *m_attempts;
    AttemptFilterModel *m_model;
    QComboBox *m_subscription;
    TextLabel *m_notKept; ///< How many deliveries are no attempts here.
    AttemptInspector *m_inspector;
    RecordList *m_list;
    Button *m_clear;
};

} // namespace Signalbox
