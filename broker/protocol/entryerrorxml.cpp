// SPDX-License-Identifier: GPL-3.0-only
#include "protocol/entryerrorxml.h"

#include "protocol/wireerrors.h"

namespace Signalbox {

void writeEntryError(XmlWriter &writer, const Error &error)
{
    const QByteArrayView code = wireError(error.code).name;
    const QByteArray message = error.message.toUtf8();
    writer.text("ErrorCode", code);
    writer.text("ErrorMessage", message.isEmpty() ? code : QByteArrayView(message));
}

Error entryError(const QByteArray &code, const std::optional<QString> &message)
{
    return {errorCodeFromWire(code).value_or(ErrorCode::UnexpectedReply),
            message.value_or(QString::fromUtf8(code))};
}

} // namespace Signalbox
