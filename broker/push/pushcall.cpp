// SPDX-License-Identifier: GPL-3.0-only
#include "push/pushcall.h"

#include <QUrl>

namespace Signalbox {

PushCall PushCall::withoutSecrets() const
{
    PushCall shown = *this;
    shown.authorization.clear();
    if (!authorization.isEmpty())
        shown.headers.append({QByteArray("Authorization"), "***"});
    return shown;
}

QString PushCall::place() const
{
    if (!isTrusted)
        return QString::fromUtf8(url);
    return QUrl::fromEncoded(url).toString(QUrl::RemoveUserInfo | QUrl::RemovePath
                                           | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

} // namespace Signalbox
