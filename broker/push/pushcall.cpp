// SPDX-License-Identifier: GPL-3.0-only
#include "push/pushcall.h"

#include "push/pushchannels.h"

namespace Signalbox {

namespace {

/// Without a port that the scheme implies, and without the zone of a link-local address.
QByteArray hostHeader(const QByteArray &url)
{
    const qsizetype start = url.indexOf("://") + 3;
    qsizetype end = start;
    while (end < url.size() && url.at(end) != '/' && url.at(end) != '?')
        ++end;
    QByteArray host = url.sliced(start, end - start);
    if (const QByteArray port = url.startsWith("https:") ? ":443" : ":80"; host.endsWith(port))
        host.chop(port.size());
    if (const qsizetype zone = host.indexOf('%'); zone >= 0)
        host.remove(zone, host.indexOf(']') - zone);
    return host;
}

} // namespace

HeaderList PushCall::sentHeaders() const
{
    HeaderList sent{{"Host", hostHeader(url)}, {"Accept", "*/*"}};
    if (method != "GET")
        sent.append({"Content-Length", QByteArray::number(body.size())});
    return sent + headers;
}

PushCall PushCall::withoutSecrets() const
{
    PushCall shown = *this;
    shown.authorization.clear();
    if (!isMail() && !url.isEmpty())
        shown.headers = sentHeaders();
    if (!authorization.isEmpty())
        shown.headers.append({QByteArray("Authorization"), "***"});
    return shown;
}

QString PushCall::place() const
{
    return isTrusted ? placeOf(QString::fromUtf8(url)) : QString::fromUtf8(url);
}

} // namespace Signalbox
