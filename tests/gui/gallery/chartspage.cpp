// SPDX-License-Identifier: GPL-3.0-only
#include "gallerypages.h"
#include "widgets/charts/timechart.h"
#include "widgets/statstrip.h"

#include <QGridLayout>

#include <limits>

using namespace Qt::StringLiterals;

namespace Signalbox {

namespace {

/// Noon of a day, so that the pictures show round times.
constexpr double kEnd = 1773239528;

TimeChart *chart(const QString &title, const QString &unit, ChartKind kind,
                 const QList<ChartSeries> &series, const QList<double> &levels, bool gap = false)
{
    auto *result = new TimeChart(kind);
    result->setTitle(title);
    result->setUnit(unit);
    result->setSeries(series);
    ChartData data;
    data.step = 20;
    for (int i = 0; i < 180; ++i)
        data.times << kEnd - (179 - i) * data.step;
    for (int s = 0; s < series.size(); ++s) {
        QList<double> values = sampleCourse(180, levels.at(s), quint32(s + title.size()));
        for (int i = 70; gap && i < 88; ++i)
            values[i] = std::numeric_limits<double>::quiet_NaN();
        data.values << values;
    }
    result->setData(data);
    return result;
}

} // namespace

QWidget *makeChartsPage()
{
    auto *page = new QWidget;
    auto *grid = new QGridLayout(page);
    grid->setContentsMargins(20, 20, 20, 20);
    grid->setSpacing(16);
    auto *strip = new StatStrip;
    strip->setTiles(
        {{u"Ready"_s, u"12,480"_s, sampleCourse(40, 12000, 1), u"+412 in 5 min"_s},
         {u"In flight"_s, u"318"_s, sampleCourse(40, 300, 2), u"21 receivers"_s},
         {u"Delayed"_s, u"1,204"_s, sampleCourse(40, 1200, 3), u"next in 8 s"_s},
         {u"Dead letters"_s, u"37"_s, sampleCourse(40, 30, 4), u"+5 today"_s, Tone::Danger},
         {u"Oldest ready"_s, u"4 min 12 s"_s, sampleCourse(40, 250, 5), u"transcode-jobs"_s},
         {u"Push success"_s, u"98.2 %"_s, sampleCourse(40, 98, 6), u"141 failed, 1 h"_s,
          Tone::Warn}});
    grid->addWidget(strip, 0, 0, 1, 6);
    auto *throughput = chart(u"Throughput"_s, u"messages/s"_s, ChartKind::Lines,
                             {{u"Sent"_s, Token::Series1},
                              {u"Received"_s, Token::Series2},
                              {u"Deleted"_s, Token::Series3}},
                             {400, 380, 290});
    throughput->flush();
    throughput->showReadOut(kEnd - 1500);
    auto *five = chart(u"Five series"_s, u"messages/s"_s, ChartKind::Lines,
                       {{u"1"_s, Token::Series1},
                        {u"2"_s, Token::Series2},
                        {u"3"_s, Token::Series3},
                        {u"4"_s, Token::Series4},
                        {u"5"_s, Token::Series5}},
                       {9, 7, 5, 3, 1});
    grid->addWidget(throughput, 1, 0, 1, 4);
    grid->addWidget(five, 1, 4, 1, 2);
    const QList<ChartSeries> states{{u"Ready"_s, Token::Series1},
                                    {u"In flight"_s, Token::Series2},
                                    {u"Delayed"_s, Token::Series3}};
    auto *backlog =
        chart(u"Backlog"_s, u"messages"_s, ChartKind::StackedAreas, states, {11000, 1200, 900});
    backlog->setLegendValues(false);
    grid->addWidget(backlog, 2, 0, 1, 2);
    grid->addWidget(
        chart(u"Commit latency"_s, u"ms"_s, ChartKind::Lines,
              {{u"p50"_s, Token::Series1}, {u"p95"_s, Token::Series2}, {u"p99"_s, Token::Series3}},
              {0.9, 1.9, 3.1}, true),
        2, 2, 1, 2);
    auto *empty = new TimeChart;
    empty->setTitle(u"No traffic yet"_s);
    empty->setUnit(u"messages/s"_s);
    empty->setSeries({{u"Sent"_s, Token::Series1}});
    grid->addWidget(empty, 2, 4, 1, 2);
    grid->setRowStretch(1, 6);
    grid->setRowStretch(2, 5);
    for (int column = 0; column < 6; ++column)
        grid->setColumnStretch(column, 1);
    return page;
}

} // namespace Signalbox
