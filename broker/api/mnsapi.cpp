// SPDX-License-Identifier: GPL-3.0-only
#include "api/mnsapi.h"

#include "api/mnsroutes.h"
#include "api/xmlreply.h"
#include "engine/engine.h"
#include "protocol/accountxml.h"
#include "protocol/errorxml.h"
#include "protocol/wireerrors.h"
#include "protocol/xmlreader.h"

namespace Signalbox {

namespace {

Result<void> checkContentType(const HttpRequest &request)
{
    const QByteArray type = request.header("content-type").split(';').first().trimmed().toLower();
    if (type.isEmpty() || type == "text/xml" || type == "application/xml"
        || XmlReader::isBlank(request.body))
        return {};
    return Error{ErrorCode::InvalidContentType,
                 QStringLiteral("The header Content-Type must be text/xml.")};
}

} // namespace

MnsApi::MnsApi(const ApiServices &services)
    : m_services(services)
    , m_engine(services.engine)
    , m_topics(services.topics)
{
}

HttpReply MnsApi::refusal(const Exchange &exchange, const Error &error)
{
    return xmlReply(exchange, wireError(error.code).httpStatus,
                    writeError(error, exchange.caller().requestId, exchange.baseUrl()));
}

void MnsApi::handle(const HttpRequest &request, ReplySlot slot) const
{
    const auto exchange = std::make_shared<Exchange>(m_services, request, std::move(slot), refusal);
    const Result<ResourcePath> &resource = exchange->resource();
    if (!resource)
        return exchange->refuse(resource.error());
    const MnsOperation *operation = findMnsOperation(request.method, *resource);
    if (!operation) {
        return exchange->refuse(
            {ErrorCode::InvalidRequestUrl,
             QStringLiteral("No operation is called by this method on this path.")});
    }
    exchange->setOperation(operation->name);
    if (!exchange->authenticate() || !exchange->allow(operation->action))
        return;
    if (operation->takesDocument) {
        if (const Result<void> type = checkContentType(request); !type)
            return exchange->refuse(type.error());
    }
    (this->*operation->run)(exchange);
}

void MnsApi::refuseArguments(const ExchangePtr &exchange, const Error &error) const
{
    m_engine.queueAttributes(exchange->caller(), QString::fromUtf8(exchange->segment(1)),
                             [exchange, error](const Result<QueueAttributes> &queue) {
                                 exchange->refuse(queue ? error : queue.error());
                             });
}

void MnsApi::getAccountAttributes(const ExchangePtr &exchange) const
{
    const QString bucket = m_engine.loggingBucket(exchange->caller());
    exchange->reply(xmlReply(*exchange, 200, writeAccountAttributes(bucket)));
}

void MnsApi::setAccountAttributes(const ExchangePtr &exchange) const
{
    const Result<AccountSettingsPatch> patch = parseAccountSettings(exchange->request().body);
    if (!patch)
        return exchange->refuse(patch.error());
    if (!patch->loggingBucket)
        return exchange->reply(xmlReply(*exchange, 204));
    m_engine.setLoggingBucket(
        exchange->caller(), *patch->loggingBucket,
        answering<void>(exchange, [exchange] { return xmlReply(*exchange, 204); }));
}

void MnsApi::getAccount(const ExchangePtr &exchange) const
{
    exchange->reply(xmlReply(*exchange, 200, writeAccountId(exchange->caller().account)));
}

void MnsApi::openService(const ExchangePtr &exchange) const
{
    // The service is always open here; an order is only an id to show.
    exchange->reply(xmlReply(*exchange, 200, writeOpenService(exchange->caller().requestId)));
}

} // namespace Signalbox
