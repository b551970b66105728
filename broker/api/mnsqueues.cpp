// SPDX-License-Identifier: GPL-3.0-only
#include "api/listrequest.h"
#include "api/mnsapi.h"
#include "api/xmlreply.h"
#include "engine/engine.h"
#include "protocol/queuexml.h"

namespace Signalbox {

namespace {

QString queueName(const Exchange &exchange)
{
    return QString::fromUtf8(exchange.segment(1));
}

} // namespace

void MnsApi::listQueue(const ExchangePtr &exchange) const
{
    const Result<ListPage> page = parseListPage(exchange->request());
    if (!page)
        return exchange->refuse(page.error());
    const Result<Engine::QueueList> list = m_engine.listQueues(exchange->caller(), *page);
    if (!list)
        return exchange->refuse(list.error());
    const QueueList document{list->queues, list->nextMarker};
    exchange->reply(
        xmlReply(*exchange, 200, writeQueueList(exchange->baseUrl(), document, page->withMeta)));
}

void MnsApi::createQueue(const ExchangePtr &exchange) const
{
    const QString name = queueName(*exchange);
    if (const Result<void> checked = checkQueueName(name); !checked)
        return exchange->refuse(checked.error());
    const Result<QueueSettingsPatch> attributes = parseQueueSettings(exchange->request().body);
    if (!attributes)
        return exchange->refuse(attributes.error());
    m_engine.createQueue(
        exchange->caller(), name, *attributes,
        answering<Engine::Created>(exchange, [exchange, name](Engine::Created created) {
            return createdReply(*exchange, created, queueUrl(exchange->baseUrl(), name));
        }));
}

void MnsApi::setQueueAttributes(const ExchangePtr &exchange) const
{
    const Result<QueueSettingsPatch> attributes = parseQueueSettings(exchange->request().body);
    if (!attributes)
        return refuseArguments(exchange, attributes.error());
    m_engine.setQueueAttributes(
        exchange->caller(), queueName(*exchange), *attributes,
        answering<void>(exchange, [exchange] { return xmlReply(*exchange, 204); }));
}

void MnsApi::getQueueAttributes(const ExchangePtr &exchange) const
{
    m_engine.queueAttributes(
        exchange->caller(), queueName(*exchange),
        answering<QueueAttributes>(exchange, [exchange](const QueueAttributes &attributes) {
            return xmlReply(*exchange, 200, writeQueueAttributes(attributes));
        }));
}

void MnsApi::deleteQueue(const ExchangePtr &exchange) const
{
    using Trashed =
        std::optional<TrashEntry>; // absent when there was no such queue, which is fine as well
    m_engine.deleteQueue(exchange->caller(), queueName(*exchange),
                         answering<Trashed>(exchange, [exchange](const Trashed &) {
                             return xmlReply(*exchange, 204);
                         }));
}

} // namespace Signalbox
