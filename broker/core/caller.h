// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QString>

#include <utility>

namespace Signalbox {

/// On whose behalf an engine call runs. Made by auth from a verified request, or by the broker for
/// its own work.
struct Caller
{
    QString account; ///< Owner of the resources named in the call, for example "1000000000000000".
    QString
        identity; ///< Who within the account: the access key's user; empty for the account itself.
    QString address; ///< Peer address without port; empty for the broker itself.
    QString agent; ///< User-Agent of the request, shortened; empty when unknown.
    QString requestId; ///< 24 upper-case hexadecimal digits, as in x-mns-request-id.
};

/// Who holds a message, in one line: address and agent of its receiver.
[[nodiscard]] inline QString holderText(const QString &address, const QString &agent)
{
    return agent.isEmpty() ? address : address + u' ' + agent;
}

/// Address and agent in a text that holderText() made.
[[nodiscard]] inline std::pair<QString, QString> holderParts(const QString &holder)
{
    const qsizetype space = holder.indexOf(u' ');
    if (space < 0)
        return {holder, {}};
    return {holder.first(space), holder.sliced(space + 1)};
}

} // namespace Signalbox
