// SPDX-License-Identifier: GPL-3.0-only
#include "http/httpmessage.h"

namespace Signalbox {

namespace {

const HttpHeader *findHeader(const QList<HttpHeader> &headers, QByteArrayView lowerCaseName)
{
    for (const HttpHeader &header : headers) {
        if (header.name == lowerCaseName)
            return &header;
    }
    return nullptr;
}

} // namespace

QByteArray HttpRequest::header(QByteArrayView lowerCaseName) const
{
    const HttpHeader *found = findHeader(headers, lowerCaseName);
    return found ? found->value : QByteArray();
}

bool HttpRequest::hasHeader(QByteArrayView lowerCaseName) const
{
    return findHeader(headers, lowerCaseName) != nullptr;
}

} // namespace Signalbox
