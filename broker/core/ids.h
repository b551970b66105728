// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QByteArray>
#include <QString>

namespace Signalbox {

/// 24 upper-case hexadecimal digits, unique in practice: the shape of x-mns-request-id.
[[nodiscard]] QString newRequestId();

/// \a count bytes from the operating system's generator, for keys and secrets.
[[nodiscard]] QByteArray randomBytes(int count);

/// Upper-case hexadecimal MD5 of \a text: MessageBodyMD5 of a body as it travelled in the XML, in
/// UTF-8.
[[nodiscard]] QString upperHexMd5(const QByteArray &text);

} // namespace Signalbox
