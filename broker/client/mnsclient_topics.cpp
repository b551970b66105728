// SPDX-License-Identifier: GPL-3.0-only
// The part of MnsClient that topics and subscriptions use.
#include "client/mnscall.h"
#include "client/mnsclient.h"
#include "protocol/messagexml.h"

#include <QUrl>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

QByteArray topicTarget(const QString &topic)
{
    return "/topics/" + QUrl::toPercentEncoding(topic);
}

QByteArray subscriptionTarget(const QString &topic, const QString &name)
{
    return topicTarget(topic) + "/subscriptions/" + QUrl::toPercentEncoding(name);
}

} // namespace

QFuture<Result<MnsClient::Created>> MnsClient::createTopic(const QString &topic,
                                                           const TopicSettingsPatch &attributes)
{
    const ApiRequest request{u"CreateTopic"_s, "PUT", topicTarget(topic), kXml,
                             writeTopicSettings(attributes)};
    return mnsCall(*m_transport, request, created<Created>);
}

QFuture<Result<void>> MnsClient::setTopicAttributes(const QString &topic,
                                                    const TopicSettingsPatch &attributes)
{
    const ApiRequest request{u"SetTopicAttributes"_s, "PUT",
                             topicTarget(topic) + "?metaoverride=true", kXml,
                             writeTopicSettings(attributes)};
    return mnsCall(*m_transport, request, nothing);
}

QFuture<Result<TopicAttributes>> MnsClient::topicAttributes(const QString &topic)
{
    const ApiRequest request{u"GetTopicAttributes"_s, "GET", topicTarget(topic)};
    return mnsCall(*m_transport, request,
                   [](const ApiReply &reply) { return parseTopicAttributes(reply.body); });
}

QFuture<Result<void>> MnsClient::deleteTopic(const QString &topic)
{
    return mnsCall(*m_transport, {u"DeleteTopic"_s, "DELETE", topicTarget(topic)}, nothing);
}

QFuture<Result<TopicList>> MnsClient::listTopics(const ListPage &page)
{
    return mnsCall(*m_transport, listRequest(u"ListTopic"_s, "/topics", page),
                   [](const ApiReply &reply) { return parseTopicList(reply.body); });
}

QFuture<Result<SentMessage>> MnsClient::publish(const QString &topic,
                                                const PublishedMessage &message)
{
    const ApiRequest request{u"PublishMessage"_s, "POST", topicTarget(topic) + "/messages", kXml,
                             writePublish(message)};
    return mnsCall(*m_transport, request,
                   [](const ApiReply &reply) { return parseSent(reply.body); });
}

QFuture<Result<MnsClient::Created>> MnsClient::subscribe(const QString &topic, const QString &name,
                                                         const SubscriptionPatch &attributes)
{
    const ApiRequest request{u"Subscribe"_s, "PUT", subscriptionTarget(topic, name), kXml,
                             writeSubscription(attributes)};
    return mnsCall(*m_transport, request, created<Created>);
}

QFuture<Result<void>> MnsClient::setSubscriptionAttributes(const QString &topic,
                                                           const QString &name,
                                                           const SubscriptionPatch &attributes)
{
    const ApiRequest request{u"SetSubscriptionAttributes"_s, "PUT",
                             subscriptionTarget(topic, name) + "?metaoverride=true", kXml,
                             writeSubscription(attributes)};
    return mnsCall(*m_transport, request, nothing);
}

QFuture<Result<SubscriptionAttributes>> MnsClient::subscriptionAttributes(const QString &topic,
                                                                          const QString &name)
{
    const ApiRequest request{u"GetSubscriptionAttributes"_s, "GET",
                             subscriptionTarget(topic, name)};
    return mnsCall(*m_transport, request,
                   [](const ApiReply &reply) { return parseSubscriptionAttributes(reply.body); });
}

QFuture<Result<void>> MnsClient::unsubscribe(const QString &topic, const QString &name)
{
    return mnsCall(*m_transport, {u"Unsubscribe"_s, "DELETE", subscriptionTarget(topic, name)},
                   nothing);
}

QFuture<Result<SubscriptionList>> MnsClient::listSubscriptions(const QString &topic,
                                                               const ListPage &page)
{
    return mnsCall(
        *m_transport,
        listRequest(u"ListSubscriptionByTopic"_s, topicTarget(topic) + "/subscriptions", page),
        [](const ApiReply &reply) { return parseSubscriptionList(reply.body); });
}

} // namespace Signalbox
