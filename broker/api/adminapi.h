// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "api/exchange.h"
#include "api/rowchanges.h"
#include "engine/topicregistry.h"

#include <QJsonObject>

#include <memory>
#include <span>

namespace Signalbox {

class AdminApi;
struct BrowsePage;

/// One operation of the admin API. The OpenAPI file describes exactly these.
struct AdminRoute
{
    const char *method = nullptr; ///< "GET"
    const char *path = nullptr; ///< Below the prefix: "/queues/{queue}/purge".
    const char *operation = nullptr; ///< Its operationId: "purgeQueue".
    void (AdminApi::*run)(const ExchangePtr &exchange) const = nullptr;
    bool takesBody = false; ///< Others refuse members of one.
    bool isPublic = false; ///< Answers unsigned requests.
};

/// The admin API: JSON over /signalbox/v1, for what MNS lacks. Signed like MNS; requests with a
/// body must carry Content-MD5, since signatures do not cover bodies, and web pages are refused
/// unless their origin is allowed. Lives in the HTTP thread.
class AdminApi
{
public:
    static constexpr QByteArrayView kPrefix = "/signalbox/v1";

    AdminApi(const ApiServices &services, const BrokerFacts &facts);

    /// Answers \a request through \a slot, now or later. Its target begins with the prefix.
    void handle(const HttpRequest &request, ReplySlot slot) const;

    [[nodiscard]] static std::span<const AdminRoute> routes();
    /// The OpenAPI document that describes the routes.
    [[nodiscard]] static QByteArray openApiDocument();

    // Operations. The caller is known, except of public ones.
    void getOpenApi(const ExchangePtr &exchange) const;
    void getStatus(const ExchangePtr &exchange) const;
    void getMetrics(const ExchangePtr &exchange) const;
    void listRequests(const ExchangePtr &exchange) const;

    void listQueues(const ExchangePtr &exchange) const;
    void getQueue(const ExchangePtr &exchange) const;
    void deleteQueue(const ExchangePtr &exchange) const;
    void purgeQueue(const ExchangePtr &exchange) const;
    void getQueueMetrics(const ExchangePtr &exchange) const;
    void listReceivers(const ExchangePtr &exchange) const;

    void browseMessages(const ExchangePtr &exchange) const;
    void getMessage(const ExchangePtr &exchange) const;
    void deleteMessage(const ExchangePtr &exchange) const;
    void findMessages(const ExchangePtr &exchange) const;
    void deleteMessages(const ExchangePtr &exchange) const;
    void moveMessages(const ExchangePtr &exchange) const;
    void redrive(const ExchangePtr &exchange) const;
    void undoRedrive(const ExchangePtr &exchange) const;

    void listTopics(const ExchangePtr &exchange) const;
    void getTopic(const ExchangePtr &exchange) const;
    void getTopicMetrics(const ExchangePtr &exchange) const;
    void deleteTopic(const ExchangePtr &exchange) const;
    void unsubscribe(const ExchangePtr &exchange) const;
    void retryNow(const ExchangePtr &exchange) const;
    void pauseSubscription(const ExchangePtr &exchange) const;
    void resumeSubscription(const ExchangePtr &exchange) const;
    void listAttempts(const ExchangePtr &exchange) const;
    void sendAttemptAgain(const ExchangePtr &exchange) const;
    void testPush(const ExchangePtr &exchange) const;
    void listOutbox(const ExchangePtr &exchange) const;
    void deleteFromOutbox(const ExchangePtr &exchange) const;
    void sendFromOutbox(const ExchangePtr &exchange) const;

    void listTrash(const ExchangePtr &exchange) const;
    void restoreTrash(const ExchangePtr &exchange) const;
    void stopRestore(const ExchangePtr &exchange) const;
    void deleteTrashEntry(const ExchangePtr &exchange) const;
    void emptyTrash(const ExchangePtr &exchange) const;

    void getClock(const ExchangePtr &exchange) const;
    void freezeClock(const ExchangePtr &exchange) const;
    void runClock(const ExchangePtr &exchange) const;
    void advanceClock(const ExchangePtr &exchange) const;

private:
    /// The cursor of "since"; 0 without one. Errors: InvalidArgument.
    [[nodiscard]] static Result<quint64> cursorOf(const Exchange &exchange);
    /// The {queue} of a path.
    [[nodiscard]] static QString queueName(const Exchange &exchange);
    /// The {topic} of a path; null when there is none, which is answered then.
    [[nodiscard]] const TopicRegistry::Topic *topicOr404(const ExchangePtr &exchange) const;
    [[nodiscard]] QJsonObject clockJson() const;
    [[nodiscard]] QJsonObject messagePage(const BrowsePage &page, const BrowseQuery &query) const;
    void setPaused(const ExchangePtr &exchange, bool paused) const;
    void removeTrash(const ExchangePtr &exchange, qint64 entry) const;

    const ApiServices &m_services;
    const BrokerFacts &m_facts;
    Engine &m_engine;
    Topics &m_topics;
    const std::unique_ptr<RowChanges> m_topicChanges;
};

} // namespace Signalbox
