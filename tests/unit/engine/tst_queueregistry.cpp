// SPDX-License-Identifier: GPL-3.0-only
#include "engine/queueregistry.h"

#include <QTest>

using namespace Signalbox;

class TestQueueRegistry : public QObject
{
    Q_OBJECT

private:
    static QueueRow row(QueueId id, const QString &name)
    {
        QueueRow row;
        row.id = id;
        row.account = QStringLiteral("1");
        row.name = name;
        return row;
    }
    static QStringList names(const QueueRegistry::Changes &changes)
    {
        QStringList names;
        for (const QueueRegistry::Queue *queue : changes.queues)
            names.append(queue->row.name);
        return names;
    }

private slots:
    void aFirstCallGivesEverything()
    {
        QueueRegistry registry(1000);
        registry.load({row(1, QStringLiteral("a")), row(2, QStringLiteral("b"))});
        const auto changes = registry.changedSince(QStringLiteral("1"), 0, 100);
        QVERIFY(changes.reset);
        QVERIFY(changes.complete);
        QCOMPARE(names(changes).size(), 2);
    }

    void laterCallsGiveOnlyWhatChanged()
    {
        QueueRegistry registry(1000);
        registry.load({row(1, QStringLiteral("a")), row(2, QStringLiteral("b")),
                       row(3, QStringLiteral("c"))});
        const quint64 cursor = registry.changedSince(QStringLiteral("1"), 0, 100).cursor;
        registry.apply({2, {5, 0, 0, 0}, 50, kNever, kNever, 5, {}, {}});
        registry.remove(3);
        const auto changes = registry.changedSince(QStringLiteral("1"), cursor, 100);
        QVERIFY(!changes.reset);
        QCOMPARE(names(changes), QStringList{QStringLiteral("b")});
        QCOMPARE(changes.queues.front()->row.counts.ready, 5);
        QCOMPARE(changes.removed, QStringList{QStringLiteral("c")});
        QVERIFY(registry.changedSince(QStringLiteral("1"), changes.cursor, 100).queues.empty());
    }

    void pagesMeetWithoutLossWhileThingsChange()
    {
        QueueRegistry registry(1000);
        for (int i = 1; i <= 25; ++i)
            registry.put(row(i, QStringLiteral("q%1").arg(i)));
        QSet<QString> seen;
        quint64 cursor = 0;
        bool complete = false;
        for (int page = 0; page < 10 && !complete; ++page) {
            const auto changes = registry.changedSince(QStringLiteral("1"), cursor, 10);
            for (const QString &name : names(changes))
                seen.insert(name);
            cursor = changes.cursor;
            complete = changes.complete;
            registry.apply({3, {page, 0, 0, 0}, 0, kNever, kNever, 0, {}, {}});
        }
        QVERIFY(complete || seen.size() == 25);
        QCOMPARE(seen.size(), 25);
    }

    void aPurgedQueueIsChangedAndNotRemoved()
    {
        QueueRegistry registry(1000);
        registry.put(row(1, QStringLiteral("a")));
        const quint64 cursor = registry.changedSince(QStringLiteral("1"), 0, 100).cursor;
        registry.put(row(2, QStringLiteral("a")));
        registry.remove(1);
        const auto changes = registry.changedSince(QStringLiteral("1"), cursor, 100);
        QCOMPARE(names(changes), QStringList{QStringLiteral("a")});
        QVERIFY(changes.removed.isEmpty());
        QCOMPARE(registry.find(QStringLiteral("1"), QStringLiteral("a"))->row.id, 2);
    }

    void aCursorOfAnEarlierRunStartsAnew()
    {
        QueueRegistry registry(1'000'000);
        registry.put(row(1, QStringLiteral("a")));
        const auto changes = registry.changedSince(QStringLiteral("1"), 999'000, 100);
        QVERIFY(changes.reset);
        QCOMPARE(names(changes), QStringList{QStringLiteral("a")});
    }

    void accountsDoNotSeeEachOther()
    {
        QueueRegistry registry(1000);
        registry.put(row(1, QStringLiteral("a")));
        QVERIFY(registry.changedSince(QStringLiteral("2"), 0, 100).queues.empty());
        QVERIFY(!registry.find(QStringLiteral("2"), QStringLiteral("a")));
    }
};

QTEST_GUILESS_MAIN(TestQueueRegistry)
#include "tst_queueregistry.moc"
