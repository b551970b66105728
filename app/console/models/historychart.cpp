// SPDX-License-Identifier: GPL-3.0-only
#include "console/models/historychart.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace Signalbox {

using namespace std::chrono_literals;

namespace {

constexpr qint64 kMostPoints = 240;
constexpr qsizetype kSparkPoints = 40;
constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

/// Mean of the known samples of [begin, end).
double mean(const Admin::Series &series, qsizetype begin, qsizetype end)
{
    double sum = 0;
    qsizetype known = 0;
    for (qsizetype i = std::max<qsizetype>(begin, 0); i < std::min(end, series.size()); ++i) {
        if (std::isnan(series.at(i)))
            continue;
        sum += series.at(i);
        ++known;
    }
    return known > 0 ? sum / double(known) : kUnknown;
}

} // namespace

ChartData chartData(const Admin::BrokerHistory &history, const QList<HistorySeries> &series,
                    std::chrono::seconds span)
{
    ChartData data;
    data.values.resize(series.size());
    if (history.intervalMs <= 0 || series.isEmpty())
        return data;
    const qsizetype size = (history.*series.constFirst()).size();
    if (size == 0)
        return data;
    const qint64 samples = std::chrono::milliseconds(span).count() / history.intervalMs;
    const qint64 perPoint = std::max<qint64>(1, (samples + kMostPoints - 1) / kMostPoints);
    const qint64 stepMs = perPoint * history.intervalMs;
    data.step = double(stepMs) / 1000;

    const qint64 lastPoint = history.endMs / stepMs;
    for (qint64 point = lastPoint - samples / perPoint + 1; point <= lastPoint; ++point) {
        // Sample i was taken at endMs - (size - 1 - i) * intervalMs.
        const auto indexAt = [&](qint64 timeMs) {
            return qsizetype(std::ceil(double(timeMs - history.endMs) / double(history.intervalMs)))
                + size - 1;
        };
        const qsizetype begin = indexAt(point * stepMs);
        const qsizetype end = indexAt((point + 1) * stepMs);
        if (end <= 0)
            continue;
        data.times.append(double(point * stepMs) / 1000);
        for (qsizetype i = 0; i < series.size(); ++i)
            data.values[i].append(mean(history.*series.at(i), begin, end));
    }
    return data;
}

QList<double> course(const Admin::Series &series)
{
    const auto firstKnown =
        std::ranges::find_if_not(series, [](double value) { return std::isnan(value); });
    const qsizetype begin = firstKnown - series.cbegin();
    const qsizetype known = series.size() - begin;
    const qsizetype count = std::min(kSparkPoints, known);
    QList<double> points;
    for (qsizetype point = 0; point < count; ++point) {
        points.append(
            mean(series, begin + point * known / count, begin + (point + 1) * known / count));
    }
    return points;
}

} // namespace Signalbox
