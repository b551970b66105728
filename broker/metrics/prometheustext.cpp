// SPDX-License-Identifier: GPL-3.0-only
#include "metrics/prometheustext.h"

namespace Signalbox {

namespace {

void appendEscaped(QByteArray &text, QByteArrayView value)
{
    for (const char c : value) {
        if (c == '\n')
            text += "\\n";
        else if (c == '\\' || c == '"')
            text += '\\', text += c;
        else
            text += c;
    }
}

} // namespace

void PrometheusText::family(QByteArrayView name, Type type, QByteArrayView help)
{
    m_family = name.toByteArray();
    m_text += "# HELP ";
    m_text += name;
    m_text += ' ';
    m_text += help;
    m_text += "\n# TYPE ";
    m_text += name;
    switch (type) {
    case Type::Counter:
        m_text += " counter\n";
        break;
    case Type::Gauge:
        m_text += " gauge\n";
        break;
    case Type::Histogram:
        m_text += " histogram\n";
        break;
    }
}

void PrometheusText::value(double value, Labels labels)
{
    sample({}, labels, value);
}

void PrometheusText::histogram(const LatencyHistogram &latency)
{
    // Powers of two microseconds, because there the count is exact: 128 us, 512 us … 134 s.
    for (int exponent = 7; exponent <= 27; exponent += 2) {
        const std::chrono::microseconds bound(qint64(1) << exponent);
        const QByteArray seconds = QByteArray::number(double(bound.count()) / 1e6, 'g', 9);
        sample("_bucket", {{"le", seconds}}, double(latency.countWithin(bound)));
    }
    sample("_bucket", {{"le", "+Inf"}}, double(latency.count()));
    sample("_sum", {}, double(latency.sum().count()) / 1e6);
    sample("_count", {}, double(latency.count()));
}

void PrometheusText::sample(QByteArrayView suffix, Labels labels, double value)
{
    m_text += m_family;
    m_text += suffix;
    if (labels.size() != 0) {
        char separator = '{';
        for (const auto &[name, text] : labels) {
            m_text += separator;
            m_text += name;
            m_text += "=\"";
            appendEscaped(m_text, text);
            m_text += '"';
            separator = ',';
        }
        m_text += '}';
    }
    m_text += ' ';
    m_text += QByteArray::number(value, 'g', 15);
    m_text += '\n';
}

} // namespace Signalbox
