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

} // namespace Signalbox
