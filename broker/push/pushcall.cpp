// SPDX-License-Identifier: GPL-3.0-only
#include "push/pushcall.h"

#include "push/pushchannels.h"

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
    return isTrusted ? placeOf(QString::fromUtf8(url)) : QString::fromUtf8(url);
}

} // namespace Signalbox
