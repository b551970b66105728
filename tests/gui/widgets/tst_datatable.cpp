// SPDX-License-Identifier: GPL-3.0-only
#include "resources/resources.h"
#include "widgets/table/datatable.h"
#include "widgets/table/tableroles.h"
#include "widgets/table/waitnotice.h"
#include "widgets/theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace Signalbox;
using namespace std::chrono_literals;

namespace {

const QList<TableColumn> kColumns{{CellKind::Name, 180, true},
                                  {CellKind::State, 128},
                                  {CellKind::Number, 86},
                                  {CellKind::Number, 86, false, 2},
                                  {CellKind::Spark, 130, false, 1}};

std::unique_ptr<QStandardItemModel> makeModel(int rows)
{
    auto model = std::make_unique<QStandardItemModel>(rows, 5);
    model->setHorizontalHeaderLabels(
        {u"Name"_s, u"State"_s, u"Ready"_s, u"Delayed"_s, u"Backlog, 1 h"_s});
    for (int row = 0; row < rows; ++row) {
        model->setItem(row, 0, new QStandardItem(u"queue-%1"_s.arg(row)));
        model->setItem(row, 1, new QStandardItem(u"Flowing"_s));
        model->setItem(row, 2, new QStandardItem(u"1,20%1"_s.arg(row)));
        model->setItem(row, 3, new QStandardItem(u"0"_s));
    }
    return model;
}

} // namespace

class TestDataTable : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        initResources();
        installFonts();
        Theme::apply(*qApp, Theme());
    }

    void copiesSelectedRowsAsTabSeparatedText()
    {
        const auto model = makeModel(3);
        model->item(1, 0)->setData(u"queue-1, the full name"_s, TableRole::Copy);
        model->item(2, 1)->setText(u"two\tlines\nhere"_s);
        DataTable table;
        table.setModel(model.get());
        table.setColumns(kColumns);
        table.resize(900, 300);
        table.selectionModel()->select(model->index(2, 0),
                                       QItemSelectionModel::Select | QItemSelectionModel::Rows);
        table.selectionModel()->select(model->index(1, 0),
                                       QItemSelectionModel::Select | QItemSelectionModel::Rows);
        QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(),
                 u"Name\tState\tReady\tDelayed\n"
                 "queue-1, the full name\tFlowing\t1,201\t0\n"
                 "queue-2\ttwo lines here\t1,202\t0\n"_s);
    }

    void columnsGiveWayAsAWholeInTheirOrder_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<bool>("sparkHidden");
        QTest::addColumn<bool>("delayedHidden");
        QTest::newRow("wide") << 900 << false << false;
        QTest::newRow("narrow") << 540 << true << false;
        QTest::newRow("very narrow") << 430 << true << true;
    }
    void columnsGiveWayAsAWholeInTheirOrder()
    {
        QFETCH(int, width);
        const auto model = makeModel(1);
        DataTable table;
        table.setModel(model.get());
        table.setColumns(kColumns);
        table.resize(width, 300);
        table.show();
        QTEST(table.isColumnHidden(4), "sparkHidden");
        QTEST(table.isColumnHidden(3), "delayedHidden");
        QVERIFY(!table.isColumnHidden(0) && !table.isColumnHidden(2));
        int sum = 0;
        for (int i = 0; i < 5; ++i)
            sum += table.columnWidth(i);
        QCOMPARE(sum, table.viewport()->width());
    }

    void widthsStayWhileDataChanges()
    {
        const auto model = makeModel(3);
        DataTable table;
        table.setModel(model.get());
        table.setColumns(kColumns);
        table.resize(900, 300);
        table.show();
        const int before = table.columnWidth(2);
        model->item(0, 2)->setText(u"123,456,789,012"_s);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(table.columnWidth(2), before);
    }

    void theUserChoosesTheColumns()
    {
        QList<TableColumn> columns = kColumns;
        columns[3].optional = true;
        const auto model = makeModel(1);
        QByteArray saved;
        {
            DataTable table;
            table.setModel(model.get());
            table.setColumns(columns);
            table.resize(900, 300);
            table.show();
            QVERIFY(table.isColumnHidden(3));
            choose(table, u"Delayed"_s);
            choose(table, u"State"_s);
            QVERIFY(!table.isColumnHidden(3));
            QVERIFY(table.isColumnHidden(1));
            saved = table.saveLayout();
        }
        DataTable table;
        table.setModel(model.get());
        table.setColumns(columns);
        table.resize(900, 300);
        table.show();
        QVERIFY(table.restoreLayout(saved));
        QVERIFY(!table.isColumnHidden(3));
        QVERIFY(table.isColumnHidden(1));
        choose(table, u"Default columns"_s);
        QVERIFY(table.isColumnHidden(3));
        QVERIFY(!table.isColumnHidden(1));
    }

    void layoutAndSortOrderSurviveARestart()
    {
        const auto model = makeModel(3);
        QByteArray saved;
        {
            DataTable table;
            table.setModel(model.get());
            table.setColumns(kColumns);
            table.setSortingEnabled(true);
            table.resize(900, 300);
            table.horizontalHeader()->resizeSection(2, 140);
            table.sortByColumn(2, Qt::DescendingOrder);
            saved = table.saveLayout();
        }
        DataTable table;
        table.setModel(model.get());
        table.setColumns(kColumns);
        table.setSortingEnabled(true);
        table.resize(900, 300);
        QVERIFY(table.restoreLayout(saved));
        QCOMPARE(table.columnWidth(2), 140);
        QCOMPARE(table.horizontalHeader()->sortIndicatorSection(), 2);
        QCOMPARE(table.horizontalHeader()->sortIndicatorOrder(), Qt::DescendingOrder);
        QVERIFY(!table.restoreLayout("nonsense"));
    }

    void rowsThatAreLongInComingAreAskedForAgain()
    {
        QStandardItemModel model(0, 1);
        DataTable table;
        table.setModel(&model);
        table.setColumns({{.kind = CellKind::Name, .width = 200, .stretch = true}});
        table.resize(400, 300);
        table.show();
        WaitNotice &notice = table.waitNotice();
        notice.setName(u"rig-02"_s);
        notice.setPatience(1ms);
        const QSignalSpy retries(&notice, &WaitNotice::retryRequested);
        table.setLoading(true);
        QTRY_VERIFY(notice.isVisible());
        QCOMPARE(notice.findChild<QLabel *>()->text(), u"Still waiting for rig-02"_s);
        notice.findChild<QPushButton *>()->click();
        QCOMPARE(retries.size(), 1);
        QVERIFY(!notice.isVisible());
        QTRY_VERIFY(notice.isVisible()); // That was in vain too.
        table.setLoading(false);
        QVERIFY(!notice.isVisible());
        // Rows that are there stay, without a word.
        model.appendRow(new QStandardItem(u"orders"_s));
        table.setLoading(true);
        QTest::qWait(20);
        QVERIFY(!notice.isVisible());
    }

    void skeletonAppearsAfterADelayAndOnlyWithoutRows()
    {
        const auto empty = makeModel(0);
        DataTable table;
        table.setModel(empty.get());
        table.setColumns(kColumns);
        table.setLoading(true);
        QVERIFY(!table.isSkeletonShown());
        QTRY_VERIFY(table.isSkeletonShown());
        empty->appendRow(new QStandardItem(u"arrived"_s));
        QVERIFY(!table.isSkeletonShown());
        empty->removeRow(0);
        table.setLoading(false);
        QVERIFY(!table.isSkeletonShown());
    }

    void rowsAboveTheViewMoveNothingInIt()
    {
        const auto model = makeModel(100);
        DataTable table;
        table.setModel(model.get());
        table.setColumns(kColumns);
        table.resize(900, 300);
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        const auto atTop = [&table] { return table.indexAt({40, 1}).data().toString(); };
        table.verticalScrollBar()->setValue(50 * table.rowHeight(0) + 7);
        QCOMPARE(atTop(), u"queue-50"_s);
        model->insertRows(0, 3);
        QCOMPARE(atTop(), u"queue-50"_s);
        model->insertRows(60, 3); // in view
        model->removeRows(10, 8);
        QCOMPARE(atTop(), u"queue-50"_s);
        model->removeRows(60, model->rowCount() - 60); // the list ends in view then
        table.verticalScrollBar()->setValue(table.verticalScrollBar()->maximum());
        const QString last = atTop();
        model->removeRows(0, 20);
        QCOMPARE(atTop(), last);
        table.scrollToTop();
        model->insertRow(0, {new QStandardItem(u"new"_s)});
        QCOMPARE(atTop(), u"new"_s);
    }

    void typingFindsByName()
    {
        const auto model = makeModel(3);
        model->item(2, 0)->setText(u"orders"_s);
        DataTable table;
        table.setModel(model.get());
        table.setColumns(kColumns);
        table.setCurrentIndex(model->index(0, 2));
        table.keyboardSearch(u"or"_s);
        QCOMPARE(table.currentIndex().row(), 2);
    }

    void enterAndTheMenuKeyConcernTheCurrentRow()
    {
        const auto model = makeModel(3);
        DataTable table;
        table.setModel(model.get());
        table.setColumns(kColumns);
        table.show();
        QSignalSpy activated(&table, &QAbstractItemView::activated);
        QSignalSpy menu(&table, &DataTable::rowMenuRequested);
        table.setCurrentIndex(model->index(1, 0));
        QTest::keyClick(&table, Qt::Key_Return);
        QCOMPARE(activated.size(), 1);
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QCoreApplication::sendEvent(table.viewport(), &event);
        QCOMPARE(menu.size(), 1);
        QCOMPARE(menu.constFirst().constFirst().toModelIndex().row(), 1);
    }

    void rowsGrowWithTheScale()
    {
        const auto model = makeModel(1);
        DataTable table;
        table.setModel(model.get());
        table.setColumns(kColumns);
        QCOMPARE(table.rowHeight(0), 32);
        table.setRowKind(DataTable::RowKind::TwoLine);
        QCOMPARE(table.rowHeight(0), 48);
        Theme::apply(*qApp, Theme(ThemeMode::Light, 1.5));
        QTRY_COMPARE(table.rowHeight(0), 72);
        Theme::apply(*qApp, Theme());
    }

private:
    /// As from the menu of a row.
    static void choose(DataTable &table, const QString &text)
    {
        QMenu menu;
        table.addColumnChoice(menu);
        const QList<QAction *> actions = menu.actions().constFirst()->menu()->actions();
        const auto wanted = std::ranges::find(actions, text, &QAction::text);
        QVERIFY(wanted != actions.cend());
        (*wanted)->trigger();
    }
};

QTEST_MAIN(TestDataTable)
#include "tst_datatable.moc"
