// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/topictypes.h"
#include "console/workspace.h"
#include "widgets/inspector.h"

namespace Signalbox {

class Button;
class Card;
class IconButton;
class KeyValueList;
class TextLabel;

/// One subscription beside its list: what was agreed, how the last hour went, and what can be done.
class SubscriptionInspector : public Inspector
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SubscriptionInspector)

public:
    explicit SubscriptionInspector(const Workspace &workspace, QWidget *parent = nullptr);

    void showSubscription(const Admin::Subscription &subscription);

signals:
    void editRequested();
    void pauseRequested();
    void retryRequested();
    void attemptsRequested();
    void unsubscribeRequested();

protected:
    void languageChanged() override;

private:
    void showCause();
    void showFacts();

    Workspace m_workspace;
    Admin::Subscription m_subscription;
    Card *m_cause; ///< Of a last try that failed.
    TextLabel *m_causeTitle;
    TextLabel *m_causeText;
    Button *m_retry;
    KeyValueList *m_flow;
    TextLabel *m_attributesTitle;
    KeyValueList *m_attributes;
    Button *m_attempts;
    Button *m_edit;
    Button *m_pause;
    IconButton *m_unsubscribe;
};

} // namespace Signalbox
