// SPDX-License-Identifier: GPL-3.0-only
#include "support/faultydialect.h"
#include "support/recordingdialect.h"
#include "support/storefixture.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

using namespace Signalbox;
using namespace std::chrono_literals;

namespace {

using Script = std::shared_ptr<DialectScript>; // shared with dialects in the writer's thread
using MakeDialect = std::function<std::unique_ptr<SqlDialect>(const Script &)>;

QueueRow queueRow(QueueId id, const QString &name)
{
    QueueRow row;
    row.id = id;
    row.account = QStringLiteral("1");
    row.name = name;
    return row;
}

} // namespace

Q_DECLARE_METATYPE(MakeDialect)

/// What the store and its database owe each other: how the store calls every dialect, and how every
/// dialect answers. A dialect that passes can carry a broker's commands; what its statements do to
/// rows is tested through the store.
class TestSqlDialect : public QObject
{
    Q_OBJECT

private:
    Script m_script;
    QTemporaryDir m_directory;

    void addDialects()
    {
        QTest::addColumn<MakeDialect>("make");
        QTest::newRow("SQLite") << MakeDialect([](const Script &script) {
            return std::make_unique<FaultyDialect>(script); // SQLite, and notes its calls
        });
        QTest::newRow("recording") << MakeDialect(
            [](const Script &script) { return std::make_unique<RecordingDialect>(script); });
    }
    std::unique_ptr<StoreFixture> openStore(const MakeDialect &make)
    {
        StoreOptions options;
        options.reopenPause = 1ms;
        options.makeDialect = [make, script = m_script] { return make(script); };
        auto fixture = std::make_unique<StoreFixture>(options);
        return fixture->open() ? std::move(fixture) : nullptr;
    }
    /// The calls of the groups in \a calls that hold \a name, begin to commit.
    static QList<QList<QByteArray>> groupsWith(const QByteArray &name,
                                               const QList<QByteArray> &calls)
    {
        QList<QList<QByteArray>> groups;
        QList<QByteArray> group;
        for (const QByteArray &call : calls) {
            if (call == "begin")
                group.clear();
            group.append(call);
            if ((call == "commit" || call == "rollback") && group.contains(name))
                groups.append(group);
        }
        return groups;
    }

private slots:
    void init() { m_script = std::make_shared<DialectScript>(); }
    void cleanup() { m_script->resume(); }

    // --- How every dialect answers --------------------------------------------------------------

    void aHealthyTransactionHasNoFailure_data() { addDialects(); }
    void aHealthyTransactionHasNoFailure()
    {
        QFETCH(MakeDialect, make);
        const auto sql = openDialect(make);
        QVERIFY(sql);
        QVERIFY(!sql->failure());
        sql->begin();
        sql->insertQueue(queueRow(1, QStringLiteral("healthy")));
        QVERIFY(!sql->failure());
        QVERIFY(sql->commit());
        sql->close();
        sql->close(); // harmless
    }

    void aFailureSticksUntilTheNextTransaction_data() { addDialects(); }
    void aFailureSticksUntilTheNextTransaction()
    {
        QFETCH(MakeDialect, make);
        const auto sql = openDialect(make);
        QVERIFY(sql);
        m_script->fail("insertQueue");
        sql->begin();
        sql->insertQueue(queueRow(2, QStringLiteral("refused")));
        QVERIFY(sql->failure());
        const QString text = sql->failure()->text;
        QVERIFY(!text.isEmpty());

        static_cast<void>(m_script->takeCalls());
        sql->setValue(QStringLiteral("key"), QStringLiteral("value"));
        QVERIFY(sql->queues().empty());
        QVERIFY(!sql->status(1));
        QCOMPARE(sql->promoteDue(2, MessageState::Leased, 0, 1).messages, 0);
        QVERIFY(!sql->commit());
        QVERIFY(m_script->takeCalls().isEmpty()); // nothing was done
        QCOMPARE(sql->failure()->text, text);
        sql->rollback();
        QVERIFY(sql->failure()); // still there to be reported

        sql->begin();
        QVERIFY(!sql->failure());
        QVERIFY(sql->values().isEmpty());
        QVERIFY(sql->commit());
    }

    void aFailedOpenLeavesADialectThatCanBeOpenedAgain_data() { addDialects(); }
    void aFailedOpenLeavesADialectThatCanBeOpenedAgain()
    {
        QFETCH(MakeDialect, make);
        const auto sql = make(m_script);
        m_script->fail("open");
        QVERIFY(!sql->open(m_directory.path(), Durability::Full, SqlDialect::Access::ReadWrite));
        QVERIFY(sql->open(m_directory.path(), Durability::Full, SqlDialect::Access::ReadWrite));
        sql->begin();
        QVERIFY(sql->commit());
    }

    // --- How the store calls every dialect ------------------------------------------------------

    void aGroupBeginsWorksCountsAndCommitsOnce_data() { addDialects(); }
    void aGroupBeginsWorksCountsAndCommitsOnce()
    {
        QFETCH(MakeDialect, make);
        const auto store = openStore(make);
        QVERIFY(store);
        const QueueId queue = store->createQueue(QStringLiteral("orders")).id;
        store->send(queue, "takes the first block of ids");
        static_cast<void>(m_script->takeCalls());

        int sent = 0;
        const auto send = [&] {
            store->store().send(queue, {StoreFixture::newMessage("x")},
                                [&](const auto &reply) { sent += reply.ok() ? 1 : 0; });
        };
        m_script->pauseAt("commit");
        send();
        QTRY_VERIFY(m_script->isPaused());
        for (int i = 0; i < 3; ++i)
            send();
        QCOMPARE(sent, 0); // nothing completes before its commit
        m_script->resume();
        QTRY_COMPARE(sent, 4);

        const QList<QByteArray> first{"begin", "insertMessage", "setQueueCounts", "setValue",
                                      "commit"};
        const QList<QByteArray> second{"begin",         "insertMessage",  "insertMessage",
                                       "insertMessage", "setQueueCounts", "setValue",
                                       "commit"};
        QCOMPARE(groupsWith("insertMessage", m_script->takeCalls()),
                 (QList<QList<QByteArray>>{first, second}));
    }

    void aFailedGroupIsRolledBackAndTheDatabaseOpenedAnew_data() { addDialects(); }
    void aFailedGroupIsRolledBackAndTheDatabaseOpenedAnew()
    {
        QFETCH(MakeDialect, make);
        const auto store = openStore(make);
        QVERIFY(store);
        const QueueId queue = store->createQueue(QStringLiteral("orders")).id;
        store->send(queue, "takes the first block of ids");
        static_cast<void>(m_script->takeCalls());
        m_script->fail("insertMessage", 2);
        const auto sent =
            store->send(queue, {StoreFixture::newMessage("a"), StoreFixture::newMessage("b")});
        QCOMPARE(sent.error().code, ErrorCode::InternalError);
        QTRY_VERIFY(store->store().health().writable);
        const QList<QByteArray> expected{
            "begin",         "insertMessage", "insertMessage",  "rollback", "close", "open",
            "begin",         "values",        "newestEnqueued", "queues",   "trash", "topics",
            "subscriptions", "commit",        "begin",          "setValue", "commit"};
        QCOMPARE(m_script->takeCalls().first(expected.size()), expected);
    }

    void aRefusedCommandLeavesItsGroupAlone_data() { addDialects(); }
    void aRefusedCommandLeavesItsGroupAlone()
    {
        QFETCH(MakeDialect, make);
        const auto store = openStore(make);
        QVERIFY(store);
        const QueueId queue = store->createQueue(QStringLiteral("orders")).id;
        const auto refused = store->send(queue + 1, {StoreFixture::newMessage("nowhere")});
        QCOMPARE(refused.error().code, ErrorCode::QueueNotExist);
        QVERIFY(store->send(queue, {StoreFixture::newMessage("here")}));
        QVERIFY(!m_script->takeCalls().contains("close")); // as after a failure
    }

    // --- SQLite's own failures ------------------------------------------------------------------

    void sqliteKeepsNothingOfATransactionThatFailed()
    {
        SqliteDialect sql;
        QTemporaryDir directory;
        QVERIFY(sql.open(directory.path(), Durability::Full, SqlDialect::Access::ReadWrite));
        sql.begin();
        sql.insertQueue(queueRow(1, QStringLiteral("first")));
        sql.insertQueue(queueRow(1, QStringLiteral("same id"))); // refused by the database
        QVERIFY(sql.failure());
        QVERIFY(!sql.failure()->outOfSpace);
        sql.insertQueue(queueRow(2, QStringLiteral("second"))); // does nothing any more
        QVERIFY(!sql.commit());
        sql.rollback();

        sql.begin();
        QVERIFY(sql.queues().empty());
        sql.insertQueue(queueRow(3, QStringLiteral("third")));
        QVERIFY(sql.commit());
        sql.begin();
        QCOMPARE(sql.queues().size(), 1U);
        sql.rollback();
    }

    void sqliteDoesNotWriteThroughAReadOnlyConnection()
    {
        QTemporaryDir directory;
        SqliteDialect writer;
        QVERIFY(writer.open(directory.path(), Durability::Full, SqlDialect::Access::ReadWrite));
        SqliteDialect reader;
        QVERIFY(reader.open(directory.path(), Durability::Normal, SqlDialect::Access::ReadOnly));
        QVERIFY(reader.values().isEmpty());
        reader.setValue(QStringLiteral("key"), QStringLiteral("value"));
        QVERIFY(reader.failure());
        writer.begin();
        QVERIFY(writer.values().isEmpty());
        writer.rollback();
    }

    void theLogBeginsAnewWhileMessagesKeepComing()
    {
        SqliteDialect::Options dialect;
        dialect.longLogRows = 64;
        StoreOptions options;
        options.makeDialect = [dialect] { return std::make_unique<SqliteDialect>(dialect); };
        StoreFixture logged(options);
        QVERIFY(logged.open());
        const QueueId queue = logged.createQueue(QStringLiteral("orders")).id;
        const NewMessage message = StoreFixture::newMessage(QByteArray(1024, 'x'));
        constexpr int kGroups = 200;
        for (int i = 0; i < kGroups; ++i)
            QVERIFY(logged.send(queue, std::vector<NewMessage>(16, message)));
        const QFileInfo log(
            QDir(logged.directory()).filePath(QStringLiteral("signalbox.sqlite-wal")));
        QVERIFY2(log.size() < kGroups * 16 * 1024 / 2, qPrintable(QString::number(log.size())));
        QVERIFY(logged.reopen());
        QCOMPARE(logged.settledCounts(queue), (QueueCounts{kGroups * 16, 0, 0, 0}));
    }

private:
    std::unique_ptr<SqlDialect> openDialect(const MakeDialect &make)
    {
        m_directory = QTemporaryDir();
        auto sql = make(m_script);
        if (!sql->open(m_directory.path(), Durability::Full, SqlDialect::Access::ReadWrite))
            return nullptr;
        return sql;
    }
};

QTEST_GUILESS_MAIN(TestSqlDialect)
#include "tst_sqldialect.moc"
