// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/charts/chartdata.h"

#include <QDateTime>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace Signalbox {

namespace {

constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();
constexpr double kHeadroom = 1.12;
constexpr std::chrono::seconds kShrinkAfter{30};

bool isMissing(const ChartData &data, qsizetype index)
{
    return std::none_of(data.values.cbegin(), data.values.cend(),
                        [index](const QList<double> &series) {
                            return index < series.size() && std::isfinite(series.at(index));
                        });
}

bool jumps(const ChartData &data, qsizetype index)
{
    return index > 0 && data.times.at(index) - data.times.at(index - 1) > data.step * 1.5;
}

QString number(double value)
{
    return std::isfinite(value) ? QString::number(value, 'g', 12) : QString();
}

/// Quoted where a comma, a quote or a line break would end the field.
QString csvField(const QString &text)
{
    if (!text.contains(u',') && !text.contains(u'"') && !text.contains(u'\n'))
        return text;
    QString escaped = text;
    return u'"' + escaped.replace(u'"', u"\"\""_s) + u'"';
}

} // namespace

TimeSpans gapsOf(const ChartData &data)
{
    TimeSpans gaps;
    qsizetype lastKnown = -1;
    bool open = false;
    for (qsizetype i = 0; i < data.size(); ++i) {
        if (isMissing(data, i)) {
            open = true;
            continue;
        }
        if (open || (lastKnown >= 0 && jumps(data, i)))
            gaps.append({lastKnown >= 0 ? data.times.at(lastKnown) : data.times.constFirst(),
                         data.times.at(i)});
        open = false;
        lastKnown = i;
    }
    if (open)
        gaps.append({lastKnown >= 0 ? data.times.at(lastKnown) : data.times.constFirst(),
                     data.times.constLast()});
    return gaps;
}

ChartData withBreaks(const ChartData &data)
{
    ChartData result;
    result.step = data.step;
    result.values.resize(data.values.size());
    for (qsizetype i = 0; i < data.size(); ++i) {
        if (jumps(data, i)) {
            result.times.append(data.times.at(i - 1) + data.step);
            for (QList<double> &series : result.values)
                series.append(kMissing);
        }
        result.times.append(data.times.at(i));
        for (qsizetype s = 0; s < data.values.size(); ++s)
            result.values[s].append(i < data.values.at(s).size() ? data.values.at(s).at(i)
                                                                 : kMissing);
    }
    return result;
}

bool differsBeforeEnd(const ChartData &drawn, const ChartData &fresh)
{
    if (drawn.times != fresh.times || drawn.values.size() != fresh.values.size())
        return true;
    const auto isSame = [](double a, double b) {
        return a == b || (std::isnan(a) && std::isnan(b));
    };
    const auto looksSame = [&](const QList<double> &before, const QList<double> &now) {
        return before.size() == now.size()
            && std::equal(before.cbegin(), before.cend() - std::min<qsizetype>(1, before.size()),
                          now.cbegin(), isSame);
    };
    return !std::equal(drawn.values.cbegin(), drawn.values.cend(), fresh.values.cbegin(),
                       looksSame);
}

QList<QList<double>> stacked(const QList<QList<double>> &values)
{
    QList<QList<double>> sums = values;
    for (qsizetype s = 1; s < sums.size(); ++s) {
        for (qsizetype i = 0; i < sums.at(s).size(); ++i) {
            const double below = sums.at(s - 1).at(i);
            if (std::isfinite(below))
                sums[s][i] = below + (std::isfinite(sums.at(s).at(i)) ? sums.at(s).at(i) : 0);
        }
    }
    return sums;
}

qsizetype nearestSample(const ChartData &data, double time)
{
    if (data.isEmpty() || !std::isfinite(time))
        return -1;
    const auto after = std::lower_bound(data.times.cbegin(), data.times.cend(), time);
    if (after == data.times.cend())
        return data.size() - 1;
    const qsizetype index = after - data.times.cbegin();
    if (index > 0 && time - data.times.at(index - 1) < *after - time)
        return index - 1;
    return index;
}

double valueStep(double upper)
{
    if (!(upper > 0))
        return 1;
    static constexpr std::array kRound = {1.0, 2.0, 2.5, 5.0, 10.0};
    const double magnitude = std::pow(10, std::floor(std::log10(upper / 5)));
    for (const double factor : kRound) {
        if (std::floor(upper / (factor * magnitude) + 1e-9) <= 5)
            return factor * magnitude;
    }
    return 20 * magnitude;
}

double axisUpper(double highest)
{
    if (!(highest > 0))
        return 1;
    const double wanted = highest * kHeadroom;
    const double unit = valueStep(wanted) / 4;
    return std::ceil(wanted / unit - 1e-9) * unit;
}

double AxisKeeper::upperFor(double highest, std::chrono::milliseconds now)
{
    const double needed = axisUpper(highest);
    // Within the axis but not far below its end: the axis is still needed.
    if (needed >= m_upper) {
        m_upper = needed;
        m_neededAt = now;
    } else if (now - m_neededAt >= kShrinkAfter) {
        m_upper = needed;
        m_neededAt = now;
    }
    return m_upper;
}

QList<TimeTick> timeTicks(double from, double to, int count)
{
    static constexpr std::array kSteps = {
        1,    2,    5,    10,    15,    30,    60,    120,       300,       600,        900,
        1800, 3600, 7200, 10800, 21600, 43200, 86400, 2 * 86400, 7 * 86400, 14 * 86400, 28 * 86400};
    if (!(to > from) || count < 1)
        return {};
    qint64 step = kSteps.back();
    for (const int candidate : kSteps) {
        if ((to - from) / candidate <= count) {
            step = candidate;
            break;
        }
    }
    QList<TimeTick> ticks;
    // Round in local time: the offset may differ from a whole number of steps, and change within a
    // day.
    const auto offsetAt = [](qint64 time) {
        return qint64(QDateTime::fromSecsSinceEpoch(time).offsetFromUtc());
    };
    const auto first = qint64(std::ceil(from));
    qint64 time = (first + offsetAt(first) + step - 1) / step * step - offsetAt(first);
    for (; double(time) <= to && ticks.size() < count; time += step) {
        const QDateTime local = QDateTime::fromSecsSinceEpoch(time);
        const bool midnight = local.time() == QTime(0, 0);
        const QString format = midnight && step >= 3600 ? u"MM-dd"_s
            : step < 60                                 ? u"HH:mm:ss"_s
                                                        : u"HH:mm"_s;
        ticks.append({double(time), local.toString(format)});
    }
    return ticks;
}

ChartData withComparison(const ChartData &data, const ChartData &earlier)
{
    ChartData all = data;
    for (const QList<double> &series : earlier.values) {
        QList<double> aligned;
        for (const double time : data.times) {
            const qsizetype at = nearestSample(earlier, time);
            const bool isThere = at >= 0 && at < series.size()
                && std::abs(earlier.times.at(at) - time) < data.step / 2;
            aligned.append(isThere ? series.at(at) : qQNaN());
        }
        all.values.append(aligned);
    }
    return all;
}

QString toCsv(const ChartData &data, const QStringList &names)
{
    QStringList heading{u"time"_s};
    for (const QString &name : names)
        heading << csvField(name);
    QStringList lines{heading.join(u',')};
    for (qsizetype i = 0; i < data.size(); ++i) {
        const QDateTime time =
            QDateTime::fromMSecsSinceEpoch(std::llround(data.times.at(i) * 1000)).toUTC();
        QStringList fields{time.toString(Qt::ISODateWithMs)};
        for (const QList<double> &series : data.values)
            fields << number(series.value(i, kMissing));
        lines << fields.join(u',');
    }
    return lines.join(u'\n') + u'\n';
}

QString toTable(const ChartData &data, const QStringList &names)
{
    QStringList lines{(QStringList{u"time"_s} + names).join(u'\t')};
    for (qsizetype i = 0; i < data.size(); ++i) {
        const QDateTime time =
            QDateTime::fromMSecsSinceEpoch(std::llround(data.times.at(i) * 1000));
        QStringList fields{time.toString(u"yyyy-MM-dd HH:mm:ss"_s)};
        for (const QList<double> &series : data.values)
            fields << number(series.value(i, kMissing));
        lines << fields.join(u'\t');
    }
    return lines.join(u'\n') + u'\n';
}

} // namespace Signalbox
