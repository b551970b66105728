// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/workspace.h"
#include "widgets/inspector.h"
#include "widgets/keyvaluelist.h"

#include <QList>

class QVBoxLayout;

namespace Signalbox {

class Button;
class SubscriptionCard;

/// One topic beside the list of topics: what it takes, and where it goes.
class TopicInspector : public Inspector
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TopicInspector)

public:
    explicit TopicInspector(const Workspace &workspace, QWidget *parent = nullptr);

    /// Shows the topic \a topicName as it is now; call again when it changed.
    void showTopic(const QString &topicName);
    [[nodiscard]] const QString &topicName() const { return m_topicName; }

signals:
    void openRequested(const QString &topicName);
    void publishRequested(const QString &topicName);
    void subscribeRequested(const QString &topicName);

protected:
    void languageChanged() override;

private:
    void showCards(qsizetype count);

    Workspace m_workspace;
    QString m_topicName;
    KeyValueList *m_facts;
    TextLabel *m_cardsTitle;
    Button *m_subscribe;
    TextLabel *m_nobody;
    QVBoxLayout *m_cardColumn;
    QList<SubscriptionCard *> m_cards;
    Button *m_open;
    Button *m_publish;
};

} // namespace Signalbox
