// SPDX-License-Identifier: GPL-3.0-only
#include "api/adminapi.h"
#include "api/adminjson.h"
#include "api/jsonreply.h"
#include "engine/engine.h"

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

Result<Engine::RedriveOrder> redriveOrder(const QJsonObject &body)
{
    Engine::RedriveOrder order;
    if (body.contains("messageIds"_L1)) {
        const Result<QList<QByteArray>> ids = messageIds(body, Limits::kMaxRedriven);
        if (!ids)
            return ids.error();
        order.messageIds = *ids;
    }
    const Result<std::optional<QString>> target = optionalText(body, u"to"_s);
    if (!target)
        return target.error();
    order.target = *target;
    const Result<std::optional<QString>> cursor = optionalText(body, u"cursor"_s);
    if (!cursor)
        return cursor.error();
    if (*cursor) {
        order.after = AdminJson::browseCursor((*cursor)->toLatin1(), kRedriveOrder);
        if (!order.after)
            return Error{ErrorCode::InvalidArgument, u"The cursor is none of this broker."_s};
    }
    return order;
}

QJsonValue idOrNull(const Engine &engine, MessageSequence sequence)
{
    return sequence == 0 ? QJsonValue()
                         : QJsonValue(QString::fromLatin1(engine.messageId(sequence)));
}

} // namespace

void AdminApi::redrive(const ExchangePtr &exchange) const
{
    const Result<QJsonObject> body = jsonBody(*exchange, {"messageIds", "to", "cursor"});
    if (!body)
        return exchange->refuse(body.error());
    const Result<Engine::RedriveOrder> order = redriveOrder(*body);
    if (!order)
        return exchange->refuse(order.error());
    const auto toObject = [this](const Redriven &redriven) {
        return QJsonObject{{u"moved"_s, redriven.moved},
                           {u"inFlight"_s, redriven.held},
                           {u"withoutOrigin"_s, redriven.homeless},
                           {u"firstId"_s, idOrNull(m_engine, redriven.first)},
                           {u"lastId"_s, idOrNull(m_engine, redriven.last)},
                           {u"cursor"_s, AdminJson::browseCursor(redriven.next, kRedriveOrder)},
                           {u"complete"_s, !redriven.next}};
    };
    m_engine.redrive(exchange->caller(), queueName(*exchange), *order,
                     answeringJson<Redriven>(exchange, toObject));
}

void AdminApi::undoRedrive(const ExchangePtr &exchange) const
{
    const Result<QJsonObject> body = jsonBody(*exchange, {"firstId", "lastId"});
    if (!body)
        return exchange->refuse(body.error());
    m_engine.undoRedrive(exchange->caller(), queueName(*exchange),
                         body->value("firstId"_L1).toString().toLatin1(),
                         body->value("lastId"_L1).toString().toLatin1(),
                         answeringJson<MovedMessages>(exchange, AdminJson::movedMessages));
}

} // namespace Signalbox
