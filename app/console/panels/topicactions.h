// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/workspace.h"

class QString;
class QWidget;

namespace Signalbox {

/// Says who loses what with the topic \a topicName, and deletes it when the user agrees. Undoing
/// brings it back with everything.
void confirmDeleteTopic(const Workspace &workspace, const QString &topicName, QWidget *window);

/// Says what waits for the subscription, and ends it when the user agrees. Undoing
/// brings it back with that.
void confirmUnsubscribe(const Workspace &workspace, const QString &topicName,
                        const QString &subscriptionName, QWidget *window);

/// Tries at once what waits for its next try, and says how much that is.
void retrySubscription(const Workspace &workspace, const QString &topicName,
                       const QString &subscriptionName);

/// Lets what is published wait, or pushes on, with a notice that offers the opposite.
void setSubscriptionPaused(const Workspace &workspace, const QString &topicName,
                           const QString &subscriptionName, bool paused);

} // namespace Signalbox
