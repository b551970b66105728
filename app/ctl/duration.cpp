// SPDX-License-Identifier: GPL-3.0-only
#include "duration.h"

#include <QRegularExpression>

#include <array>
#include <limits>

namespace Signalbox::Ctl {

using namespace Qt::StringLiterals;

namespace {

struct Unit
{
    QLatin1StringView name;
    qint64 milliseconds;
};

constexpr std::array kUnits{Unit{"d"_L1, 86'400'000}, Unit{"h"_L1, 3'600'000}, Unit{"m"_L1, 60'000},
                            Unit{"s"_L1, 1'000}, Unit{"ms"_L1, 1}};

Error notADuration(const QString &text)
{
    return {ErrorCode::InvalidArgument,
            u"\"%1\" is not a duration. Write it as 30s, 5m, 2h, 4d or 1h30m."_s.arg(text)};
}

} // namespace

Result<std::chrono::milliseconds> parseDuration(const QString &text)
{
    static const QRegularExpression part(u"\\G([0-9]{1,12})(ms|s|m|h|d|$)"_s);
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return notADuration(text);

    qint64 total = 0;
    qsizetype position = 0;
    while (position < trimmed.size()) {
        const QRegularExpressionMatch match = part.match(trimmed, position);
        if (!match.hasMatch() || (match.capturedView(2).isEmpty() && position > 0))
            return notADuration(text);
        const QString name = match.capturedView(2).isEmpty() ? u"s"_s : match.captured(2);
        const auto unit = std::find_if(kUnits.begin(), kUnits.end(),
                                       [&name](const Unit &u) { return name == u.name; });
        const qint64 count = match.capturedView(1).toLongLong();
        if (count > (std::numeric_limits<qint64>::max() - total) / unit->milliseconds)
            return notADuration(text);
        total += count * unit->milliseconds;
        position = match.capturedEnd();
    }
    return std::chrono::milliseconds(total);
}

Result<std::chrono::seconds> parseSeconds(const QString &text)
{
    const Result<std::chrono::milliseconds> duration = parseDuration(text);
    if (!duration)
        return duration.error();
    if (duration->count() % 1000 != 0)
        return Error{ErrorCode::InvalidArgument, u"\"%1\" is not in whole seconds."_s.arg(text)};
    return std::chrono::duration_cast<std::chrono::seconds>(*duration);
}

QString formatDuration(std::chrono::milliseconds duration)
{
    qint64 left = duration.count();
    QString text = left < 0 ? u"-"_s : QString();
    left = std::abs(left);
    if (left == 0)
        return u"0s"_s;
    for (const Unit &unit : kUnits) {
        if (left >= unit.milliseconds)
            text += QString::number(left / unit.milliseconds) + unit.name;
        left %= unit.milliseconds;
    }
    return text;
}

} // namespace Signalbox::Ctl
