// SPDX-License-Identifier: GPL-3.0-only
#include "client/replyerror.h"

#include "protocol/errorxml.h"

#include <QCoreApplication>

namespace Signalbox {

Error replyError(const ApiReply &reply, const QString &host)
{
    if (const Result<ErrorDocument> document = parseError(reply.body))
        return document->toError();
    return {ErrorCode::UnexpectedReply,
            QCoreApplication::translate("Signalbox::ApiTransport",
                                        "%1 answered with status %2 and no error document. "
                                        "Is it an MNS endpoint?")
                .arg(host)
                .arg(reply.status)};
}

} // namespace Signalbox
