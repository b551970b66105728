// SPDX-License-Identifier: GPL-3.0-only
#include "metrics/prometheustext.h"

#include <QTest>

using namespace Signalbox;
using namespace std::chrono_literals;

class TestPrometheusText : public QObject
{
    Q_OBJECT

private slots:
    void writesFamiliesAndLabelledValues()
    {
        PrometheusText text;
        text.family("signalbox_queue_messages", PrometheusText::Type::Gauge, "Messages by state.");
        text.value(3, {{"queue", "orders"}, {"state", "ready"}});
        text.value(12'345'678, {{"queue", "a\"b\\c\n"}});
        QCOMPARE(text.text(),
                 QByteArray("# HELP signalbox_queue_messages Messages by state.\n"
                            "# TYPE signalbox_queue_messages gauge\n"
                            "signalbox_queue_messages{queue=\"orders\",state=\"ready\"} 3\n"
                            "signalbox_queue_messages{queue=\"a\\\"b\\\\c\\n\"} 12345678\n"));
    }

    void histogramBucketsAreCumulative()
    {
        LatencyHistogram latency;
        latency.record(100us);
        latency.record(400us);
        latency.record(1h);
        PrometheusText text;
        text.family("commit_seconds", PrometheusText::Type::Histogram, "Commits.");
        text.histogram(latency);
        QVERIFY(text.text().contains("commit_seconds_bucket{le=\"0.000128\"} 1\n"));
        QVERIFY(text.text().contains("commit_seconds_bucket{le=\"0.000512\"} 2\n"));
        QVERIFY(text.text().contains("commit_seconds_bucket{le=\"+Inf\"} 3\n"));
        QVERIFY(text.text().contains("commit_seconds_count 3\n"));
        QVERIFY(text.text().contains("commit_seconds_sum 3600.0005\n"));
    }
};

QTEST_GUILESS_MAIN(TestPrometheusText)
#include "tst_prometheustext.moc"
