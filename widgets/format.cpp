// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/format.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace Signalbox::Format {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Format)
};

/// \a value with at most \a decimals, without trailing zeros.
QString decimal(double value, int decimals)
{
    const QLocale locale;
    QString text = locale.toString(value, 'f', decimals);
    if (decimals <= 0)
        return text;
    const QString point = locale.decimalPoint();
    if (!text.contains(point))
        return text;
    while (text.endsWith(locale.zeroDigit()))
        text.chop(1);
    if (text.endsWith(point))
        text.chop(point.size());
    return text;
}

QString withUnit(const QString &number, int thousands)
{
    switch (thousands) {
    case 0:
        return number;
    case 1:
        //: A number in thousands, as on the axis of a chart.
        return Text::tr("%1 k").arg(number);
    case 2:
        //: A number in millions.
        return Text::tr("%1 M").arg(number);
    default:
        //: A number in thousands of millions.
        return Text::tr("%1 G").arg(number);
    }
}

int thousandsOf(double value)
{
    int thousands = 0;
    for (double rest = std::abs(value); rest >= 1000 && thousands < 3; rest /= 1000)
        ++thousands;
    return thousands;
}

QString twoDigits(qint64 value)
{
    return QString::number(value).rightJustified(2, u'0');
}

} // namespace

QString unknown()
{
    return QString(QChar(0x2013));
}

QString count(qint64 value)
{
    return QLocale().toString(value);
}

QString count(std::optional<qint64> value)
{
    return value ? count(*value) : unknown();
}

QString compact(double value)
{
    if (!std::isfinite(value))
        return unknown();
    if (std::abs(value) < 10000)
        return std::abs(value) < 10 ? rate(value) : count(std::llround(value));
    // Rounded to three digits first: 999,999 is "1 M", not "1,000 k".
    const double magnitude = std::pow(10, std::floor(std::log10(std::abs(value))) - 2);
    const double rounded = std::round(value / magnitude) * magnitude;
    const int thousands = thousandsOf(rounded);
    const double scaled = rounded / std::pow(1000, thousands);
    const int digitsBefore = std::abs(scaled) >= 100 ? 3 : std::abs(scaled) >= 10 ? 2 : 1;
    return withUnit(decimal(scaled, 3 - digitsBefore), thousands);
}

QString axisLabel(double value, double step)
{
    if (value == 0)
        return QLocale().toString(0);
    const int thousands = std::abs(value) >= 10000 || step >= 5000 ? thousandsOf(value) : 0;
    const double unit = std::pow(1000, thousands);
    int decimals = 0;
    for (double rest = step / unit; decimals < 4 && std::abs(rest - std::round(rest)) > 1e-6;
         rest *= 10)
        ++decimals;
    return withUnit(decimal(value / unit, decimals), thousands);
}

QString rate(double value)
{
    if (!std::isfinite(value))
        return unknown();
    const double tenths = std::round(value * 10) / 10;
    if (std::abs(tenths) < 10)
        return decimal(tenths, 1);
    return count(std::llround(value));
}

QString percent(double fraction)
{
    if (!std::isfinite(fraction))
        return unknown();
    const double value = fraction * 100;
    if (value == 100)
        return Text::tr("%1 %").arg(QLocale().toString(100));
    // 99.97 must not round up to a hundred that it is not.
    const double shown = value < 100 ? std::min(std::round(value * 10) / 10, 99.9) : value;
    //: A percentage, with the space before the sign where the language wants one.
    return Text::tr("%1 %").arg(decimal(shown, 1));
}

QString bytes(qint64 value)
{
    if (value < 1024)
        return Text::tr("%1 B").arg(count(value));
    const auto sized = [](double amount) { return decimal(amount, amount < 10 ? 1 : 0); };
    const double kilobytes = double(value) / 1024;
    if (kilobytes < 1023.5)
        return Text::tr("%1 KB").arg(sized(kilobytes));
    if (kilobytes / 1024 < 1023.5)
        return Text::tr("%1 MB").arg(sized(kilobytes / 1024));
    return Text::tr("%1 GB").arg(decimal(kilobytes / 1024 / 1024, 1));
}

QString exactBytes(qint64 value)
{
    return value == 1 ? Text::tr("1 byte") : Text::tr("%1 bytes").arg(count(value));
}

QString duration(std::chrono::milliseconds value)
{
    using namespace std::chrono;
    if (value < 1ms)
        return Text::tr("< 1 ms");
    if (value < 1s)
        return milliseconds(value);
    const qint64 seconds = floor<std::chrono::seconds>(value).count();
    if (seconds < 60)
        return Text::tr("%1 s").arg(count(seconds));
    const qint64 minutes = seconds / 60;
    if (minutes < 60)
        return seconds % 60 == 0 ? Text::tr("%1 min").arg(count(minutes))
                                 : Text::tr("%1 min %2 s").arg(count(minutes), count(seconds % 60));
    const qint64 hours = minutes / 60;
    if (hours < 24)
        return minutes % 60 == 0
            ? Text::tr("%1 h").arg(count(hours))
            : Text::tr("%1 h %2 min").arg(count(hours), twoDigits(minutes % 60));
    const qint64 days = hours / 24;
    return hours % 24 == 0 ? Text::tr("%1 d").arg(count(days))
                           : Text::tr("%1 d %2 h").arg(count(days), twoDigits(hours % 24));
}

QString age(std::chrono::milliseconds value)
{
    using namespace std::chrono_literals;
    return value < 1s ? Text::tr("< 1 s") : duration(value);
}

QString milliseconds(std::chrono::milliseconds value)
{
    return Text::tr("%1 ms").arg(count(value.count()));
}

QString countdown(std::chrono::milliseconds value)
{
    using namespace std::chrono;
    //: %1 is a duration such as "27 s".
    return Text::tr("in %1").arg(duration(std::max(ceil<seconds>(value), seconds(1))));
}

QString ago(std::chrono::milliseconds value)
{
    //: %1 is a duration such as "1 s".
    return Text::tr("%1 ago").arg(age(value));
}

QString clockLeft(std::chrono::milliseconds value)
{
    const qint64 seconds = std::max<qint64>(0, (value.count() + 999) / 1000);
    return u"%1:%2"_s.arg(seconds / 60).arg(twoDigits(seconds % 60));
}

QString time(const QDateTime &value, const QDateTime &now)
{
    if (!value.isValid())
        return unknown();
    const QDateTime local = value.toLocalTime();
    const QDate today = now.toLocalTime().date();
    if (local.date() == today)
        return local.toString(u"HH:mm:ss.zzz"_s);
    if (local.date().year() == today.year())
        return local.toString(u"MM-dd HH:mm"_s);
    return local.toString(u"yyyy-MM-dd"_s);
}

QString time(qint64 unixMs, qint64 nowMs)
{
    return time(QDateTime::fromMSecsSinceEpoch(unixMs), QDateTime::fromMSecsSinceEpoch(nowMs));
}

QString minute(const QDateTime &value, const QDateTime &now)
{
    const bool isToday = value.isValid() && value.toLocalTime().date() == now.toLocalTime().date();
    return isToday ? value.toLocalTime().toString(u"HH:mm"_s) : time(value, now);
}

QString clock(const QDateTime &value, const QDateTime &now)
{
    const QDateTime local = value.toLocalTime();
    const QDate today = now.toLocalTime().date();
    const QString date = local.date() == today ? QString()
        : local.date().year() == today.year()  ? u"MM-dd "_s
                                               : u"yyyy-MM-dd "_s;
    return local.toString(date + u"HH:mm:ss"_s);
}

QString exactTime(const QDateTime &value)
{
    if (!value.isValid())
        return unknown();
    const QDateTime local = value.toLocalTime();
    return local.toOffsetFromUtc(local.offsetFromUtc()).toString(Qt::ISODateWithMs) + u'\n'
        + QString::number(value.toMSecsSinceEpoch());
}

} // namespace Signalbox::Format
