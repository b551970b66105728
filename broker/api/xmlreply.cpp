// SPDX-License-Identifier: GPL-3.0-only
#include "api/xmlreply.h"

namespace Signalbox {

HttpReply xmlReply(const Exchange &exchange, int status, const QByteArray &document)
{
    HttpReply reply;
    reply.status = status;
    reply.headers = {
        {QByteArrayLiteral("Content-Type"), QByteArrayLiteral("text/xml;charset=utf-8")},
        {QByteArrayLiteral("x-mns-request-id"), exchange.requestId()},
        {QByteArrayLiteral("x-mns-version"), QByteArrayLiteral("2015-06-06")}};
    reply.body = document;
    return reply;
}

HttpReply createdReply(const Exchange &exchange, Engine::Created created, const QByteArray &url)
{
    HttpReply reply = xmlReply(exchange, created == Engine::Created::New ? 201 : 204);
    reply.headers.append({QByteArrayLiteral("Location"), url});
    return reply;
}

} // namespace Signalbox
