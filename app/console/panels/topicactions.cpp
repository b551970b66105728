// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/topicactions.h"

#include "console/brokerconnection.h"
#include "console/models/subscriptionstate.h"
#include "console/notices.h"
#include "console/onreply.h"
#include "widgets/confirmdialog.h"

#include <QCoreApplication>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

class ActionTexts
{
    Q_DECLARE_TR_FUNCTIONS(TopicActions)
};

SubscriptionPatch patchOf(const SubscriptionSettings &settings)
{
    SubscriptionPatch patch;
    patch.endpoint = settings.endpoint;
    patch.strategy = settings.strategy;
    patch.format = settings.format;
    if (!settings.filterTag.isEmpty())
        patch.filterTag = settings.filterTag;
    if (!settings.deadLetterQueue.isEmpty())
        patch.deadLetterQueue = settings.deadLetterQueue;
    if (settings.maxPushesPerSecond > 0)
        patch.maxPushesPerSecond = settings.maxPushesPerSecond;
    return patch;
}

/// Subscribes anew, as \a subscription was.
void subscribeAgain(const Workspace &workspace, const QString &topicName,
                    const Admin::Subscription &subscription)
{
    onReply(workspace.connection.mns().subscribe(topicName, subscription.name,
                                                 patchOf(subscription.settings)),
            &workspace.connection,
            [workspace, topicName, subscription](const Result<MnsClient::Created> &reply) {
                if (!reply) {
                    return workspace.notices.complain(
                        ActionTexts::tr("%1 could not be subscribed again.").arg(subscription.name),
                        reply.error());
                }
                if (subscription.isPaused)
                    setSubscriptionPaused(workspace, topicName, subscription.name, true);
                workspace.connection.refresh();
            });
}

void createAgain(const Workspace &workspace, const Admin::Topic &topic)
{
    const TopicSettingsPatch settings{topic.settings.maximumMessageSizeBytes,
                                      topic.settings.loggingEnabled, topic.settings.type};
    onReply(workspace.connection.mns().createTopic(topic.name, settings), &workspace.connection,
            [workspace, topic](const Result<MnsClient::Created> &reply) {
                if (!reply) {
                    return workspace.notices.complain(
                        ActionTexts::tr("%1 could not be made again.").arg(topic.name),
                        reply.error());
                }
                for (const Admin::Subscription &subscription : topic.subscriptions)
                    subscribeAgain(workspace, topic.name, subscription);
                workspace.connection.refresh();
            });
}

void deleteTopic(const Workspace &workspace, const Admin::Topic &topic)
{
    onReply(workspace.connection.mns().deleteTopic(topic.name), &workspace.connection,
            [workspace, topic](const Result<void> &reply) {
                if (!reply) {
                    return workspace.notices.complain(
                        ActionTexts::tr("%1 was not deleted.").arg(topic.name), reply.error());
                }
                workspace.connection.refresh();
                workspace.notices.offerUndo(&workspace.connection,
                                            ActionTexts::tr("Deleted topic %1.").arg(topic.name),
                                            [workspace, topic] { createAgain(workspace, topic); });
            });
}

void unsubscribe(const Workspace &workspace, const QString &topicName,
                 const Admin::Subscription &subscription)
{
    onReply(workspace.connection.mns().unsubscribe(topicName, subscription.name),
            &workspace.connection, [workspace, topicName, subscription](const Result<void> &reply) {
                if (!reply) {
                    return workspace.notices.complain(
                        ActionTexts::tr("%1 was not unsubscribed.").arg(subscription.name),
                        reply.error());
                }
                workspace.connection.refresh();
                workspace.notices.offerUndo(
                    &workspace.connection,
                    ActionTexts::tr("Unsubscribed %1.").arg(subscription.name),
                    [workspace, topicName, subscription] {
                        subscribeAgain(workspace, topicName, subscription);
                    });
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
    request.undo = request.counts.isEmpty()
        ? ActionTexts::tr("Undo makes topic and subscriptions anew.")
        : ActionTexts::tr("Undo makes topic and subscriptions anew, without what waited.");
    request.verb = ActionTexts::tr("Delete topic");
    ConfirmDialog::ask(request, window, &workspace.connection,
                       [workspace, topic = *topic] { deleteTopic(workspace, topic); });
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
    request.effect = ActionTexts::tr("It gets nothing more of %1; what waits for it is given up.")
                         .arg(topicName);
    if (const qint64 waiting = subscription->waiting.total(); waiting > 0)
        request.counts = {{u"hourglass"_s, ActionTexts::tr("Waiting"), waiting, Tone::Warn}};
    request.undo = ActionTexts::tr("Undo subscribes anew, from then on.");
    request.verb = ActionTexts::tr("Unsubscribe");
    ConfirmDialog::ask(request, window, &workspace.connection,
                       [workspace, topicName, subscription = *subscription] {
                           unsubscribe(workspace, topicName, subscription);
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
                    ActionTexts::tr("%1 was not tried again.").arg(subscriptionName),
                    reply.error());
            }
            workspace.notices.say(
                *reply == 0
                    ? ActionTexts::tr("Nothing waits for its next try at %1.").arg(subscriptionName)
                    : ActionTexts::tr("Trying %Ln message(s) again at %1.", nullptr, *reply)
                          .arg(subscriptionName));
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
                        ActionTexts::tr("%1 stays as it was.").arg(subscriptionName),
                        reply.error());
                }
                workspace.connection.refresh();
                workspace.notices.offerUndo(
                    &workspace.connection,
                    (paused ? ActionTexts::tr("Paused %1; what is published waits.")
                            : ActionTexts::tr("Resumed %1."))
                        .arg(subscriptionName),
                    [workspace, topicName, subscriptionName, paused] {
                        setSubscriptionPaused(workspace, topicName, subscriptionName, !paused);
                    });
            });
}

} // namespace Signalbox
