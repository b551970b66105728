// SPDX-License-Identifier: GPL-3.0-only
#include "resources/resources.h"
#include "widgets/charts/timechart.h"

#include <QApplication>
#include <QClipboard>
#include <QDateTime>
#include <QShortcut>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;
using namespace Signalbox;
using namespace std::chrono_literals;

namespace {

constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

ChartData samples(const QList<double> &values, double start = 1773239400)
{
    ChartData data;
    data.step = 1;
    for (qsizetype i = 0; i < values.size(); ++i)
        data.times << start + double(i);
    data.values = {values};
    return data;
}

std::unique_ptr<TimeChart> makeChart(const ChartData &data)
{
    auto chart = std::make_unique<TimeChart>();
    chart->setTitle(u"Throughput"_s);
    chart->setSeries({{u"Sent"_s, Token::Series1}});
    chart->setWindow(60s);
    chart->setData(data);
    chart->resize(600, 300);
    chart->show();
    return chart;
}

/// Pixels of the first series, below the legend.
int coloured(TimeChart &chart)
{
    const QImage image = chart.grab(chart.rect().adjusted(0, 60, 0, 0)).toImage();
    const QRgb series = Theme::current().color(Token::Series1).rgb();
    int pixels = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            pixels += image.pixel(x, y) == series;
    }
    return pixels;
}

/// Chooses a part of the time that \a chart shows.
void dragOver(TimeChart &chart)
{
    QWidget *target = chart.childAt(chart.rect().center());
    QVERIFY(target);
    QTest::mousePress(target, Qt::LeftButton, {}, QPoint(200, 60));
    QTest::mouseMove(target, QPoint(300, 60));
    QTest::mouseRelease(target, Qt::LeftButton, {}, QPoint(300, 60));
}

} // namespace

class TestTimeChart : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        initResources();
        installFonts();
        QLocale::setDefault(QLocale(u"en_US"_s));
        Theme::apply(*qApp, Theme());
    }

    void missingSamplesAreGapsAndNeverZero()
    {
        const ChartData data = samples({1, 2, kMissing, kMissing, 5, 6});
        const TimeSpans gaps = gapsOf(data);
        QCOMPARE(gaps.size(), 1);
        QCOMPARE(gaps.constFirst(), std::make_pair(data.times.at(1), data.times.at(4)));
        QVERIFY(gapsOf(samples({1, 0, 2})).isEmpty());
    }

    void timesThatLeaveOutSamplesBreakTheLine()
    {
        ChartData data = samples({1, 2, 3, 4});
        data.times[2] += 10;
        data.times[3] += 10;
        QCOMPARE(gapsOf(data).size(), 1);
        const ChartData broken = withBreaks(data);
        QCOMPARE(broken.size(), 5);
        QVERIFY(std::isnan(broken.values.constFirst().at(2)));
        QCOMPARE(broken.values.constFirst().at(3), 3.0);
        QCOMPARE(gapsOf(broken).size(), 1);
    }

    void aGapAtTheEndReachesTheLastSample()
    {
        const ChartData data = samples({1, 2, kMissing, kMissing});
        QCOMPARE(gapsOf(data).constFirst(), std::make_pair(data.times.at(1), data.times.at(3)));
    }

    void stackedSeriesAddUpAroundMissingValues()
    {
        const auto sums = stacked({{1, kMissing, 3}, {10, kMissing, kMissing}});
        QCOMPARE(sums.at(1).at(0), 11.0);
        QVERIFY(std::isnan(sums.at(1).at(1)));
        QCOMPARE(sums.at(1).at(2), 3.0);
    }

    void theAxisHasThreeToFiveLinesAndHeadroom_data()
    {
        QTest::addColumn<double>("highest");
        for (const double value : {0.3, 1.1, 3.7, 9.0, 42.0, 440.0, 1500.0, 14600.0, 987654.0})
            QTest::addRow("%g", value) << value;
    }
    void theAxisHasThreeToFiveLinesAndHeadroom()
    {
        QFETCH(double, highest);
        const double upper = axisUpper(highest);
        QVERIFY(upper >= highest * 1.12 - 1e-9);
        QVERIFY(upper <= highest * 1.6);
        const int lines = int(upper / valueStep(upper) + 1e-9);
        QVERIFY2(lines >= 2 && lines <= 5, qPrintable(QString::number(lines)));
    }

    void theAxisGrowsAtOnceAndShrinksLate()
    {
        AxisKeeper keeper;
        const double small = keeper.upperFor(10, 0s);
        const double large = keeper.upperFor(100, 1s);
        QVERIFY(large > small);
        QCOMPARE(keeper.upperFor(10, 2s), large);
        QCOMPARE(keeper.upperFor(10, 30s), large);
        QCOMPARE(keeper.upperFor(10, 31s), small);
    }

    void timeTicksAreRoundAndFew_data()
    {
        QTest::addColumn<int>("span");
        QTest::addColumn<int>("step");
        QTest::newRow("15 minutes") << 900 << 300;
        QTest::newRow("an hour") << 3600 << 600;
        QTest::newRow("six hours") << 21600 << 3600;
        QTest::newRow("a day") << 86400 << 21600;
        QTest::newRow("a week") << 604800 << 86400;
    }
    void timeTicksAreRoundAndFew()
    {
        QFETCH(int, span);
        QFETCH(int, step);
        const double end = 1773239528;
        const QList<TimeTick> ticks = timeTicks(end - span, end, 7);
        QVERIFY(ticks.size() >= 3 && ticks.size() <= 7);
        QCOMPARE(ticks.at(1).time - ticks.at(0).time, double(step));
        for (const TimeTick &tick : ticks) {
            const QTime time = QDateTime::fromSecsSinceEpoch(qint64(tick.time)).time();
            QCOMPARE(QTime(0, 0).secsTo(time) % std::min(step, 86400), 0);
            QVERIFY(!tick.label.isEmpty());
        }
    }

    void exportsNameTheSeriesAndLeaveMissingEmpty()
    {
        const ChartData data = samples({1.5, kMissing}, 0);
        QCOMPARE(
            toCsv(data, {u"Sent, all"_s}),
            u"time,\"Sent, all\"\n1970-01-01T00:00:00.000Z,1.5\n1970-01-01T00:00:01.000Z,\n"_s);
        QVERIFY(toTable(data, {u"Sent"_s}).startsWith(u"time\tSent\n"));
    }

    void keysMoveTheReadOutAndDescribeIt()
    {
        const auto chart = makeChart(samples({1, 2, kMissing, 4}));
        QSignalSpy moved(chart.get(), &TimeChart::readOutMoved);
        QTest::keyClick(chart.get(), Qt::Key_End);
        QVERIFY2(chart->accessibleDescription().endsWith(u"Sent 4"),
                 qPrintable(chart->accessibleDescription()));
        QTest::keyClick(chart.get(), Qt::Key_Left);
        QVERIFY(chart->accessibleDescription().endsWith(u"Sent –"));
        QTest::keyClick(chart.get(), Qt::Key_Left);
        QVERIFY(chart->accessibleDescription().endsWith(u"Sent 2"));
        QTest::keyClick(chart.get(), Qt::Key_Home);
        QVERIFY(chart->accessibleDescription().endsWith(u"Sent 1"));
        QCOMPARE(moved.size(), 4);
        QTest::keyClick(chart.get(), Qt::Key_Escape);
        QVERIFY(chart->accessibleDescription().isEmpty());
        QVERIFY(std::isnan(moved.constLast().constFirst().toDouble()));
    }

    void chartsOfAPanelShareTheLine()
    {
        const ChartData data = samples({1, 2, 3});
        const auto first = makeChart(data);
        const auto second = makeChart(data);
        connect(first.get(), &TimeChart::readOutMoved, second.get(), &TimeChart::showReadOut);
        QTest::keyClick(first.get(), Qt::Key_Home);
        QCOMPARE(second->accessibleDescription(), first->accessibleDescription());
        QVERIFY(!second->accessibleDescription().isEmpty());
    }

    void draggingZoomsAndEscReturns()
    {
        QList<double> values(60, 5.0);
        const auto chart = makeChart(samples(values));
        const auto whole = chart->shownRange();
        QSignalSpy ranges(chart.get(), &TimeChart::rangeChanged);
        dragOver(*chart);
        QCOMPARE(ranges.size(), 1);
        QVERIFY(chart->shownRange().first > whole.first);
        QVERIFY(chart->shownRange().second < whole.second);
        QTest::keyClick(chart.get(), Qt::Key_Escape);
        QCOMPARE(chart->shownRange(), whole);
    }

    void escReturnsBeforeItLeavesThePanel()
    {
        QWidget panel;
        QShortcut leave(Qt::Key_Escape, &panel);
        const QSignalSpy left(&leave, &QShortcut::activated);
        TimeChart *chart = makeChart(samples(QList<double>(60, 5.0))).release();
        auto *column = new QVBoxLayout(&panel);
        column->addWidget(chart);
        panel.resize(600, 300);
        panel.show();
        panel.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&panel));
        chart->setFocus();
        const auto whole = chart->shownRange();
        dragOver(*chart);
        QVERIFY(chart->shownRange() != whole);
        QTest::keyClick(chart, Qt::Key_Escape);
        QCOMPARE(chart->shownRange(), whole);
        QCOMPARE(left.size(), 0);
        QTest::keyClick(chart, Qt::Key_Escape); // The line that followed the pointer goes, if any.
        QTest::keyClick(chart, Qt::Key_Escape);
        QVERIFY(left.size() > 0);
    }

    void whatWasZoomedIntoStaysWhileSamplesCome()
    {
        QList<double> values(60, 5.0);
        const auto chart = makeChart(samples(values));
        dragOver(*chart);
        const auto zoomed = chart->shownRange();
        chart->setWindow(60s); // as a panel does with each answer
        values.append(6);
        chart->setData(samples(values));
        QCOMPARE(chart->shownRange(), zoomed);
        chart->setWindow(900s);
        QVERIFY(chart->shownRange() != zoomed);
    }

    void onlyWhatIsNewIsDrawnAgain_data()
    {
        QTest::addColumn<QList<double>>("fresh");
        QTest::addColumn<bool>("isNew");
        QTest::newRow("the same") << QList<double>{1, kMissing, 3} << false;
        QTest::newRow("the last sample, whose time is not over")
            << QList<double>{1, kMissing, 9} << false;
        QTest::newRow("an earlier sample") << QList<double>{2, kMissing, 3} << true;
        QTest::newRow("a gap filled") << QList<double>{1, 2, 3} << true;
        QTest::newRow("one more") << QList<double>{1, kMissing, 3, 4} << true;
        QTest::newRow("one less") << QList<double>{1, kMissing} << true;
    }
    void onlyWhatIsNewIsDrawnAgain()
    {
        QFETCH(QList<double>, fresh);
        QFETCH(bool, isNew);
        QCOMPARE(differsBeforeEnd(samples({1, kMissing, 3}), samples(fresh)), isNew);
    }

    void seriesInAnotherLanguageStayDrawn()
    {
        const auto chart = makeChart(samples({5, 6, 7, 8, 5, 6, 7, 8}));
        chart->setFocusPolicy(Qt::NoFocus); // its ring has the colour of the series
        chart->clearFocus();
        QTRY_VERIFY(coloured(*chart) > 0);
        chart->setSeries({{u"发送"_s, Token::Series1}});
        QEvent language(QEvent::LanguageChange);
        QCoreApplication::sendEvent(chart.get(), &language); // paints it anew
        QCoreApplication::processEvents();
        QVERIFY(coloured(*chart) > 0);
    }

    void copyGivesTheTable()
    {
        const auto chart = makeChart(samples({1, 2}));
        QTest::keyClick(chart.get(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), chart->table());
    }

    void thePictureHasTheRatioAskedFor()
    {
        const auto chart = makeChart(samples({1, 2, 3}));
        QCOMPARE(chart->toPixmap(2).size(), chart->size() * 2);
    }

    void whatIsComparedIsExportedBesideItsTime()
    {
        const ChartData data{{100, 101, 102}, {{1, 2, 3}}, 1};
        const ChartData earlier{{101, 102}, {{7, 8}}, 1};
        const ChartData all = withComparison(data, earlier);
        QCOMPARE(all.values.size(), 2);
        QVERIFY(std::isnan(all.values.at(1).at(0)));
        QCOMPARE(all.values.at(1).at(1), 7.0);
        QCOMPARE(all.values.at(1).at(2), 8.0);

        TimeChart chart;
        chart.setSeries({{u"Sent"_s, Token::Series1}});
        chart.setData(data);
        QVERIFY(!chart.csv().contains(u"Sent before"_s));
        chart.setComparison(earlier);
        QVERIFY(chart.csv().contains(u"Sent before"_s));
        QVERIFY(chart.table().contains(u'7'));
        chart.setComparison({});
        QVERIFY(!chart.csv().contains(u"Sent before"_s));
    }
};

QTEST_MAIN(TestTimeChart)
#include "tst_timechart.moc"
