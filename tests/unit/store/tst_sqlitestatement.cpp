// SPDX-License-Identifier: GPL-3.0-only
#include "store/sqlitestatement.h"

#include <QTest>

using namespace Signalbox;

namespace {

constexpr auto kShow = "SELECT typeof(v), quote(v) || k FROM (SELECT ? AS v, ? AS k)";

} // namespace

class TestSqliteStatement : public QObject
{
    Q_OBJECT

private:
    QSqlDatabase m_database;

    /// How SQLite sees \a value, bound by \a statement: its type and what it is as text.
    QString seen(SqliteStatement &statement, const QVariant &value)
    {
        QString seen;
        statement.run(
            m_database,
            [&](const QSqlQuery &row) {
                seen = row.value(0).toString() + QLatin1Char(' ') + row.value(1).toString();
                return true;
            },
            value, QStringLiteral(" kept"));
        return seen;
    }

private slots:
    void initTestCase()
    {
        m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"));
        m_database.setDatabaseName(QStringLiteral(":memory:"));
        QVERIFY(m_database.open());
    }
    void cleanupTestCase()
    {
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(QLatin1String(QSqlDatabase::defaultConnection));
    }

    void eachRunHasItsOwnValues()
    {
        SqliteStatement statement(kShow);
        QCOMPARE(seen(statement, 5), QStringLiteral("integer 5 kept"));
        QCOMPARE(seen(statement, 5), QStringLiteral("integer 5 kept"));
        QCOMPARE(seen(statement, qint64(5)), QStringLiteral("integer 5 kept"));
        QCOMPARE(seen(statement, QStringLiteral("5")), QStringLiteral("text '5' kept"));
        QCOMPARE(seen(statement, QByteArray("5")), QStringLiteral("blob X'35' kept"));
        QCOMPARE(seen(statement, 6), QStringLiteral("integer 6 kept"));
    }

    void nothingIsNotAnEmptyText()
    {
        SqliteStatement statement(kShow);
        for (int round = 0; round < 2; ++round) {
            QCOMPARE(seen(statement, QVariant()), QStringLiteral("null NULL kept"));
            QCOMPARE(seen(statement, QStringLiteral("")), QStringLiteral("text '' kept"));
            QCOMPARE(seen(statement, QString()), QStringLiteral("null NULL kept"));
            QCOMPARE(seen(statement, QByteArray("")), QStringLiteral("blob X'' kept"));
            QCOMPARE(seen(statement, QByteArray()), QStringLiteral("null NULL kept"));
        }
    }

    void aFailedRunIsNoReasonToForget()
    {
        SqliteStatement statement("SELECT abs(?), ?");
        const auto run = [&](qint64 value) { return statement.run(m_database, {}, value, 1); };
        QCOMPARE(run(-4), 1);
        QCOMPARE(run(std::numeric_limits<qint64>::min()), -1); // integer overflow
        QVERIFY(statement.lastError().isValid());
        QCOMPARE(run(-4), 1);
    }
};

QTEST_GUILESS_MAIN(TestSqliteStatement)
#include "tst_sqlitestatement.moc"
