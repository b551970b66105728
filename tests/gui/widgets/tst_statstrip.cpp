// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/statstrip.h"

#include <QAbstractButton>
#include <QSignalSpy>
#include <QTest>

using namespace Signalbox;
using namespace Qt::StringLiterals;

/// The tiles of the overview: how many there are may change while they show.
class TestStatStrip : public QObject
{
    Q_OBJECT

private:
    static QList<StatTile> tiles(int count)
    {
        QList<StatTile> all;
        for (int i = 0; i < count; ++i)
            all.append({u"Tile %1"_s.arg(i), QString::number(i), {}, {}});
        return all;
    }

private slots:
    void tilesComeAndGoWhileTheyShow()
    {
        StatStrip strip;
        strip.resize(1000, 92);
        strip.show();
        for (const int count : {4, 5, 3, 5}) {
            strip.setTiles(tiles(count));
            QTRY_COMPARE(strip.findChildren<QAbstractButton *>().size(), count);
            const QList<QAbstractButton *> views = strip.findChildren<QAbstractButton *>();
            for (const QAbstractButton *view : views)
                QTRY_VERIFY(view->isVisible());
        }
    }

    void aTileIsActivatedByItsPlace()
    {
        StatStrip strip;
        strip.setTiles(tiles(3));
        strip.setTiles(tiles(4));
        QSignalSpy activated(&strip, &StatStrip::tileActivated);
        strip.findChildren<QAbstractButton *>().at(3)->click();
        QCOMPARE(activated.count(), 1);
        QCOMPARE(activated.first().first().toInt(), 3);
        QTest::keyClick(strip.findChildren<QAbstractButton *>().at(1), Qt::Key_Return);
        QCOMPARE(activated.last().first().toInt(), 1);
    }
};

QTEST_MAIN(TestStatStrip)
#include "tst_statstrip.moc"
