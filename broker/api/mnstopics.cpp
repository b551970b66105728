// SPDX-License-Identifier: GPL-3.0-only
#include "api/listrequest.h"
#include "api/mnsapi.h"
#include "api/xmlreply.h"
#include "engine/topics.h"
#include "protocol/messagexml.h"
#include "protocol/subscriptionxml.h"
#include "protocol/topicxml.h"

namespace Signalbox {

namespace {

QString topicName(const Exchange &exchange)
{
    return QString::fromUtf8(exchange.segment(1));
}

QString subscriptionName(const Exchange &exchange)
{
    return QString::fromUtf8(exchange.segment(3));
}

/// Refuses for \a error in the request, unless what it names does not exist: that comes first.
template <typename T>
void refuseUnlessMissing(const ExchangePtr &exchange, const Result<T> &named, const Error &error)
{
    exchange->refuse(named ? error : named.error());
}

auto answeringNothing(const ExchangePtr &exchange)
{
    return answering<void>(exchange, [exchange] { return xmlReply(*exchange, 204); });
}

/// The same where nothing to delete is fine as well.
auto answeringDeleted(const ExchangePtr &exchange)
{
    return answering<std::optional<TrashEntry>>(
        exchange, [exchange](const auto &) { return xmlReply(*exchange, 204); });
}

} // namespace

void MnsApi::listTopic(const ExchangePtr &exchange) const
{
    const Result<ListPage> page = parseListPage(exchange->request());
    if (!page)
        return exchange->refuse(page.error());
    const Result<Topics::TopicPage> list = m_topics.listTopics(exchange->caller(), *page);
    if (!list)
        return exchange->refuse(list.error());
    exchange->reply(xmlReply(
        *exchange, 200,
        writeTopicList(exchange->baseUrl(), {list->topics, list->nextMarker}, page->withMeta)));
}

void MnsApi::createTopic(const ExchangePtr &exchange) const
{
    const Result<TopicSettingsPatch> attributes = parseTopicSettings(exchange->request().body);
    if (!attributes)
        return exchange->refuse(attributes.error());
    const QString name = topicName(*exchange);
    m_topics.createTopic(
        exchange->caller(), name, *attributes,
        answering<Topics::Created>(exchange, [exchange, name](Topics::Created created) {
            return createdReply(*exchange, created, topicUrl(exchange->baseUrl(), name));
        }));
}

void MnsApi::setTopicAttributes(const ExchangePtr &exchange) const
{
    const Result<TopicSettingsPatch> attributes = parseTopicSettings(exchange->request().body);
    if (!attributes) {
        return refuseUnlessMissing(
            exchange, m_topics.topicAttributes(exchange->caller(), topicName(*exchange)),
            attributes.error());
    }
    m_topics.setTopicAttributes(exchange->caller(), topicName(*exchange), *attributes,
                                answeringNothing(exchange));
}

void MnsApi::getTopicAttributes(const ExchangePtr &exchange) const
{
    const Result<TopicAttributes> attributes =
        m_topics.topicAttributes(exchange->caller(), topicName(*exchange));
    if (!attributes)
        return exchange->refuse(attributes.error());
    exchange->reply(xmlReply(*exchange, 200, writeTopicAttributes(*attributes)));
}

void MnsApi::deleteTopic(const ExchangePtr &exchange) const
{
    m_topics.deleteTopic(exchange->caller(), topicName(*exchange), answeringDeleted(exchange));
}

void MnsApi::publishMessage(const ExchangePtr &exchange) const
{
    const Result<PublishedMessage> message = parsePublish(exchange->request().body);
    if (!message) {
        return refuseUnlessMissing(
            exchange, m_topics.topicAttributes(exchange->caller(), topicName(*exchange)),
            message.error());
    }
    m_topics.publish(exchange->caller(), topicName(*exchange), *message,
                     answering<SentMessage>(exchange, [exchange](const SentMessage &sent) {
                         return xmlReply(*exchange, 201, writeSent(sent));
                     }));
}

void MnsApi::listSubscriptionByTopic(const ExchangePtr &exchange) const
{
    const Result<ListPage> page = parseListPage(exchange->request());
    if (!page) {
        return refuseUnlessMissing(
            exchange, m_topics.topicAttributes(exchange->caller(), topicName(*exchange)),
            page.error());
    }
    const Result<Topics::SubscriptionPage> list =
        m_topics.listSubscriptions(exchange->caller(), topicName(*exchange), *page);
    if (!list)
        return exchange->refuse(list.error());
    exchange->reply(
        xmlReply(*exchange, 200,
                 writeSubscriptionList(exchange->baseUrl(), topicName(*exchange),
                                       {list->subscriptions, list->nextMarker}, page->withMeta)));
}

void MnsApi::subscribe(const ExchangePtr &exchange) const
{
    const Result<SubscriptionPatch> attributes = parseSubscription(exchange->request().body);
    if (!attributes) {
        return refuseUnlessMissing(
            exchange, m_topics.topicAttributes(exchange->caller(), topicName(*exchange)),
            attributes.error());
    }
    const QByteArray url =
        subscriptionUrl(exchange->baseUrl(), topicName(*exchange), subscriptionName(*exchange));
    m_topics.subscribe(
        exchange->caller(), topicName(*exchange), subscriptionName(*exchange), *attributes,
        answering<Topics::Created>(exchange, [exchange, url](Topics::Created created) {
            return createdReply(*exchange, created, url);
        }));
}

void MnsApi::setSubscriptionAttributes(const ExchangePtr &exchange) const
{
    const QString topic = topicName(*exchange);
    const QString name = subscriptionName(*exchange);
    Result<SubscriptionPatch> attributes = parseSubscription(exchange->request().body);
    if (!attributes) {
        return refuseUnlessMissing(exchange,
                                   m_topics.subscriptionAttributes(exchange->caller(), topic, name),
                                   attributes.error());
    }
    // Fixed when it was made; SDKs send them along all the same.
    attributes->endpoint.reset();
    attributes->format.reset();
    m_topics.setSubscriptionAttributes(exchange->caller(), topic, name, *attributes,
                                       answeringNothing(exchange));
}

void MnsApi::getSubscriptionAttributes(const ExchangePtr &exchange) const
{
    const Result<SubscriptionAttributes> attributes = m_topics.subscriptionAttributes(
        exchange->caller(), topicName(*exchange), subscriptionName(*exchange));
    if (!attributes)
        return exchange->refuse(attributes.error());
    exchange->reply(xmlReply(*exchange, 200, writeSubscriptionAttributes(*attributes)));
}

void MnsApi::unsubscribe(const ExchangePtr &exchange) const
{
    m_topics.unsubscribe(exchange->caller(), topicName(*exchange), subscriptionName(*exchange),
                         answeringDeleted(exchange));
}

} // namespace Signalbox
