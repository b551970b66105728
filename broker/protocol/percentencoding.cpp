// SPDX-License-Identifier: GPL-3.0-only
#include "protocol/percentencoding.h"

#include "core/hexdigit.h"

namespace Signalbox {

namespace {

bool isUnreserved(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'
        || c == '.' || c == '_' || c == '~';
}

} // namespace

std::optional<QByteArray> percentDecoded(QByteArrayView text)
{
    if (!text.contains('%'))
        return text.toByteArray();
    QByteArray decoded;
    decoded.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) != '%') {
            decoded.append(text.at(i));
            continue;
        }
        if (i + 2 >= text.size())
            return std::nullopt;
        const int high = hexDigit(text.at(i + 1));
        const int low = hexDigit(text.at(i + 2));
        if (high < 0 || low < 0)
            return std::nullopt;
        decoded.append(static_cast<char>(high * 16 + low));
        i += 2;
    }
    return decoded;
}

QByteArray percentEncoded(QByteArrayView text, QByteArrayView keep)
{
    static constexpr char kDigits[] = "0123456789ABCDEF";
    QByteArray encoded;
    encoded.reserve(text.size() + text.size() / 4);
    for (const char c : text) {
        if (isUnreserved(c) || keep.contains(c)) {
            encoded.append(c);
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        encoded.append('%').append(kDigits[byte >> 4]).append(kDigits[byte & 15]);
    }
    return encoded;
}

} // namespace Signalbox
