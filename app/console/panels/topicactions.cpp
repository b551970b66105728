// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/topicactions.h"

#include "console/brokerconnection.h"
#include "console/changequestion.h"
#include "console/models/subscriptionstate.h"
#include "console/notices.h"
#include "console/onreply.h"
#include "console/panels/undotime.h"
#include "widgets/confirmdialog.h"

#include <QCoreApplication>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

class ActionTexts
{
    Q_DECLARE_TR_FUNCTIONS(TopicActions)
};

void deleteTopic(const Workspace &workspace, const QString &topicName)
{
    onReply(workspace.connection.admin().deleteTopic(topicName), &workspace.connection,
            [workspace, topicName](const Result<Admin::TrashEntry> &reply) {
                workspace.notices.tellDeleted(
                    workspace.connection.admin(), reply,
                    [topicName] { return ActionTexts::tr("Deleted topic %1.").arg(topicName); },
                    [topicName] { return ActionTexts::tr("%1 was not deleted.").arg(topicName); });
                workspace.connection.refresh();
            });
}

void unsubscribe(const Workspace &workspace, const QString &topicName, const QString &name)
{
    onReply(workspace.connection.admin().unsubscribe(topicName, name), &workspace.connection,
            [workspace, name](const Result<Admin::TrashEntry> &reply) {
                workspace.notices.tellDeleted(
                    workspace.connection.admin(), reply,
                    [name] { return ActionTexts::tr("Unsubscribed %1.").arg(name); },
                    [name] { return ActionTexts::tr("%1 was not unsubscribed.").arg(name); });
                workspace.connection.refresh();
            });
}

} // namespace

void confirmDeleteTopic(const Workspace &workspace, const QString &topicName, QWidget *window)
{
    const Admin::Topic *topic = workspace.connection.topics().find(topicName);
    if (!topic)
        return;
    ConfirmRequest request;
    request.question = ActionTexts::tr("Delete %1?").arg(topicName);
    request.effect = ActionTexts::tr(
        "Its subscriptions end with it; apps that publish to it get TopicNotExist.");
    for (const Admin::Subscription &subscription : topic->subscriptions) {
        if (const qint64 waiting = subscription.waiting.total(); waiting > 0)
            request.counts.append(
                {channelIcon(subscription.channel), subscription.name, waiting, Tone::Warn});
    }
    tellUndoTime(request, workspace.connection);
    request.verb = ActionTexts::tr("Delete topic");
    confirmChange(workspace, request, window, &workspace.connection,
                  [workspace, topicName] { deleteTopic(workspace, topicName); });
}

void confirmUnsubscribe(const Workspace &workspace, const QString &topicName,
                        const QString &subscriptionName, QWidget *window)
{
    const Admin::Topic *topic = workspace.connection.topics().find(topicName);
    const Admin::Subscription *subscription = topic ? topic->find(subscriptionName) : nullptr;
    if (!subscription)
        return;
    ConfirmRequest request;
    request.question = ActionTexts::tr("Unsubscribe %1?").arg(subscriptionName);
    request.effect =
        ActionTexts::tr("It gets nothing more of %1, nor what waits for it.").arg(topicName);
    if (const qint64 waiting = subscription->waiting.total(); waiting > 0)
        request.counts = {{u"hourglass"_s, ActionTexts::tr("Waiting"), waiting, Tone::Warn}};
    tellUndoTime(request, workspace.connection);
    request.verb = ActionTexts::tr("Unsubscribe");
    confirmChange(workspace, request, window, &workspace.connection,
                  [workspace, topicName, subscriptionName] {
                      unsubscribe(workspace, topicName, subscriptionName);
                  });
}

void retrySubscription(const Workspace &workspace, const QString &topicName,
                       const QString &subscriptionName)
{
    onReply(
        workspace.connection.admin().retryNow(topicName, subscriptionName), &workspace.connection,
        [workspace, subscriptionName](const Result<int> &reply) {
            if (!reply) {
                return workspace.notices.complain(
                    [subscriptionName] {
                        return ActionTexts::tr("%1 was not tried again.").arg(subscriptionName);
                    },
                    reply.error());
            }
            workspace.notices.say([count = *reply, subscriptionName] {
                return count == 0
                    ? ActionTexts::tr("Nothing waits for its next try at %1.").arg(subscriptionName)
                    : ActionTexts::tr("Trying %Ln message(s) again at %1.", nullptr, count)
                          .arg(subscriptionName);
            });
            workspace.connection.refresh();
        });
}

void setSubscriptionPaused(const Workspace &workspace, const QString &topicName,
                           const QString &subscriptionName, bool paused)
{
    onReply(workspace.connection.admin().setPaused(topicName, subscriptionName, paused),
            &workspace.connection,
            [workspace, topicName, subscriptionName, paused](const Result<void> &reply) {
                if (!reply) {
                    return workspace.notices.complain(
                        [subscriptionName] {
                            return ActionTexts::tr("%1 stays as it was.").arg(subscriptionName);
                        },
                        reply.error());
                }
                workspace.connection.refresh();
                workspace.notices.offerUndo(
                    &workspace.connection,
                    [subscriptionName, paused] {
                        return (paused ? ActionTexts::tr("Paused %1; what is published waits.")
                                       : ActionTexts::tr("Resumed %1."))
                            .arg(subscriptionName);
                    },
                    [workspace, topicName, subscriptionName, paused] {
                        setSubscriptionPaused(workspace, topicName, subscriptionName, !paused);
                    });
            });
}

} // namespace Signalbox
