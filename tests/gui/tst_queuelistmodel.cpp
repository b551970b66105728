// SPDX-License-Identifier: GPL-3.0-only
#include "console/models/attention.h"
#include "console/models/busiestqueuesmodel.h"
#include "console/models/queuefiltermodel.h"
#include "console/models/queuelistmodel.h"
#include "console/models/topiclistmodel.h"
#include "console/panels/attentioncard.h"
#include "widgets/format.h"
#include "widgets/label.h"
#include "widgets/table/celldelegate.h"
#include "widgets/table/tableroles.h"
#include "widgets/textpainter.h"
#include "widgets/theme.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

using namespace Signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const std::optional<Admin::Status> kNoStatus;
constexpr qint64 kNow = 1'700'000'000'000;
constexpr qint64 kSecond = 1000;
constexpr qint64 kMinute = 60 * kSecond;

Admin::QueueRow queue(const QString &name, qint64 ready = 0)
{
    Admin::QueueRow row;
    row.name = name;
    row.counts.ready = ready;
    if (ready > 0)
        row.oldestReadyMs = kNow - 5 * kSecond;
    return row;
}

QStringList names(const QAbstractItemModel &model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row)
        all.append(model.index(row, QueueListModel::Name).data().toString());
    return all;
}

} // namespace

class TestQueueListModel : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_model = std::make_unique<QueueListModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_model->setSurroundings(kNow, false);
    }

    void changedRowsAreMergedByName()
    {
        m_model->replaceAll({queue(u"b"_s), queue(u"d"_s)});
        m_model->merge({queue(u"a"_s), queue(u"c"_s), queue(u"d"_s, 3), queue(u"e"_s)}, {u"b"_s});
        QCOMPARE(names(*m_model), (QStringList{u"a"_s, u"c"_s, u"d"_s, u"e"_s}));
        QCOMPARE(m_model->queueAt(2).counts.ready, 3);
    }

    void aFullListTakesOutWhatIsGone()
    {
        m_model->replaceAll({queue(u"a"_s), queue(u"b"_s), queue(u"c"_s)});
        m_model->replaceAll({queue(u"b"_s), queue(u"x"_s)});
        QCOMPARE(names(*m_model), (QStringList{u"b"_s, u"x"_s}));
        m_model->replaceAll({});
        QCOMPARE(m_model->rowCount(), 0);
    }

    void mergingKeepsTheSelectedRow()
    {
        m_model->replaceAll({queue(u"b"_s), queue(u"c"_s)});
        const QPersistentModelIndex selected = m_model->index(1, 0);
        m_model->merge({queue(u"a"_s)}, {u"b"_s});
        QCOMPARE(selected.data().toString(), u"c"_s);
        QCOMPARE(selected.row(), 1);
    }

    void aRowThatDidNotChangeTellsNoView()
    {
        m_model->replaceAll({queue(u"a"_s), queue(u"b"_s)});
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        m_model->merge({queue(u"a"_s), queue(u"b"_s, 1)}, {});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 1);
    }

    void neighboursAreToldOfTogether()
    {
        m_model->replaceAll({queue(u"a"_s), queue(u"b"_s), queue(u"c"_s), queue(u"m"_s)});
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
        m_model->merge({queue(u"a"_s, 1), queue(u"b"_s, 1), queue(u"d"_s), queue(u"e"_s),
                        queue(u"f"_s), queue(u"m"_s, 1), queue(u"n"_s)},
                       {});
        QCOMPARE(names(*m_model),
                 (QStringList{u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s, u"m"_s, u"n"_s}));
        QCOMPARE(changed.size(), 2);
        QCOMPARE(inserted.size(), 2);
        QCOMPARE(m_model->queueAt(6).counts.ready, 1);

        m_model->merge({}, {u"b"_s, u"n"_s, u"a"_s, u"nobody"_s, u"c"_s, u"b"_s});
        QCOMPARE(names(*m_model), (QStringList{u"d"_s, u"e"_s, u"f"_s, u"m"_s}));
        QCOMPARE(removed.size(), 2);
    }

    void everyColumnSortsByItsValues_data()
    {
        QTest::addColumn<int>("column");
        for (const int column :
             {QueueListModel::State, QueueListModel::Ready, QueueListModel::InFlight,
              QueueListModel::Delayed, QueueListModel::Oldest, QueueListModel::InPerS,
              QueueListModel::OutPerS, QueueListModel::Backlog}) {
            QTest::addRow("column %d", column) << column;
        }
    }
    void everyColumnSortsByItsValues()
    {
        QFETCH(int, column);
        Admin::QueueRow most = queue(u"a"_s);
        Admin::QueueRow least = queue(u"b"_s); // 900 is less than 1000, but not as text
        most.counts = {1000, 1000, 1000, 0};
        least.counts = {900, 900, 900, 0};
        most.oldestReadyMs = kNow - 2 * kMinute;
        least.oldestReadyMs = kNow - kSecond;
        most.inPerS = 1000;
        most.outPerS = 1000;
        least.inPerS = 900;
        least.outPerS = 900;
        most.lastReceiveMs = kNow - kMinute; // nobody receives: it comes first by state
        m_model->replaceAll({most, least});
        QueueFilterModel sorted(*m_model);
        const bool byState = column == QueueListModel::State;
        sorted.sort(column, byState ? Qt::DescendingOrder : Qt::AscendingOrder);
        QCOMPARE(names(sorted), (QStringList{u"b"_s, u"a"_s}));
        sorted.sort(column, byState ? Qt::AscendingOrder : Qt::DescendingOrder);
        QCOMPARE(names(sorted), (QStringList{u"a"_s, u"b"_s}));
    }

    void stateIsTheFirstThatFits_data()
    {
        QTest::addColumn<Admin::QueueRow>("row");
        QTest::addColumn<bool>("writesStopped");
        QTest::addColumn<QueueState>("state");

        Admin::QueueRow row = queue(u"q"_s);
        QTest::newRow("nothing was ever there") << row << false << QueueState::Empty;
        QTest::newRow("broker takes no writes") << row << true << QueueState::WritesStopped;
        row.lastReceiveMs = kNow - kMinute;
        QTest::newRow("it was used") << row << false << QueueState::Idle;
        row.counts.delayed = 2;
        QTest::newRow("only delayed messages") << row << false << QueueState::Delayed;
        row.counts.leased = 1;
        QTest::newRow("somebody works on one") << row << false << QueueState::Flowing;

        row = queue(u"q"_s, 4);
        QTest::newRow("just arrived") << row << false << QueueState::Idle;
        row.oldestReadyMs = kNow - kMinute;
        QTest::newRow("a minute without receiver") << row << false << QueueState::NoReceiver;
        row.waiters = 1;
        QTest::newRow("a long poll waits") << row << false << QueueState::Idle;
        row.waiters = 0;
        row.lastReceiveMs = kNow - 59 * kSecond;
        row.inPerS = 1;
        QTest::newRow("received 59 s ago") << row << false << QueueState::Flowing;
        row.outPerS = 2;
        QTest::newRow("more goes out than comes in") << row << false << QueueState::Draining;
    }

    void stateIsTheFirstThatFits()
    {
        QFETCH(Admin::QueueRow, row);
        QFETCH(bool, writesStopped);
        QFETCH(QueueState, state);
        QCOMPARE(queueState(row, {kNow, writesStopped, 0}), state);
    }

    void aQueueGrowsAfterFiveMinutesOfMoreInThanOut()
    {
        Admin::QueueRow row = queue(u"q"_s, 100);
        row.oldestReadyMs = kNow - 2 * kMinute;
        row.lastReceiveMs = kNow;
        row.inPerS = 5;
        row.outPerS = 2;
        m_model->replaceAll({row});
        QCOMPARE(m_model->stateAt(0), QueueState::Flowing);

        row.lastReceiveMs = kNow + 5 * kMinute;
        m_model->merge({row}, {});
        m_model->setSurroundings(kNow + 5 * kMinute, false);
        QCOMPARE(m_model->stateAt(0), QueueState::Growing);

        row.outPerS = 5;
        m_model->merge({row}, {});
        QCOMPARE(m_model->stateAt(0), QueueState::Flowing);
    }

    void unknownAgesAreADashAndSortBehindKnownOnes()
    {
        m_model->replaceAll({queue(u"a"_s, 1), queue(u"b"_s)});
        QCOMPARE(m_model->index(1, QueueListModel::Oldest).data().toString(), u"–"_s);
        QueueFilterModel sorted(*m_model);
        sorted.sort(QueueListModel::Oldest, Qt::DescendingOrder);
        QCOMPARE(names(sorted), (QStringList{u"a"_s, u"b"_s}));
    }

    void columnsThatAreAddedSortByTheirValuesToo()
    {
        Admin::QueueRow first = queue(u"a"_s);
        first.settings.visibilityTimeout = std::chrono::seconds(100);
        first.settings.retention = std::chrono::seconds(1000);
        first.createdAtMs = kNow;
        Admin::QueueRow second = queue(u"b"_s);
        second.settings.visibilityTimeout = std::chrono::seconds(20);
        second.settings.retention = std::chrono::seconds(200);
        second.createdAtMs = kNow - kMinute;
        m_model->replaceAll({first, second});
        QueueFilterModel sorted(*m_model);
        for (const int column :
             {QueueListModel::Visibility, QueueListModel::Retention, QueueListModel::Created}) {
            sorted.sort(column, Qt::AscendingOrder);
            QCOMPARE(names(sorted), (QStringList{u"b"_s, u"a"_s}));
            sorted.sort(column, Qt::DescendingOrder);
            QCOMPARE(names(sorted), (QStringList{u"a"_s, u"b"_s}));
        }
    }

    void rowsReadAsSentences()
    {
        m_model->replaceAll({queue(u"orders"_s, 1204)});
        QCOMPARE(m_model->index(0, 0).data(Qt::AccessibleTextRole).toString(),
                 u"orders, Idle, 1,204 ready, 0 in flight, 0 delayed"_s);
    }

    void kindsShowAtTheName()
    {
        Admin::QueueRow orders = queue(u"orders"_s);
        orders.settings.deadLetters = {u"orders-dead"_s, 3};
        Admin::QueueRow ledger = queue(u"ledger"_s);
        ledger.settings.type = QueueType::Fifo;
        m_model->replaceAll({ledger, orders, queue(u"orders-dead"_s)});
        const auto chip = [this](int row) {
            return m_model->index(row, QueueListModel::Name).data(TableRole::Chip).toString();
        };
        QCOMPARE(chip(0), u"FIFO"_s);
        QCOMPARE(chip(1), QString());
        QCOMPARE(chip(2), u"DLQ"_s);
        QVERIFY(m_model->index(2, 0)
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .startsWith(u"orders-dead DLQ, "_s));
        QVERIFY(m_model->index(2, QueueListModel::Name).data().toString() == u"orders-dead"_s);
    }

    void theLongestAgeFitsItsColumn()
    {
        const QFont font = Theme().font(TextRole::Body);
        const TableColumn column = QueueListModel::columns().at(QueueListModel::Oldest);
        const int room = column.width - 2 * CellDelegate::kCellPadding;
        for (const std::chrono::seconds age : {23h + 59min + 0s, 59min + 59s, 99h * 24 + 23h + 0s})
            QVERIFY(tabularWidth(font, Format::age(age)) <= room);
    }

    void filterLooksAtNamesInAnyCaseAndAtBacklogs()
    {
        m_model->replaceAll(
            {queue(u"Orders-billing"_s), queue(u"orders-mail"_s, 2), queue(u"parking"_s, 1)});
        QueueFilterModel filter(*m_model);
        QAbstractItemModelTester tester(&filter,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        filter.setNameFilter(u" oRDERS"_s);
        QCOMPARE(names(filter), (QStringList{u"Orders-billing"_s, u"orders-mail"_s}));
        filter.setSelection(QueueFilterModel::Selection::WithBacklog);
        QCOMPARE(names(filter), (QStringList{u"orders-mail"_s}));
    }

    void rowsStandStillUntilTheListIsSortedAgain()
    {
        m_model->replaceAll({queue(u"a"_s, 1), queue(u"b"_s, 5)});
        QueueFilterModel sorted(*m_model);
        sorted.sort(QueueListModel::Ready, Qt::DescendingOrder);
        QCOMPARE(names(sorted), (QStringList{u"b"_s, u"a"_s}));
        m_model->merge({queue(u"a"_s, 9)}, {});
        QCOMPARE(names(sorted), (QStringList{u"b"_s, u"a"_s}));
        sorted.resort();
        QCOMPARE(names(sorted), (QStringList{u"a"_s, u"b"_s}));
    }

    void aNewQueueLeavesTheOthersWhereTheyAre()
    {
        m_model->replaceAll({queue(u"a"_s, 1), queue(u"c"_s, 5), queue(u"e"_s, 3)});
        QueueFilterModel sorted(*m_model);
        const QAbstractItemModelTester tester(
            &sorted, QAbstractItemModelTester::FailureReportingMode::QtTest);
        sorted.sort(QueueListModel::Ready, Qt::DescendingOrder);
        m_model->merge({queue(u"a"_s, 9), queue(u"b"_s, 4), queue(u"d"_s, 4)}, {});
        QCOMPARE(names(sorted), (QStringList{u"c"_s, u"d"_s, u"b"_s, u"e"_s, u"a"_s}));
        QCoreApplication::processEvents();
        QCOMPARE(names(sorted), (QStringList{u"c"_s, u"d"_s, u"b"_s, u"e"_s, u"a"_s}));
        m_model->merge({}, {u"e"_s});
        QCOMPARE(names(sorted), (QStringList{u"c"_s, u"d"_s, u"b"_s, u"a"_s}));
        sorted.resort();
        QCOMPARE(names(sorted), (QStringList{u"a"_s, u"c"_s, u"d"_s, u"b"_s}));
    }

    void whichQueuesShowFollowsWhatTheyDo_data()
    {
        QTest::addColumn<QueueFilterModel::Selection>("selection");
        QTest::addColumn<Admin::QueueRow>("joining");
        using Selection = QueueFilterModel::Selection;
        Admin::QueueRow row = queue(u"b"_s, 1);
        QTest::newRow("a backlog") << Selection::WithBacklog << row;
        row.oldestReadyMs = kNow - kMinute;
        QTest::newRow("nobody receives") << Selection::NoReceiver << row;
        row.settings.type = QueueType::Fifo;
        QTest::newRow("an order") << Selection::Fifo << row;
        Admin::QueueRow origin = queue(u"a"_s);
        origin.settings.deadLetters.targetQueue = u"b"_s;
        QTest::newRow("dead letters") << Selection::DeadLetters << origin;
    }
    void whichQueuesShowFollowsWhatTheyDo()
    {
        QFETCH(QueueFilterModel::Selection, selection);
        QFETCH(Admin::QueueRow, joining);
        m_model->replaceAll({queue(u"a"_s), queue(u"b"_s), queue(u"c"_s)});
        QueueFilterModel filter(*m_model);
        const QAbstractItemModelTester tester(
            &filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        filter.setSelection(selection);
        QCOMPARE(names(filter), QStringList());
        m_model->merge({joining}, {});
        QCOMPARE(names(filter), QStringList{u"b"_s});
        m_model->merge({queue(joining.name)}, {});
        QCOMPARE(names(filter), QStringList());
    }

    void manyThatComeAtOnceTakeTheirPlaces()
    {
        QList<Admin::QueueRow> idle;
        QList<Admin::QueueRow> busy;
        for (int i = 0; i < 300; ++i) {
            idle.append(queue(u"queue-%1"_s.arg(i, 3, 10, QChar(u'0'))));
            busy.append(queue(idle.constLast().name, i % 3 == 0 ? 0 : 1000 - i));
        }
        m_model->replaceAll(idle);
        QueueFilterModel filter(*m_model);
        const QAbstractItemModelTester tester(
            &filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        filter.setSelection(QueueFilterModel::Selection::WithBacklog);
        filter.sort(QueueListModel::Ready, Qt::AscendingOrder);
        m_model->merge({queue(u"queue-100"_s, 5)}, {});
        const QPersistentModelIndex known = filter.index(0, 0);
        m_model->merge(busy, {});
        QCOMPARE(filter.rowCount(), 200);
        QCOMPARE(known.data().toString(), u"queue-100"_s);
        QCOMPARE(names(filter).constLast(), u"queue-001"_s);
        m_model->merge(idle, {});
        QCOMPARE(filter.rowCount(), 0);
        QVERIFY(!known.isValid());
    }

    void nothingComesOrGoesUnderThePointer()
    {
        m_model->replaceAll({queue(u"a"_s), queue(u"b"_s, 1), queue(u"c"_s, 1), queue(u"d"_s, 1)});
        QueueFilterModel filter(*m_model);
        filter.setSelection(QueueFilterModel::Selection::WithBacklog);
        filter.holdStill();
        m_model->merge({queue(u"a"_s, 1), queue(u"b"_s)}, {u"d"_s});
        QCOMPARE(names(filter), (QStringList{u"b"_s, u"c"_s})); // a deleted one goes
        filter.letGo();
        QCOMPARE(names(filter), (QStringList{u"a"_s, u"c"_s}));
    }

    void whatNeedsAttentionComesWorstFirst()
    {
        const auto waiting = [](const QString &name, qint64 ready, qint64 oldestMs) {
            Admin::QueueRow row = queue(name, ready);
            row.oldestReadyMs = kNow - oldestMs;
            return row;
        };
        const qint64 retentionMs =
            std::chrono::milliseconds(Admin::QueueRow().settings.retention).count();
        m_model->replaceAll({waiting(u"few"_s, 3, 5 * kMinute), queue(u"idle"_s),
                             waiting(u"late"_s, 1, retentionMs - kMinute),
                             waiting(u"many"_s, 900, 5 * kMinute)});
        const auto named = [this](int limit) {
            QStringList names;
            const TopicListModel topics;
            const QList<Attention> all =
                attentions({kNoStatus, *m_model, topics, true, kNow}, limit);
            for (const Attention &attention : all)
                names.append(attention.name);
            return names;
        };
        QCOMPARE(named(6), (QStringList{u"late"_s, u"many"_s, u"few"_s}));
        QCOMPARE(named(2), (QStringList{u"late"_s, u"many"_s}));
        QCOMPARE(named(0), QStringList());
    }

    void aNearlyFullDiskAndARefusedKeyNeedAttention()
    {
        std::optional<Admin::Status> status(Admin::Status{});
        const TopicListModel topics;
        const auto found = [&] { return attentions({status, *m_model, topics, true, kNow}, 6); };
        QVERIFY(found().isEmpty()); // how full the disk is is not known

        status->diskTotalBytes = 1000;
        status->diskFreeBytes = 100;
        status->refusedKeys = {{u"app"_s, 4, u"AccessDenied"_s, kNow}};
        QVERIFY(found().isEmpty());
        status->diskFreeBytes = 99;
        status->refusedKeys = {{u"app"_s, 5, u"AccessDenied"_s, kNow},
                               {u"other"_s, 1, u"AccessDenied"_s, kNow}};
        const QList<Attention> both = found();
        QCOMPARE(both.size(), 2);
        QCOMPARE(both.at(0).remedy, Attention::Remedy::None);
        QVERIFY(both.at(0).cause.contains(u"9.9 %"));
        QCOMPARE(both.at(1).remedy, Attention::Remedy::OpenRefusals);
        QCOMPARE(both.at(1).name, u"app"_s);
    }

    void whatNeededAttentionLastIsRemembered()
    {
        AttentionCard card;
        const auto says = [&card](const QString &text) {
            const auto labels = card.findChildren<TextLabel *>();
            return std::ranges::any_of(
                labels, [&](const TextLabel *label) { return label->text().startsWith(text); });
        };
        card.setAttentions({});
        QVERIFY(says(u"Nothing needs you."_s));
        QVERIFY(!says(u"Last:"_s));
        Attention worst;
        worst.title = u"orders has no receiver"_s;
        card.setAttentions({worst, {}});
        QVERIFY(!says(u"Nothing needs you."_s));
        card.setAttentions({});
        QVERIFY(says(u"Nothing needs you."_s));
        QVERIFY(says(u"Last: orders has no receiver, until "_s));
    }

    void theBusiestQueuesStandStillUntilTheyAreRanked()
    {
        const auto moving = [](const QString &name, double perSecond) {
            Admin::QueueRow row = queue(name);
            row.inPerS = perSecond;
            return row;
        };
        m_model->replaceAll({moving(u"a"_s, 1), moving(u"b"_s, 9), queue(u"c"_s), moving(u"d"_s, 2),
                             moving(u"e"_s, 3), moving(u"f"_s, 4), moving(u"g"_s, 5)});
        BusiestQueuesModel busiest(*m_model);
        const QAbstractItemModelTester tester(
            &busiest, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(busiest.rowCount(), 0);
        busiest.rank();
        QCOMPARE(names(busiest), (QStringList{u"b"_s, u"g"_s, u"f"_s, u"e"_s, u"d"_s}));

        m_model->merge({moving(u"c"_s, 7), moving(u"g"_s, 0)}, {u"f"_s});
        QCOMPARE(names(busiest), (QStringList{u"b"_s, u"g"_s, u"e"_s, u"d"_s}));
        busiest.rank();
        QCOMPARE(names(busiest), (QStringList{u"b"_s, u"c"_s, u"e"_s, u"d"_s, u"a"_s}));
    }

    void aNewQueueTakesItsPlaceByItself()
    {
        m_model->replaceAll({queue(u"a"_s), queue(u"c"_s)});
        QueueFilterModel sorted(*m_model);
        m_model->merge({queue(u"b"_s)}, {});
        QTRY_COMPARE(names(sorted), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
    }

private:
    std::unique_ptr<QueueListModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_MAIN(TestQueueListModel)
#include "tst_queuelistmodel.moc"
