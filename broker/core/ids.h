// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QByteArray>
#include <QString>

namespace Signalbox {

/// 24 upper-case hexadecimal digits, unique in practice: the shape of x-mns-request-id.
[[nodiscard]] QString newRequestId();

/// \a count bytes from the operating system's generator, for keys and secrets.
[[nodiscard]] QByteArray randomBytes(int count);

/// The id of a message: 32 upper-case hexadecimal digits, the 8 bytes that tell its database from
/// others and its sequence number.
[[nodiscard]] QByteArray messageIdText(const QByteArray &databaseId, qint64 sequence);

/// Upper-case hexadecimal MD5 of \a text: MessageBodyMD5 of a body as it travelled in the XML, in
/// UTF-8.
[[nodiscard]] QString upperHexMd5(const QByteArray &text);

} // namespace Signalbox
