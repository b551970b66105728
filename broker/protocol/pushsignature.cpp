// SPDX-License-Identifier: GPL-3.0-only
#include "protocol/pushsignature.h"

#include <QCryptographicHash>

#include <algorithm>

namespace Signalbox {

QByteArray pushContentMd5(const QByteArray &body, PushMd5Form form)
{
    if (form == PushMd5Form::None)
        return {};
    const QByteArray digits = QCryptographicHash::hash(body, QCryptographicHash::Md5).toHex();
    return form == PushMd5Form::Base64Hex ? digits.toBase64() : digits.toUpper();
}

QByteArray pushStringToSign(const PushToSign &push)
{
    QByteArray text =
        "POST\n" + push.contentMd5 + '\n' + push.contentType + '\n' + push.date + '\n';
    auto headers = push.mnsHeaders;
    std::sort(headers.begin(), headers.end());
    for (const auto &[name, value] : std::as_const(headers))
        text += name + ':' + value + '\n';
    return text + push.requestUri;
}

} // namespace Signalbox
