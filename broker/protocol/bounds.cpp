// SPDX-License-Identifier: GPL-3.0-only
#include "protocol/bounds.h"

#include <QString>

#include <algorithm>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

bool isAsciiLetterOrDigit(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
}

} // namespace

bool hasNameAlphabet(QStringView name)
{
    return !name.isEmpty() && isAsciiLetterOrDigit(name.front())
        && std::all_of(name.begin(), name.end(),
                       [](QChar c) { return isAsciiLetterOrDigit(c) || c == u'-'; });
}

qsizetype characterCount(QStringView text)
{
    return text.size() - std::ranges::count_if(text, [](QChar c) { return c.isLowSurrogate(); });
}

Result<void> checkBounds(QLatin1StringView element, qint64 value, qint64 min, qint64 max)
{
    if (value >= min && value <= max)
        return {};
    return Error{ErrorCode::InvalidArgument,
                 u"%1 must be from %2 to %3."_s.arg(element).arg(min).arg(max)};
}

} // namespace Signalbox
