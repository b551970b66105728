// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "api/exchange.h"

namespace Signalbox {

/// The MNS API 2015-06-06: one small function per operation, which parses, calls the engine and
/// encodes. Lives in the HTTP thread. Source: MNS API reference.
class MnsApi
{
public:
    explicit MnsApi(const ApiServices &services);

    /// Answers \a request through \a slot, now or later.
    void handle(const HttpRequest &request, ReplySlot slot) const;

    /// The document of an error, with the headers every reply has.
    [[nodiscard]] static HttpReply refusal(const Exchange &exchange, const Error &error);

    // Operations. The caller is known and may do what he asks for.
    void getAccountAttributes(const ExchangePtr &exchange) const;
    void setAccountAttributes(const ExchangePtr &exchange) const;
    void getAccount(const ExchangePtr &exchange) const;
    void openService(const ExchangePtr &exchange) const;

    void listQueue(const ExchangePtr &exchange) const;
    void createQueue(const ExchangePtr &exchange) const;
    void setQueueAttributes(const ExchangePtr &exchange) const;
    void getQueueAttributes(const ExchangePtr &exchange) const;
    void deleteQueue(const ExchangePtr &exchange) const;

    void sendMessage(
        const ExchangePtr &exchange) const; ///< And BatchSendMessage: its root element tells.
    void receiveMessage(const ExchangePtr &exchange) const;
    void batchReceiveMessage(const ExchangePtr &exchange) const;
    void peekMessage(const ExchangePtr &exchange) const;
    void batchPeekMessage(const ExchangePtr &exchange) const;
    void deleteMessage(const ExchangePtr &exchange) const;
    void batchDeleteMessage(const ExchangePtr &exchange) const;
    void changeMessageVisibility(const ExchangePtr &exchange) const;

    void listTopic(const ExchangePtr &exchange) const;
    void createTopic(const ExchangePtr &exchange) const;
    void setTopicAttributes(const ExchangePtr &exchange) const;
    void getTopicAttributes(const ExchangePtr &exchange) const;
    void deleteTopic(const ExchangePtr &exchange) const;
    void publishMessage(const ExchangePtr &exchange) const;

    void listSubscriptionByTopic(const ExchangePtr &exchange) const;
    void subscribe(const ExchangePtr &exchange) const;
    void setSubscriptionAttributes(const ExchangePtr &exchange) const;
    void getSubscriptionAttributes(const ExchangePtr &exchange) const;
    void unsubscribe(const ExchangePtr &exchange) const;

private:
    void receive(const ExchangePtr &exchange, bool isBatch) const;
    void peek(const ExchangePtr &exchange, bool isBatch) const;
    /// Refuses for \a error in the request, unless the queue it names does not exist: that comes
    /// first.
    void refuseArguments(const ExchangePtr &exchange, const Error &error) const;

    const ApiServices &m_services;
    Engine &m_engine;
    Topics &m_topics;
};

} // namespace Signalbox
