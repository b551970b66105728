// SPDX-License-Identifier: GPL-3.0-only
#include "console/feeds/metricsfeed.h"

#include "client/adminclient.h"

#include <algorithm>
#include <limits>

namespace Signalbox {

using namespace std::chrono_literals;

namespace {

constexpr auto kHour = 3600s;
constexpr qsizetype kMaxSamples = 3600;
constexpr auto kSmallestSpan = 10s; ///< Asked for when nothing was missed, with some overlap.

/// Appends the last \a newer samples of \a fresh and renews those before them; what nobody saw is a
/// gap.
void splice(Admin::Series &known, const Admin::Series &fresh, qsizetype newer)
{
    const qsizetype gap = std::clamp<qsizetype>(newer - fresh.size(), 0, kMaxSamples);
    known.insert(known.size(), gap, std::numeric_limits<double>::quiet_NaN());
    const qsizetype overlap = std::clamp<qsizetype>(fresh.size() - newer, 0, known.size());
    known.resize(known.size() - overlap);
    known.append(fresh.last(std::min(fresh.size(), overlap + newer)));
    if (known.size() > kMaxSamples)
        known.remove(0, known.size() - kMaxSamples);
}

} // namespace

MetricsFeed::MetricsFeed(AdminClient &client, QObject *parent)
    : Feed(1s, parent)
    , m_client(client)
{
}

void MetricsFeed::ask()
{
    // The whole hour once, then only what came since: an hour is a quarter megabyte of JSON.
    std::chrono::seconds span = kHour;
    if (m_history && age()) {
        const auto missed = std::chrono::ceil<std::chrono::seconds>(*age()) + kSmallestSpan;
        span = std::min<std::chrono::seconds>(missed, kHour);
    }
    whenDone(m_client.metrics(span), [this](const Admin::BrokerHistory &fresh) {
        take(fresh);
        answered();
    });
}

void MetricsFeed::take(const Admin::BrokerHistory &fresh)
{
    if (!m_history || fresh.intervalMs != m_history->intervalMs || fresh.endMs < m_history->endMs) {
        m_history = fresh;
        return;
    }
    const qsizetype newer =
        (fresh.endMs - m_history->endMs + fresh.intervalMs / 2) / fresh.intervalMs;
    for (const auto &[name, series] : Admin::kBrokerSeries)
        splice((*m_history).*series, fresh.*series, newer);
    m_history->endMs = fresh.endMs;
}

} // namespace Signalbox
