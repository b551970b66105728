// SPDX-License-Identifier: GPL-3.0-only
#include "protocol/errorxml.h"

#include "protocol/wireerrors.h"
#include "protocol/xmlreader.h"
#include "protocol/xmlwriter.h"

namespace Signalbox {

using namespace Qt::StringLiterals;

Error ErrorDocument::toError() const
{
    if (const std::optional<ErrorCode> known = errorCodeFromWire(code))
        return {*known, message};
    return {ErrorCode::UnexpectedReply, u"%1: %2"_s.arg(QString::fromUtf8(code), message)};
}

QByteArray writeError(const Error &error, const QString &requestId, QByteArrayView hostId)
{
    const QByteArrayView code = wireError(error.code).name;
    const QByteArray message = error.message.toUtf8();
    XmlWriter writer("Error", message.size());
    writer.text("Code", code);
    writer.text("Message", message.isEmpty() ? code : QByteArrayView(message));
    writer.text("RequestId", requestId.isEmpty() ? u"-"_s : requestId);
    writer.text("HostId", hostId.isEmpty() ? QByteArrayView("-") : hostId);
    return writer.finish();
}

Result<ErrorDocument> parseError(QByteArrayView document)
{
    XmlReader reader(document, XmlReader::Origin::Reply);
    std::optional<QByteArray> code;
    std::optional<QString> message;
    std::optional<QString> requestId;
    std::optional<QString> hostId;
    if (reader.readRoot("Error")) {
        while (reader.nextChild()) {
            if (reader.name() == "Code")
                reader.read(code);
            else if (reader.name() == "Message")
                reader.read(message);
            else if (reader.name() == "RequestId")
                reader.read(requestId);
            else if (reader.name() == "HostId")
                reader.read(hostId);
            else
                reader.skip();
        }
        if (!code)
            reader.refuse(u"Code is missing."_s);
    }
    return reader.finish(ErrorDocument{code.value_or(QByteArray()), message.value_or(QString()),
                                       requestId.value_or(QString()), hostId.value_or(QString())});
}

} // namespace Signalbox
