// SPDX-License-Identifier: GPL-3.0-only
#include "console/feeds/requestfeed.h"
#include "console/models/requestcause.h"
#include "console/models/requestfiltermodel.h"
#include "console/models/requestlistmodel.h"
#include "console/models/trashlistmodel.h"
#include "widgets/format.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Signalbox;
using namespace Qt::StringLiterals;

namespace {

Admin::RequestRecord request(qint64 id, int status = 200, qint64 durationUs = 300)
{
    Admin::RequestRecord record;
    record.id = id;
    record.operation = u"SendMessage"_s;
    record.method = u"POST"_s;
    record.resource = u"/queues/orders/messages"_s;
    record.address = u"10.20.4.18"_s;
    record.status = status;
    record.durationUs = durationUs;
    return record;
}

/// Newest first, from \a newest down.
QList<Admin::RequestRecord> requests(qint64 newest, int count)
{
    QList<Admin::RequestRecord> list;
    for (int i = 0; i < count; ++i)
        list.append(request(newest - i));
    return list;
}

} // namespace

class TestRequestListModel : public QObject
{
    Q_OBJECT

private slots:
    void newestStandFirst()
    {
        RequestListModel model;
        const QAbstractItemModelTester tester(&model);
        model.prepend(requests(20, 3));
        model.append(requests(17, 2));
        model.prepend(requests(22, 2));
        QCOMPARE(model.rowCount(), 7);
        for (int row = 0; row < model.rowCount(); ++row)
            QCOMPARE(model.requestAt(row).id, 22 - row);
    }

    void aHeldListStandsStill()
    {
        RequestListModel model;
        const QAbstractItemModelTester tester(&model);
        model.prepend(requests(10, 5));
        model.setHeld(true);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        model.prepend(requests(12, 2));
        model.prepend(requests(15, 3));
        QCOMPARE(model.rowCount(), 5);
        QCOMPARE(model.waitingCount(), 5);
        QVERIFY(inserted.isEmpty());
        model.setHeld(false);
        QCOMPARE(model.rowCount(), 10);
        QCOMPARE(model.requestAt(0).id, 15);
        QCOMPARE(model.waitingCount(), 0);
    }

    void noMoreThanABrokerRemembersIsKept()
    {
        RequestListModel model;
        model.prepend(requests(RequestFeed::kMost, RequestFeed::kMost));
        model.prepend(requests(RequestFeed::kMost + 300, 300));
        QCOMPARE(model.rowCount(), RequestFeed::kMost);
        QCOMPARE(model.requestAt(0).id, RequestFeed::kMost + 300);
        QCOMPARE(model.requestAt(model.rowCount() - 1).id, 301);
    }

    void refusedAndSlowAreCounted()
    {
        RequestListModel model;
        Admin::RequestRecord nothingThere = request(3, 404);
        nothingThere.code = u"MessageNotExist"_s;
        Admin::RequestRecord waiting = request(2, 200, 20'000'000);
        waiting.operation = u"ReceiveMessage"_s;
        model.prepend({request(5, 403), request(4, 200, 150'000), nothingThere, waiting});
        QCOMPARE(model.refusedCount(), 1); // an empty queue is no refusal
        QCOMPARE(model.slowCount(), 1); // nor is waiting for messages slow
        model.clear();
        QCOMPARE(model.refusedCount(), 0);
    }

    void segmentsAndTextFilter()
    {
        RequestListModel model;
        RequestFilterModel filter(model);
        const QAbstractItemModelTester tester(&filter);
        Admin::RequestRecord other = request(6, 403);
        other.resource = u"/queues/invoices"_s;
        model.prepend({other, request(5), request(4, 200, 150'000)});
        filter.setSegment(RequestFilterModel::Segment::Refused);
        QCOMPARE(filter.rowCount(), 1);
        filter.setSegment(RequestFilterModel::Segment::Slow);
        QCOMPARE(filter.rowCount(), 1);
        filter.setSegment(RequestFilterModel::Segment::All);
        filter.setText(u" INVOICES "_s);
        QCOMPARE(filter.rowCount(), 1);
    }

    void everyRefusalHasACause_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("part");
        QTest::newRow("signature") << u"SignatureDoesNotMatch"_s << u"secret"_s;
        QTest::newRow("key") << u"InvalidAccessKeyId"_s << u"me"_s;
        QTest::newRow("clock") << u"TimeExpired"_s << u"clocks"_s;
        QTest::newRow("queue") << u"QueueNotExist"_s << u"orders"_s;
        QTest::newRow("handle") << u"ReceiptHandleError"_s << u"handle"_s;
        QTest::newRow("another") << u"SomethingNew"_s << u"SomethingNew"_s;
    }

    void everyRefusalHasACause()
    {
        QFETCH(QString, code);
        QFETCH(QString, part);
        Admin::RequestRecord refused = request(1, 403);
        refused.code = code;
        refused.accessKeyId = u"me"_s;
        refused.message = u"What the broker says."_s;
        const RequestCause cause = requestCause(refused);
        QVERIFY2(cause.title.contains(part), qPrintable(cause.title));
        QVERIFY(!cause.text.isEmpty());
        QVERIFY(!cause.iconName.isEmpty());
    }

    void everyMistakeInSigningHasASentence()
    {
        QSet<QString> titles;
        constexpr int kMistakes = int(SigningMistake::Digest) + 1; // the last one
        for (int mistake = 0; mistake < kMistakes; ++mistake) {
            Admin::RequestRecord refused = request(1, 403);
            refused.code = u"SignatureDoesNotMatch"_s;
            refused.signingMistake = SigningMistake(mistake);
            titles.insert(requestCause(refused).title);
        }
        QCOMPARE(titles.size(), kMistakes);
    }

    void timesOfOtherDaysHaveTheirDay()
    {
        RequestListModel model;
        const QDateTime now = QDateTime::currentDateTime();
        const QDateTime longAgo = now.addYears(-2);
        Admin::RequestRecord fresh = request(2);
        fresh.timeMs = now.toMSecsSinceEpoch();
        Admin::RequestRecord old = request(1);
        old.timeMs = longAgo.toMSecsSinceEpoch();
        model.prepend({fresh, old});
        const auto time = [&model](int row) {
            return model.index(row, RequestListModel::Time).data().toString();
        };
        QCOMPARE(time(0), Format::time(now, now));
        QCOMPARE(time(1), longAgo.toString(u"yyyy-MM-dd"_s));
    }

    void trashIsMergedByEntry()
    {
        TrashListModel model;
        const QAbstractItemModelTester tester(&model);
        const auto entry = [](qint64 id) {
            Admin::TrashEntry made;
            made.id = id;
            made.name = u"queue-%1"_s.arg(QString::number(id));
            made.messages = id;
            made.expiresAtMs = 600'000;
            return made;
        };
        model.merge({entry(3), entry(1)}, 0);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.merge({entry(4), entry(3), entry(2)}, 60'000);
        QVERIFY(reset.isEmpty());
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.entryAt(0).id, 4);
        QCOMPARE(model.entryAt(2).id, 2);
        QCOMPARE(model.messages(), 9);
        QCOMPARE(model.index(0, TrashListModel::TimeLeft).data().toString(), u"9:00"_s);
        model.merge({}, 60'000);
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_MAIN(TestRequestListModel)
#include "tst_requestlistmodel.moc"
