// SPDX-License-Identifier: GPL-3.0-only
#include "api/adminapi.h"
#include "api/adminjson.h"
#include "api/jsonreply.h"
#include "engine/engine.h"
#include "engine/topics.h"

#include <QJsonArray>

namespace Signalbox {

namespace {

constexpr int kMaxPage = 1000;
constexpr int kDefaultPage = 100;

Error invalid(const QString &message)
{
    return {ErrorCode::InvalidArgument, message};
}

Result<BrowseQuery::Order> browseOrder(const QByteArray &name)
{
    if (name.isEmpty() || name == "newest")
        return BrowseQuery::Order::NewestFirst;
    if (name == "oldest")
        return BrowseQuery::Order::OldestFirst;
    if (name == "nextVisible")
        return BrowseQuery::Order::NextVisible;
    return invalid(QStringLiteral("The order must be newest, oldest or nextVisible."));
}

Result<std::optional<SearchQuery>> searchQuery(const QByteArray &text)
{
    if (text.isEmpty())
        return std::optional<SearchQuery>();
    if (text.size() > Limits::kMaxSearchBytes) {
        return invalid(QStringLiteral("The text to search has at most %1 bytes.")
                           .arg(Limits::kMaxSearchBytes));
    }
    const auto parsed = SearchQuery::parse(QString::fromUtf8(text));
    if (const auto *problem = std::get_if<SearchProblem>(&parsed))
        return Error{ErrorCode::InvalidSearch, searchProblemText(*problem)};
    return std::optional(std::get<SearchQuery>(parsed));
}

/// The messages that the body names and nothing else; a body that does not is answered.
std::optional<QList<QByteArray>> idsIn(const ExchangePtr &exchange)
{
    const Result<QJsonObject> body = jsonBody(*exchange, {"messageIds"});
    const Result<QList<QByteArray>> ids =
        body ? messageIds(*body, kMaxPage) : Result<QList<QByteArray>>(body.error());
    if (ids)
        return *ids;
    exchange->refuse(ids.error());
    return std::nullopt;
}

Result<BrowseQuery> browseQuery(const QueryItems &items)
{
    BrowseQuery query;
    if (const QByteArray state = items.value("state"); !state.isEmpty()) {
        query.state = AdminJson::messageState(state);
        if (!query.state)
            return invalid(QStringLiteral("The state must be ready, delayed, leased or blocked."));
    }
    const Result<BrowseQuery::Order> order = browseOrder(items.value("order"));
    if (!order)
        return order.error();
    query.order = *order;
    const Result<std::optional<qint64>> limit = items.integer("limit", 1, kMaxPage);
    if (!limit)
        return limit.error();
    query.limit = int(limit->value_or(kDefaultPage));
    if (const QByteArray cursor = items.value("cursor"); !cursor.isEmpty()) {
        query.after = AdminJson::browseCursor(cursor, query.order);
        if (!query.after)
            return invalid(QStringLiteral("The cursor is none of this broker and order."));
    }
    const Result<std::optional<SearchQuery>> search = searchQuery(items.value("search"));
    if (!search)
        return search.error();
    query.search = *search;
    if (items.has("bodies")) {
        const Result<bool> bodies = items.boolean("bodies");
        if (!bodies)
            return bodies.error();
        query.withBodies = *bodies;
    }
    return query;
}

} // namespace

void AdminApi::browseMessages(const ExchangePtr &exchange) const
{
    const Result<BrowseQuery> query = browseQuery(exchange->query());
    if (!query)
        return exchange->refuse(query.error());
    m_engine.browse(
        exchange->caller(), queueName(*exchange), *query,
        answeringJson<BrowsePage>(exchange, [this, query = *query](const BrowsePage &page) {
            return messagePage(page, query);
        }));
}

void AdminApi::listOutbox(const ExchangePtr &exchange) const
{
    const Result<BrowseQuery> query = browseQuery(exchange->query());
    if (!query)
        return exchange->refuse(query.error());
    m_topics.browseOutbox(
        exchange->caller(), *query,
        answeringJson<BrowsePage>(exchange, [this, query = *query](const BrowsePage &page) {
            return messagePage(page, query);
        }));
}

void AdminApi::deleteFromOutbox(const ExchangePtr &exchange) const
{
    if (const std::optional<QList<QByteArray>> ids = idsIn(exchange))
        m_topics.deleteFromOutbox(exchange->caller(), *ids,
                                  answeringJson<TrashEntry>(exchange, AdminJson::trashEntry));
}

QJsonObject AdminApi::messagePage(const BrowsePage &page, const BrowseQuery &query) const
{
    QJsonArray messages;
    for (const MessageRow &row : page.messages)
        messages.append(
            AdminJson::message(row, m_engine.messageId(row.key.sequence), query.withBodies));
    return {{QStringLiteral("messages"), messages},
            {QStringLiteral("cursor"), AdminJson::browseCursor(page.next, query.order)},
            {QStringLiteral("complete"), !page.next},
            {QStringLiteral("scanned"), page.scanned}};
}

void AdminApi::getMessage(const ExchangePtr &exchange) const
{
    m_engine.message(exchange->caller(), queueName(*exchange), exchange->segment(5),
                     answeringJson<MessageRow>(exchange, [this](const MessageRow &row) {
                         return AdminJson::message(row, m_engine.messageId(row.key.sequence), true);
                     }));
}

void AdminApi::findMessages(const ExchangePtr &exchange) const
{
    BrowseQuery query;
    query.withBodies = false;
    if (const std::optional<QList<QByteArray>> ids = idsIn(exchange))
        m_engine.messages(
            exchange->caller(), queueName(*exchange), *ids,
            answeringJson<BrowsePage>(exchange, [this, query](const BrowsePage &page) {
                return messagePage(page, query);
            }));
}

void AdminApi::deleteMessage(const ExchangePtr &exchange) const
{
    m_engine.trashMessages(exchange->caller(), queueName(*exchange), {exchange->segment(5)},
                           answeringJson<TrashEntry>(exchange, AdminJson::trashEntry));
}

void AdminApi::deleteMessages(const ExchangePtr &exchange) const
{
    if (const std::optional<QList<QByteArray>> ids = idsIn(exchange))
        m_engine.trashMessages(exchange->caller(), queueName(*exchange), *ids,
                               answeringJson<TrashEntry>(exchange, AdminJson::trashEntry));
}

void AdminApi::moveMessages(const ExchangePtr &exchange) const
{
    const Result<QJsonObject> body = jsonBody(*exchange, {"messageIds", "to"});
    if (!body)
        return exchange->refuse(body.error());
    const Result<QList<QByteArray>> ids = messageIds(*body, kMaxPage);
    if (!ids)
        return exchange->refuse(ids.error());
    const QString to = body->value(QStringLiteral("to")).toString();
    if (to.isEmpty())
        return exchange->refuse(invalid(QStringLiteral("\"to\" must be the name of a queue.")));
    m_engine.moveMessages(exchange->caller(), queueName(*exchange), *ids, to,
                          answeringJson<MovedMessages>(exchange, AdminJson::movedMessages));
}

} // namespace Signalbox
