// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/durationtext.h"

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Signalbox {

namespace {

constexpr double kLongest = 10.0 * 366 * 86400;

struct UnitWord
{
    QStringView word;
    DurationUnit unit;
};

constexpr std::array<UnitWord, 25> kUnitWords{{
    {u"s", DurationUnit::Seconds},       {u"sec", DurationUnit::Seconds},
    {u"secs", DurationUnit::Seconds},    {u"second", DurationUnit::Seconds},
    {u"seconds", DurationUnit::Seconds}, {u"秒", DurationUnit::Seconds},
    {u"秒钟", DurationUnit::Seconds},    {u"m", DurationUnit::Minutes},
    {u"min", DurationUnit::Minutes},     {u"mins", DurationUnit::Minutes},
    {u"minute", DurationUnit::Minutes},  {u"minutes", DurationUnit::Minutes},
    {u"分", DurationUnit::Minutes},      {u"分钟", DurationUnit::Minutes},
    {u"h", DurationUnit::Hours},         {u"hr", DurationUnit::Hours},
    {u"hour", DurationUnit::Hours},      {u"hours", DurationUnit::Hours},
    {u"时", DurationUnit::Hours},        {u"小时", DurationUnit::Hours},
    {u"d", DurationUnit::Days},          {u"day", DurationUnit::Days},
    {u"days", DurationUnit::Days},       {u"天", DurationUnit::Days},
    {u"日", DurationUnit::Days},
}};

std::optional<DurationUnit> unitOf(QStringView word)
{
    for (const UnitWord &known : kUnitWords) {
        if (word.compare(known.word, Qt::CaseInsensitive) == 0)
            return known.unit;
    }
    return std::nullopt;
}

bool isNumberPart(QChar c)
{
    return (c >= u'0' && c <= u'9') || c == u'.';
}

/// Takes characters from the front of \a rest as long as \a belongs holds.
template <typename Predicate>
QStringView takeWhile(QStringView &rest, Predicate belongs)
{
    qsizetype length = 0;
    while (length < rest.size() && belongs(rest.at(length)))
        ++length;
    const QStringView taken = rest.first(length);
    rest = rest.sliced(length);
    return taken;
}

} // namespace

std::chrono::seconds unitLength(DurationUnit unit)
{
    using namespace std::chrono_literals;
    switch (unit) {
    case DurationUnit::Seconds:
        return 1s;
    case DurationUnit::Minutes:
        return 1min;
    case DurationUnit::Hours:
        return 1h;
    case DurationUnit::Days:
        return 24h;
    }
    return 1s;
}

std::optional<ParsedDuration> parseDuration(const QString &text, DurationUnit bareUnit)
{
    QStringView rest = QStringView(text).trimmed();
    if (rest.isEmpty())
        return std::nullopt;
    double total = 0;
    std::optional<DurationUnit> last;
    bool bareSeen = false;
    while (!rest.isEmpty()) {
        const QStringView number = takeWhile(rest, isNumberPart);
        bool isNumber = false;
        const double amount = number.toDouble(&isNumber);
        if (!isNumber || bareSeen)
            return std::nullopt;
        takeWhile(rest, [](QChar c) { return c.isSpace(); });
        const QStringView word = takeWhile(rest, [](QChar c) { return c.isLetter(); });
        takeWhile(rest, [](QChar c) { return c.isSpace() || c == u','; });
        DurationUnit unit = bareUnit;
        if (!word.isEmpty()) {
            const std::optional<DurationUnit> named = unitOf(word);
            // From the largest down: "30 s 1 m" is a slip, not a wish.
            if (!named || (last && *named >= *last))
                return std::nullopt;
            unit = *named;
            last = named;
        } else if (last) {
            if (*last == DurationUnit::Seconds)
                return std::nullopt;
            unit = DurationUnit(int(*last) - 1);
            last = unit;
            bareSeen = true;
        } else {
            bareSeen = true;
        }
        total += amount * double(unitLength(unit).count());
        if (total > kLongest)
            return std::nullopt;
    }
    if (std::abs(total - std::round(total)) > 1e-6)
        return std::nullopt;
    return ParsedDuration{std::chrono::seconds(std::llround(total)), last};
}

DurationUnit naturalUnit(std::chrono::seconds value)
{
    if (value.count() == 0)
        return DurationUnit::Seconds;
    for (const DurationUnit unit :
         {DurationUnit::Days, DurationUnit::Hours, DurationUnit::Minutes}) {
        if (value.count() % unitLength(unit).count() == 0)
            return unit;
    }
    return DurationUnit::Seconds;
}

} // namespace Signalbox
