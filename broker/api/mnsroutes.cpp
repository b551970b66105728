// SPDX-License-Identifier: GPL-3.0-only
#include "api/mnsroutes.h"

namespace Signalbox {

namespace {

constexpr MnsOperation kGetAccountAttributes{"GetAccountAttributes", "mns:GetAccountAttributes",
                                             &MnsApi::getAccountAttributes};
constexpr MnsOperation kSetAccountAttributes{"SetAccountAttributes", "mns:SetAccountAttributes",
                                             &MnsApi::setAccountAttributes, true};
constexpr MnsOperation kGetAccount{"GetAccount", "mns:GetAccountAttributes", &MnsApi::getAccount};
constexpr MnsOperation kOpenService{"OpenService", "mns:OpenService", &MnsApi::openService};
constexpr MnsOperation kListQueue{"ListQueue", "mns:ListQueue", &MnsApi::listQueue};
constexpr MnsOperation kCreateQueue{"CreateQueue", "mns:CreateQueue", &MnsApi::createQueue, true};
constexpr MnsOperation kSetQueueAttributes{"SetQueueAttributes", "mns:SetQueueAttributes",
                                           &MnsApi::setQueueAttributes, true};
constexpr MnsOperation kGetQueueAttributes{"GetQueueAttributes", "mns:GetQueueAttributes",
                                           &MnsApi::getQueueAttributes};
constexpr MnsOperation kDeleteQueue{"DeleteQueue", "mns:DeleteQueue", &MnsApi::deleteQueue};
constexpr MnsOperation kSendMessage{"SendMessage", "mns:SendMessage", &MnsApi::sendMessage, true};
constexpr MnsOperation kReceiveMessage{"ReceiveMessage", "mns:ReceiveMessage",
                                       &MnsApi::receiveMessage};
constexpr MnsOperation kBatchReceiveMessage{"BatchReceiveMessage", "mns:ReceiveMessage",
                                            &MnsApi::batchReceiveMessage};
constexpr MnsOperation kPeekMessage{"PeekMessage", "mns:PeekMessage", &MnsApi::peekMessage};
constexpr MnsOperation kBatchPeekMessage{"BatchPeekMessage", "mns:PeekMessage",
                                         &MnsApi::batchPeekMessage};
constexpr MnsOperation kDeleteMessage{"DeleteMessage", "mns:DeleteMessage", &MnsApi::deleteMessage};
constexpr MnsOperation kBatchDeleteMessage{"BatchDeleteMessage", "mns:DeleteMessage",
                                           &MnsApi::batchDeleteMessage, true};
constexpr MnsOperation kChangeMessageVisibility{
    "ChangeMessageVisibility", "mns:ChangeMessageVisibility", &MnsApi::changeMessageVisibility};

constexpr MnsOperation kListTopic{"ListTopic", "mns:ListTopic", &MnsApi::listTopic};
constexpr MnsOperation kCreateTopic{"CreateTopic", "mns:CreateTopic", &MnsApi::createTopic, true};
constexpr MnsOperation kSetTopicAttributes{"SetTopicAttributes", "mns:SetTopicAttributes",
                                           &MnsApi::setTopicAttributes, true};
constexpr MnsOperation kGetTopicAttributes{"GetTopicAttributes", "mns:GetTopicAttributes",
                                           &MnsApi::getTopicAttributes};
constexpr MnsOperation kDeleteTopic{"DeleteTopic", "mns:DeleteTopic", &MnsApi::deleteTopic};
constexpr MnsOperation kPublishMessage{"PublishMessage", "mns:PublishMessage",
                                       &MnsApi::publishMessage, true};
constexpr MnsOperation kListSubscriptionByTopic{
    "ListSubscriptionByTopic", "mns:ListSubscriptionByTopic", &MnsApi::listSubscriptionByTopic};
constexpr MnsOperation kSubscribe{"Subscribe", "mns:Subscribe", &MnsApi::subscribe, true};
constexpr MnsOperation kSetSubscriptionAttributes{"SetSubscriptionAttributes",
                                                  "mns:SetSubscriptionAttributes",
                                                  &MnsApi::setSubscriptionAttributes, true};
constexpr MnsOperation kGetSubscriptionAttributes{"GetSubscriptionAttributes",
                                                  "mns:GetSubscriptionAttributes",
                                                  &MnsApi::getSubscriptionAttributes};
constexpr MnsOperation kUnsubscribe{"Unsubscribe", "mns:Unsubscribe", &MnsApi::unsubscribe};

/// Counts when it is true; anything else counts as absent, as on the service.
bool isOverride(const QueryItems &query)
{
    return query.value("metaoverride").compare("true", Qt::CaseInsensitive) == 0;
}

/// Counts unless it says no: who asks in whatever words to look must not take.
bool isPeek(const QueryItems &query)
{
    const QByteArray value = query.value("peekonly");
    return query.has("peekonly") && value != "0"
        && value.compare("false", Qt::CaseInsensitive) != 0;
}

const MnsOperation *findOnAccount(QByteArrayView method, const QueryItems &query)
{
    if (query.has("accountmeta")) {
        if (method == "GET")
            return &kGetAccountAttributes;
        return method == "PUT" ? &kSetAccountAttributes : nullptr;
    }
    return method == "GET" && query.has("account") ? &kGetAccount : nullptr;
}

const MnsOperation *findOnQueue(QByteArrayView method, const QueryItems &query)
{
    if (method == "PUT")
        return isOverride(query) ? &kSetQueueAttributes : &kCreateQueue;
    if (method == "GET")
        return &kGetQueueAttributes;
    return method == "DELETE" ? &kDeleteQueue : nullptr;
}

const MnsOperation *findOnMessages(QByteArrayView method, const QueryItems &query)
{
    if (method == "POST")
        return &kSendMessage;
    if (method == "GET") {
        const bool isBatch = query.has("numOfMessages");
        if (isPeek(query))
            return isBatch ? &kBatchPeekMessage : &kPeekMessage;
        return isBatch ? &kBatchReceiveMessage : &kReceiveMessage;
    }
    if (method == "DELETE")
        return query.has("ReceiptHandle") ? &kDeleteMessage : &kBatchDeleteMessage;
    return method == "PUT" ? &kChangeMessageVisibility : nullptr;
}

const MnsOperation *findOnTopic(QByteArrayView method, const QueryItems &query)
{
    if (method == "PUT")
        return isOverride(query) ? &kSetTopicAttributes : &kCreateTopic;
    if (method == "GET")
        return &kGetTopicAttributes;
    return method == "DELETE" ? &kDeleteTopic : nullptr;
}

const MnsOperation *findOnSubscription(QByteArrayView method, const QueryItems &query)
{
    if (method == "PUT")
        return isOverride(query) ? &kSetSubscriptionAttributes : &kSubscribe;
    if (method == "GET")
        return &kGetSubscriptionAttributes;
    return method == "DELETE" ? &kUnsubscribe : nullptr;
}

const MnsOperation *findUnderQueues(QByteArrayView method, const ResourcePath &resource)
{
    const QList<QByteArray> &path = resource.segments;
    if (path.size() == 1 && method == "GET")
        return &kListQueue;
    if (path.size() == 1) // "/queues/": without a name, which creating refuses with the right code
        return method == "PUT" ? &kCreateQueue : nullptr;
    if (path.size() == 2)
        return findOnQueue(method, resource.query);
    if (path.size() == 3 && path.at(2) == "messages")
        return findOnMessages(method, resource.query);
    return nullptr;
}

const MnsOperation *findUnderTopics(QByteArrayView method, const ResourcePath &resource)
{
    const QList<QByteArray> &path = resource.segments;
    if (path.size() == 1 && method == "GET")
        return &kListTopic;
    if (path.size() == 1)
        return method == "PUT" ? &kCreateTopic : nullptr;
    if (path.size() == 2)
        return findOnTopic(method, resource.query);
    if (path.at(2) == "messages")
        return path.size() == 3 && method == "POST" ? &kPublishMessage : nullptr;
    if (path.at(2) != "subscriptions")
        return nullptr;
    if (path.size() == 3 && method == "GET")
        return &kListSubscriptionByTopic;
    if (path.size() == 3)
        return method == "PUT" ? &kSubscribe : nullptr;
    return path.size() == 4 ? findOnSubscription(method, resource.query) : nullptr;
}

} // namespace

const MnsOperation *findMnsOperation(QByteArrayView method, const ResourcePath &resource)
{
    const QList<QByteArray> &path = resource.segments;
    if (path.isEmpty())
        return findOnAccount(method, resource.query);
    if (path.size() == 2 && path.at(0) == "commonbuy" && path.at(1) == "openservice")
        return method == "POST" ? &kOpenService : nullptr;
    if (path.at(0) == "queues")
        return findUnderQueues(method, resource);
    return path.at(0) == "topics" ? findUnderTopics(method, resource) : nullptr;
}

} // namespace Signalbox
