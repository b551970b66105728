// SPDX-License-Identifier: GPL-3.0-only
#include "client/endpoint.h"

#include <QCoreApplication>

namespace Signalbox {

using namespace Qt::StringLiterals;

QString Endpoint::displayName() const
{
    return url.authority().section(u'@', -1);
}

Endpoint Endpoint::local()
{
    return {QUrl(u"http://127.0.0.1:9324"_s), u"local-id"_s, u"local-secret"_s};
}

Result<QUrl> Endpoint::parseUrl(const QString &text)
{
    QString address = text.trimmed();
    if (!address.contains("://"_L1))
        address.prepend("http://"_L1);
    QUrl url(address, QUrl::StrictMode);
    const bool isHttp = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    if (!url.isValid() || !isHttp || url.host().isEmpty() || !url.userInfo().isEmpty()
        || url.hasQuery() || url.hasFragment()) {
        return Error{ErrorCode::InvalidArgument,
                     QCoreApplication::translate("Signalbox::Endpoint",
                                                 "\"%1\" is not an address such as %2.")
                         .arg(text, "http://127.0.0.1:9324"_L1)};
    }
    if (url.path().size() > 1) {
        return Error{ErrorCode::InvalidArgument,
                     QCoreApplication::translate("Signalbox::Endpoint",
                                                 "The endpoint %1 cannot have a path.")
                         .arg(text)};
    }
    url.setPath({});
    return url;
}

} // namespace Signalbox
