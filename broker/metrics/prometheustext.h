// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "metrics/latencyhistogram.h"

#include <QByteArray>

#include <initializer_list>
#include <utility>

namespace Signalbox {

/// Writes Prometheus' text format, version 0.0.4: one family after the other, then its values.
class PrometheusText
{
public:
    static constexpr const char *kContentType = "text/plain; version=0.0.4; charset=utf-8";
    using Labels = std::initializer_list<std::pair<QByteArrayView, QByteArrayView>>;

    enum class Type { Counter, Gauge, Histogram };

    /// Begins a family; its values follow. \a name and \a help are plain ASCII.
    void family(QByteArrayView name, Type type, QByteArrayView help);
    void value(double value, Labels labels = {});
    /// The whole histogram of the family, in seconds, in buckets from 128 µs to 134 s.
    void histogram(const LatencyHistogram &latency);

    [[nodiscard]] const QByteArray &text() const { return m_text; }

private:
    void sample(QByteArrayView suffix, Labels labels, double value);

    QByteArray m_text;
    QByteArray m_family;
};

} // namespace Signalbox
