// SPDX-License-Identifier: GPL-3.0-only
#include "protocol/contentmd5.h"

#include <QCryptographicHash>

namespace Signalbox::ContentMd5 {

namespace {

QByteArray digest(QByteArrayView body)
{
    return QCryptographicHash::hash(body, QCryptographicHash::Md5);
}

} // namespace

bool matches(QByteArrayView headerValue, QByteArrayView body)
{
    const QByteArrayView value = headerValue.trimmed();
    const QByteArray md5 = digest(body);
    return value == md5.toBase64() || value == md5.toHex().toBase64();
}

QByteArray make(QByteArrayView body)
{
    return digest(body).toBase64();
}

} // namespace Signalbox::ContentMd5
