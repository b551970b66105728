// SPDX-License-Identifier: GPL-3.0-only
#include "inspection.h"

#include "daemonprocess.h"

#include <QDir>
#include <QJsonDocument>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTest>

namespace Signalbox {

namespace {

constexpr int kWaitMs = 30'000;
const QStringList kCounters{QStringLiteral("ready"), QStringLiteral("leased"),
                            QStringLiteral("delayed"), QStringLiteral("blocked"),
                            QStringLiteral("bodyBytes")};

void add(QJsonObject &object, const QString &key, qint64 amount)
{
    object[key] = object.value(key).toInteger() + amount;
}

} // namespace

Inspection::Inspection(quint16 port)
    : m_client(port, DaemonProcess::credentials())
{
}

QJsonObject Inspection::get(const QByteArray &target)
{
    const WireClient::Reply reply = m_client.callAndWait({"GET", target, {}});
    if (reply.status != 200)
        m_breaches.append(QStringLiteral("%1 was answered %2: %3")
                              .arg(QString::fromLatin1(target))
                              .arg(reply.status)
                              .arg(QString::fromUtf8(reply.body)));
    return QJsonDocument::fromJson(reply.body).object();
}

bool Inspection::post(const QByteArray &target, const QByteArray &body)
{
    return m_client.callAndWait({"POST", target, body}).status == 200;
}

bool Inspection::createQueue(const QByteArray &name, int visibilityTimeoutS,
                             const QByteArray &elements)
{
    const QByteArray body = "<Queue><VisibilityTimeout>" + QByteArray::number(visibilityTimeoutS)
        + "</VisibilityTimeout>" + elements + "</Queue>";
    const int status = m_client.callAndWait({"PUT", "/queues/" + name, body}).status;
    return status == 201 || status == 204;
}

qsizetype Inspection::trashEntries()
{
    return get("/signalbox/v1/trash").value(QStringLiteral("entries")).toArray().size();
}

QJsonArray Inspection::firstPage(const QByteArray &queue)
{
    return get("/signalbox/v1/queues/" + queue + "/messages?limit=100")
        .value(QStringLiteral("messages"))
        .toArray();
}

bool Inspection::emptyTrashIntoQueues()
{
    return QTest::qWaitFor(
        [this] {
            const QJsonArray entries =
                get("/signalbox/v1/trash").value(QStringLiteral("entries")).toArray();
            for (const QJsonValue entry : entries) {
                const qint64 id = entry.toObject().value(QStringLiteral("id")).toInteger();
                if (!entry.toObject().value(QStringLiteral("restoring")).toBool())
                    static_cast<void>(
                        post("/signalbox/v1/trash/" + QByteArray::number(id) + "/restore"));
            }
            return entries.isEmpty();
        },
        kWaitMs);
}

QJsonObject Inspection::counters(const QByteArray &queue)
{
    const QJsonObject row = get("/signalbox/v1/queues/" + queue);
    QJsonObject counters;
    for (const QString &key : kCounters)
        counters.insert(key, row.value(key).toInteger(-1));
    return counters;
}

Inspection::Counted Inspection::browse(const QByteArray &queue)
{
    Counted counted;
    for (const QString &key : kCounters)
        counted.counters.insert(key, 0);
    QByteArray cursor;
    while (!counted.isComplete) {
        const QJsonObject page =
            get("/signalbox/v1/queues/" + queue
                + "/messages?order=oldest&limit=1000&bodies=true&cursor=" + cursor);
        if (page.isEmpty())
            break;
        const QJsonArray messages = page.value(QStringLiteral("messages")).toArray();
        for (const QJsonValue value : messages) {
            const QJsonObject message = value.toObject();
            add(counted.counters, message.value(QStringLiteral("state")).toString(), 1);
            add(counted.counters, QStringLiteral("bodyBytes"),
                message.value(QStringLiteral("bodyBytes")).toInteger());
            counted.rows.append(message);
        }
        cursor = page.value(QStringLiteral("cursor")).toString().toLatin1();
        counted.isComplete = page.value(QStringLiteral("complete")).toBool();
    }
    return counted;
}

QList<QJsonObject> Inspection::rows(const QByteArray &queue)
{
    // The broker may still be at work on what has fallen due: with a frozen clock that comes to an
    // end, and wrong counters stay wrong.
    Counted counted;
    QJsonObject kept;
    const bool agree = QTest::qWaitFor(
        [&] {
            counted = browse(queue);
            kept = counters(queue);
            return counted.counters == kept;
        },
        5000);
    if (!agree || !counted.isComplete) {
        const auto text = [](const QJsonObject &object) {
            return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
        };
        m_breaches.append(QStringLiteral("%1 counts %2 and holds %3.")
                              .arg(QString::fromLatin1(queue), text(kept), text(counted.counters)));
    }
    return counted.rows;
}

QList<Ledger::Serial> Inspection::serialsOf(const QList<QJsonObject> &rows)
{
    QList<Ledger::Serial> serials;
    for (const QJsonObject &row : rows)
        serials.append(Ledger::serialOf(row.value(QStringLiteral("body")).toString().toUtf8()));
    return serials;
}

QList<Ledger::Serial> Inspection::messages(const QList<QByteArray> &queues)
{
    QList<Ledger::Serial> all;
    for (const QByteArray &queue : queues)
        all += serialsOf(rows(queue));
    return all;
}

qint64 Inspection::clockMs()
{
    return get("/signalbox/v1/clock").value(QStringLiteral("nowMs")).toInteger();
}

bool Inspection::endLeases(const QByteArray &queue, std::chrono::seconds advance)
{
    const QJsonObject body{
        {QStringLiteral("ms"), qint64(std::chrono::milliseconds(advance).count())}};
    return post("/signalbox/v1/clock/advance", QJsonDocument(body).toJson())
        && QTest::qWaitFor(
               [&] { return counters(queue).value(QStringLiteral("leased")).toInteger() == 0; },
               kWaitMs);
}

QString integrityOf(const QString &directory)
{
    const QString connection = QStringLiteral("integrity");
    QString finding;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection);
        database.setDatabaseName(QDir(directory).filePath(QStringLiteral("signalbox.sqlite")));
        database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
        QSqlQuery query(database);
        if (database.open())
            query = QSqlQuery(database);
        if (query.exec(QStringLiteral("PRAGMA integrity_check")) && query.next())
            finding = query.value(0).toString();
        else
            finding = database.lastError().text() + query.lastError().text();
    }
    QSqlDatabase::removeDatabase(connection);
    return finding;
}

} // namespace Signalbox
