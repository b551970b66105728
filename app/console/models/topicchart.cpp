// SPDX-License-Identifier: GPL-3.0-only
#include "console/models/topicchart.h"

#include "console/models/serieschart.h"

#include <QHash>

#include <algorithm>
#include <numeric>

namespace Signalbox {

using namespace std::chrono_literals;

namespace {

const Admin::TopicSamples &samplesFor(const Admin::TopicHistory &history, std::chrono::seconds span)
{
    return span <= 1min ? history.seconds : history.minutes;
}

double rateFactor(const Admin::TopicSamples &samples)
{
    return 1000.0 / double(std::max<qint64>(samples.intervalMs, 1));
}

double total(const Admin::Series &series)
{
    return std::accumulate(series.cbegin(), series.cend(), 0.0);
}

Admin::Series sumOf(const Admin::TopicSamples &samples, SubscriptionSeries series)
{
    Admin::Series sum(samples.published.size(), 0.0);
    for (const Admin::SubscriptionSamples &subscription : samples.subscriptions) {
        const Admin::Series &one = subscription.*series;
        for (qsizetype i = 0; i < std::min(sum.size(), one.size()); ++i)
            sum[i] += one.at(i);
    }
    return sum;
}

} // namespace

QStringList busiestSubscriptions(const Admin::TopicHistory &history)
{
    QHash<QString, double> tries;
    QStringList names;
    for (const Admin::TopicSamples *part : {&history.seconds, &history.minutes}) {
        for (const Admin::SubscriptionSamples &one : part->subscriptions) {
            if (!tries.contains(one.name))
                names.append(one.name);
            tries[one.name] += total(one.delivered) + total(one.failed);
        }
    }
    std::ranges::stable_sort(names, std::greater(),
                             [&](const QString &name) { return tries.value(name); });
    names = names.mid(0, kMostSubscriptionLines);
    names.sort();
    return names;
}

ChartData topicRates(const Admin::TopicHistory &history, std::chrono::seconds span)
{
    const Admin::TopicSamples &samples = samplesFor(history, span);
    return seriesChartData(
        {history.endMs,
         samples.intervalMs,
         {samples.published, sumOf(samples, &Admin::SubscriptionSamples::delivered),
          sumOf(samples, &Admin::SubscriptionSamples::failed)}},
        span, rateFactor(samples));
}

ChartData subscriptionLines(const Admin::TopicHistory &history, const QStringList &subscriptions,
                            SubscriptionSeries series, std::chrono::seconds span, bool perSecond,
                            double factor)
{
    const Admin::TopicSamples &samples = samplesFor(history, span);
    SampledSeries sampled{history.endMs, samples.intervalMs, {}};
    for (const QString &name : subscriptions) {
        const auto found =
            std::ranges::find(samples.subscriptions, name, &Admin::SubscriptionSamples::name);
        sampled.lines.append(found == samples.subscriptions.cend() ? Admin::Series()
                                                                   : (*found).*series);
    }
    return seriesChartData(sampled, span, perSecond ? factor * rateFactor(samples) : factor);
}

} // namespace Signalbox
