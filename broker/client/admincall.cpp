// SPDX-License-Identifier: GPL-3.0-only
#include "client/admincall.h"

#include "client/adminclient.h"
#include "client/replyerror.h"
#include "protocol/wireerrors.h"

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

/// Who answers in another language than JSON is no Signalbox, unless it did not get as far as to
/// look at the path.
Error foreignReply(const ApiReply &reply, const QString &host)
{
    if (reply.status == 403 || reply.status == 408 || reply.status >= 500)
        return replyError(reply, host);
    return {ErrorCode::NotFound,
            AdminClient::tr("%1 does not offer the Signalbox admin API.").arg(host)};
}

Error refusal(const QJsonObject &json, int status)
{
    const QJsonObject error = json.value("error"_L1).toObject();
    const QString name = error.value("code"_L1).toString();
    const QString message = error.value("message"_L1).toString();
    if (const std::optional<ErrorCode> code = errorCodeFromWire(name.toUtf8()))
        return {*code, message};
    return {ErrorCode::UnexpectedReply,
            AdminClient::tr("The broker answered with status %1 (%2): %3")
                .arg(status)
                .arg(name, message)};
}

} // namespace

Result<QJsonObject> readAdminReply(const ApiReply &reply, const QString &host)
{
    if (!reply.contentType.startsWith("application/json"))
        return foreignReply(reply, host);
    const QJsonDocument document = QJsonDocument::fromJson(reply.body);
    if (!document.isObject()) {
        return Error{ErrorCode::UnexpectedReply,
                     AdminClient::tr("The answer of %1 is not a JSON object.").arg(host)};
    }
    if (!reply.isSuccess())
        return refusal(document.object(), reply.status);
    return document.object();
}

QJsonArray texts(const QList<QByteArray> &ids)
{
    QJsonArray array;
    for (const QByteArray &id : ids)
        array.append(QString::fromLatin1(id));
    return array;
}

} // namespace Signalbox
