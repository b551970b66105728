// SPDX-License-Identifier: GPL-3.0-only
#include "ctlsuite.h"

#include <QFile>
#include <QTest>

using namespace Signalbox::Test;
using namespace Qt::StringLiterals;

/// Every command of signalboxctl against a real broker: what it does, the shape of its JSON, and
/// that people get to read something.
class TestCtlCommands : public CtlSuite
{
    Q_OBJECT

private slots:
    void queueCommands();
    void messageCommands();
    void messagesAreDeletedInOneGo();
    void messagesAreDeletedById();
    void bodiesTravelInBase64();
    void bodyThatIsNoBase64IsShownAsItIs();
    void browseReadsAllPages();
    void browseSearchesAndMessagesMove();
    void whatCouldNotBePrintedIsNotDeleted();
    void receiversAreListed();
    void purgeAndTrashCommands();
    void clockCommands();
    void statusAndRequests();
    void topicsArePublishedTo();
    void tablesAreForPeople();
};

void TestCtlCommands::queueCommands()
{
    QCOMPARE(json(u"queue create demo --visibility 1m --max-size 2048 --logging true"_s).object(),
             (QJsonObject{{u"name"_s, u"demo"_s}, {u"created"_s, true}}));
    QCOMPARE(json(u"queue create demo --visibility 60 --max-size 2048 --logging true"_s)
                 .object()
                 .value("created"_L1),
             QJsonValue(false));
    QCOMPARE(ctl(u"queue create demo"_s).exitCode, 1);
    QCOMPARE(json(u"queue set demo --delay 5s --retention 1d --polling-wait 3s"_s).object(),
             (QJsonObject{{u"name"_s, u"demo"_s}}));

    const QJsonObject shown = json(u"queue show demo"_s).object();
    QCOMPARE(shown,
             (QJsonObject{{u"name"_s, u"demo"_s},
                          {u"delaySeconds"_s, 5},
                          {u"maximumMessageSize"_s, 2048},
                          {u"messageRetentionPeriod"_s, 86400},
                          {u"visibilityTimeout"_s, 60},
                          {u"pollingWaitSeconds"_s, 3},
                          {u"loggingEnabled"_s, true},
                          {u"queueType"_s, u"normal"_s},
                          {u"deadLetterQueue"_s, QJsonValue::Null},
                          {u"maxReceiveCount"_s, QJsonValue::Null},
                          {u"ready"_s, 0},
                          {u"leased"_s, 0},
                          {u"delayed"_s, 0},
                          {u"createdAtMs"_s, RunningBroker::kStartMs / 1000 * 1000},
                          {u"modifiedAtMs"_s, RunningBroker::kStartMs / 1000 * 1000}}));

    QCOMPARE(ctl(u"queue create other"_s).exitCode, 0);
    QCOMPARE(json(u"queue list"_s).array().size(), 2);
    const QJsonArray listed = json(u"queue list --prefix de"_s).array();
    QCOMPARE(listed.size(), 1);
    QCOMPARE(listed.first().toObject(), shown);

    QCOMPARE(json(u"queue delete demo"_s).object(), (QJsonObject{{u"name"_s, u"demo"_s}}));
    QCOMPARE(ctl(u"queue show demo"_s).exitCode, 1);
}

void TestCtlCommands::messageCommands()
{
    QCOMPARE(ctl(u"queue create demo"_s).exitCode, 0);
    const QJsonObject sent =
        json(u"message send demo hello --priority 3 --property retry:NUMBER=3 --property a=b"_s)
            .object();
    QCOMPARE(names(sent), sorted({u"messageId"_s, u"bodyMd5"_s, u"receiptHandle"_s}));
    QVERIFY(sent.value("receiptHandle"_L1).isNull());

    const QStringList shape =
        sorted({u"messageId"_s, u"body"_s, u"bodyMd5"_s, u"receiptHandle"_s, u"enqueueTimeMs"_s,
                u"firstDequeueTimeMs"_s, u"nextVisibleTimeMs"_s, u"dequeueCount"_s, u"priority"_s,
                u"messageGroupId"_s, u"userProperties"_s, u"systemProperties"_s});
    const QJsonArray peeked = json(u"message peek demo"_s).array();
    QCOMPARE(peeked.size(), 1);
    QCOMPARE(names(peeked.first().toObject()), shape);
    QVERIFY(peeked.first().toObject().value("receiptHandle"_L1).isNull());

    const QJsonArray received = json(u"message receive demo --count 16 --wait 0"_s).array();
    QCOMPARE(received.size(), 1);
    const QJsonObject message = received.first().toObject();
    QCOMPARE(names(message), shape);
    QCOMPARE(message.value("messageId"_L1), sent.value("messageId"_L1));
    QCOMPARE(message.value("body"_L1), QJsonValue(u"hello"_s));
    QCOMPARE(message.value("priority"_L1), QJsonValue(3));
    QCOMPARE(
        message.value("userProperties"_L1).toArray().first().toObject(),
        (QJsonObject{{u"name"_s, u"retry"_s}, {u"value"_s, u"3"_s}, {u"type"_s, u"NUMBER"_s}}));

    QCOMPARE(ctl(u"message receive demo --wait 0"_s).exitCode, 4);
    const QString handle = message.value("receiptHandle"_L1).toString();
    QCOMPARE(json(u"message delete demo "_s + handle).object(),
             (QJsonObject{{u"deleted"_s, 1}, {u"failed"_s, QJsonArray()}}));

    const CtlResult again = ctl(u"message delete demo --json "_s + handle);
    QCOMPARE(again.exitCode, 1);
    QCOMPARE(again.object().value("deleted"_L1), QJsonValue(0));
    const QJsonObject failed = again.object().value("failed"_L1).toArray().first().toObject();
    QCOMPARE(failed.value("code"_L1), QJsonValue(u"MessageNotExist"_s));
    QCOMPARE(failed.value("receiptHandle"_L1), QJsonValue(handle));
}

void TestCtlCommands::messagesAreDeletedInOneGo()
{
    QCOMPARE(ctl(u"queue create demo"_s).exitCode, 0);
    QCOMPARE(ctl(u"message send demo one"_s).exitCode, 0);
    QCOMPARE(ctl(u"message send demo two"_s).exitCode, 0);
    QCOMPARE(json(u"message receive demo -n 2 --wait 0 --delete"_s).array().size(), 2);
    const QJsonObject queue = json(u"queue show demo"_s).object();
    QCOMPARE(queue.value("leased"_L1), QJsonValue(0));
    QCOMPARE(queue.value("ready"_L1), QJsonValue(0));
}

void TestCtlCommands::messagesAreDeletedById()
{
    QCOMPARE(ctl(u"queue create demo"_s).exitCode, 0);
    const QString id =
        json(u"message send demo one --delay 1h"_s).object().value("messageId"_L1).toString();
    const QJsonObject entry = json(u"message delete demo --id "_s + id).object();
    QCOMPARE(entry.value("kind"_L1), QJsonValue(u"messages"_s));
    QCOMPARE(entry.value("messages"_L1), QJsonValue(1));
}

void TestCtlCommands::bodiesTravelInBase64()
{
    QCOMPARE(ctl(u"queue create demo"_s).exitCode, 0);
    QCOMPARE(ctl(u"message send demo --base64"_s, "grüß").exitCode, 0);
    const auto body = [this](const QString &command) {
        return json(command).array().first().toObject().value("body"_L1).toString();
    };
    QCOMPARE(body(u"message peek demo"_s), u"Z3LDvMOf"_s);
    QCOMPARE(body(u"message peek demo --base64"_s), u"grüß"_s);
    QCOMPARE(body(u"message receive demo --base64 --wait 0"_s), u"grüß"_s);
}

void TestCtlCommands::bodyThatIsNoBase64IsShownAsItIs()
{
    QCOMPARE(ctl(u"queue create demo"_s).exitCode, 0);
    QCOMPARE(ctl(u"message send demo plain!"_s).exitCode, 0);
    const CtlResult peeked = ctl(u"message peek demo --base64 --json"_s);
    QCOMPARE(peeked.exitCode, 0);
    QCOMPARE(peeked.array().first().toObject().value("body"_L1), QJsonValue(u"plain!"_s));
    QVERIFY2(peeked.err.contains("is not Base64"), peeked.err.constData());
}

void TestCtlCommands::browseReadsAllPages()
{
    QCOMPARE(ctl(u"queue create demo"_s).exitCode, 0);
    QCOMPARE(
        ctl(u"bench --queue demo --phases batch-send --messages 1216 --connections 4 --body-bytes 10"_s)
            .exitCode,
        0);
    QCOMPARE(ctl(u"message send demo later --delay 1h"_s).exitCode, 0);

    QCOMPARE(json(u"message browse demo"_s).array().size(), 100);
    const QJsonArray all = json(u"message browse demo --limit 5000 --order oldest"_s).array();
    QCOMPARE(all.size(), 1217);
    const QJsonObject last = all.last().toObject();
    QVERIFY(last.value("messageAttributes"_L1).isNull());
    QCOMPARE(
        names(last),
        sorted({u"messageId"_s, u"state"_s, u"priority"_s, u"body"_s, u"bodyMd5"_s, u"bodyBytes"_s,
                u"enqueueTimeMs"_s, u"firstDequeueTimeMs"_s, u"nextVisibleTimeMs"_s,
                u"dequeueCount"_s, u"holder"_s, u"messageGroupId"_s, u"userProperties"_s,
                u"systemProperties"_s, u"messageAttributes"_s, u"deadLetter"_s}));
    QCOMPARE(last.value("state"_L1), QJsonValue(u"delayed"_s));

    const QJsonArray delayed =
        json(u"message browse demo --state delayed --order next-visible --bodies"_s).array();
    QCOMPARE(delayed.size(), 1);
    QCOMPARE(delayed.first().toObject().value("body"_L1), QJsonValue(u"later"_s));
}

void TestCtlCommands::browseSearchesAndMessagesMove()
{
    QCOMPARE(ctl(u"queue create demo"_s).exitCode, 0);
    QCOMPARE(ctl(u"queue create other"_s).exitCode, 0);
    QCOMPARE(ctl(u"message send demo green-apple"_s).exitCode, 0);
    QCOMPARE(ctl(u"message send demo red-pear"_s).exitCode, 0);
    const QJsonArray found = json(u"message browse demo --search PEAR --bodies"_s).array();
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().toObject().value("body"_L1).toString(), u"red-pear"_s);
    const QString id = found.first().toObject().value("messageId"_L1).toString();
    QCOMPARE(json(u"message move demo other "_s + id).object(),
             (QJsonObject{{u"moved"_s, 1}, {u"inFlight"_s, 0}}));
    QCOMPARE(json(u"message browse other"_s).array().size(), 1);
    QCOMPARE(ctl(u"message move demo other "_s + id).exitCode, 1);
}

void TestCtlCommands::whatCouldNotBePrintedIsNotDeleted()
{
    const QString full = u"/dev/full"_s;
    if (!QFile::exists(full))
        QSKIP("This system has no file that is always full.");
    QCOMPARE(ctl(u"queue create demo"_s).exitCode, 0);
    QCOMPARE(ctl(u"message send demo hello"_s).exitCode, 0);
    Ctl program;
    program.outputFile = full;
    const CtlResult result = program.run({u"--endpoint"_s, m_broker->endpoint(), u"message"_s,
                                          u"receive"_s, u"demo"_s, u"--delete"_s});
    QCOMPARE(result.exitCode, 5);
    QVERIFY(result.err.contains("could not be written"));
    QCOMPARE(json(u"queue show demo"_s).object().value("leased"_L1), QJsonValue(1));
}

void TestCtlCommands::receiversAreListed()
{
    QCOMPARE(ctl(u"queue create demo"_s).exitCode, 0);
    QCOMPARE(ctl(u"message send demo hello"_s).exitCode, 0);
    QCOMPARE(ctl(u"message receive demo --wait 0"_s).exitCode, 0);
    const QJsonArray receivers = json(u"queue receivers demo"_s).array();
    QCOMPARE(receivers.size(), 1);
    QCOMPARE(receivers.first().toObject().value("address"_L1).toString(), u"127.0.0.1"_s);
    QCOMPARE(receivers.first().toObject().value("holds"_L1).toInt(), 1);
    QVERIFY(ctl(u"queue receivers demo"_s).out.startsWith("ADDRESS"));
}

void TestCtlCommands::purgeAndTrashCommands()
{
    QCOMPARE(ctl(u"queue create demo"_s).exitCode, 0);
    QCOMPARE(ctl(u"message send demo one"_s).exitCode, 0);
    const QJsonObject entry = json(u"queue purge demo"_s).object();
    QCOMPARE(names(entry),
             sorted({u"id"_s, u"kind"_s, u"queueName"_s, u"messages"_s, u"bodyBytes"_s,
                     u"deletedAtMs"_s, u"expiresAtMs"_s, u"restoring"_s}));
    QCOMPARE(entry.value("kind"_L1), QJsonValue(u"purge"_s));
    QCOMPARE(json(u"trash list"_s).array(), (QJsonArray{entry}));

    const QString id = QString::number(entry.value("id"_L1).toInteger());
    QCOMPARE(json(u"trash restore "_s + id).object(), (QJsonObject{{u"queueName"_s, u"demo"_s}}));
    QCOMPARE(ctl(u"trash restore 999999"_s).exitCode, 1);
    QCOMPARE(ctl(u"trash stop 999999"_s).exitCode, 1);

    QTRY_COMPARE(json(u"queue show demo"_s).object().value("ready"_L1), QJsonValue(1));
    QCOMPARE(ctl(u"queue delete demo"_s).exitCode, 0);
    const qint64 deleted =
        json(u"trash list"_s).array().first().toObject().value("id"_L1).toInteger();
    QCOMPARE(json(u"trash restore %1 --name other"_s.arg(deleted)).object(),
             (QJsonObject{{u"queueName"_s, u"other"_s}}));

    QCOMPARE(ctl(u"queue purge other"_s).exitCode, 0);
    QCOMPARE(ctl(u"queue delete other"_s).exitCode, 0);
    const qint64 first =
        json(u"trash list"_s).array().first().toObject().value("id"_L1).toInteger();
    QCOMPARE(json(u"trash empty %1"_s.arg(first)).object(), (QJsonObject{{u"removed"_s, 1}}));
    QCOMPARE(json(u"trash empty"_s).object(), (QJsonObject{{u"removed"_s, 1}}));
    QCOMPARE(json(u"trash list"_s).array(), QJsonArray());

    QCOMPARE(ctl(u"topic create news"_s).exitCode, 0);
    QCOMPARE(ctl(u"subscription create news web http://127.0.0.1:9/"_s).exitCode, 0);
    QCOMPARE(ctl(u"subscription delete news web"_s).exitCode, 0);
    const QJsonObject ended = json(u"trash list"_s).array().first().toObject();
    QCOMPARE(ended.value("subscriptionName"_L1), QJsonValue(u"web"_s));
    const QString number = QString::number(ended.value("id"_L1).toInteger());
    QCOMPARE(json(u"trash restore "_s + number).object(),
             (QJsonObject{{u"topicName"_s, u"news"_s}, {u"subscriptionName"_s, u"web"_s}}));
    QCOMPARE(ctl(u"topic delete news"_s).exitCode, 0);
    QVERIFY(ctl(u"trash list"_s).out.contains("news"));
}

void TestCtlCommands::clockCommands()
{
    const QJsonObject running = json(u"clock show"_s).object();
    QCOMPARE(names(running), sorted({u"nowMs"_s, u"systemMs"_s, u"frozen"_s, u"offsetMs"_s}));
    QCOMPARE(running.value("nowMs"_L1), QJsonValue(RunningBroker::kStartMs));
    QCOMPARE(json(u"clock freeze"_s).object().value("frozen"_L1), QJsonValue(true));
    QCOMPARE(json(u"clock advance 1h30m"_s).object().value("nowMs"_L1),
             QJsonValue(RunningBroker::kStartMs + 5'400'000));
    QCOMPARE(json(u"clock run"_s).object().value("frozen"_L1), QJsonValue(false));
}

void TestCtlCommands::statusAndRequests()
{
    const QJsonObject status = json(u"status"_s).object();
    QCOMPARE(names(status),
             sorted({u"product"_s,     u"version"_s,      u"qtVersion"_s,     u"state"_s,
                     u"reason"_s,      u"startedAtMs"_s,  u"uptimeMs"_s,      u"account"_s,
                     u"endpoint"_s,    u"durability"_s,   u"dataDirectory"_s, u"clock"_s,
                     u"queues"_s,      u"messages"_s,     u"bodyBytes"_s,     u"connections"_s,
                     u"waiters"_s,     u"commit"_s,       u"requestsTotal"_s, u"disk"_s,
                     u"refusedKeys"_s, u"capabilities"_s, u"trashTimeMs"_s}));
    QCOMPARE(status.value("state"_L1), QJsonValue(u"running"_s));
    QCOMPARE(status.value("endpoint"_L1), QJsonValue(m_broker->endpoint()));

    QCOMPARE(ctl(u"queue show nowhere"_s).exitCode, 1);
    const QJsonArray refused = json(u"requests --refused"_s).array();
    QCOMPARE(refused.size(), 1);
    const QJsonObject request = refused.first().toObject();
    QCOMPARE(names(request),
             sorted({u"id"_s, u"timeMs"_s, u"operation"_s, u"method"_s, u"resource"_s,
                     u"accessKeyId"_s, u"address"_s, u"agent"_s, u"status"_s, u"code"_s,
                     u"message"_s, u"stringToSign"_s, u"signingMistake"_s, u"clientStringToSign"_s,
                     u"variantsTried"_s, u"durationUs"_s, u"requestId"_s}));
    QCOMPARE(request.value("code"_L1), QJsonValue(u"QueueNotExist"_s));
    QCOMPARE(request.value("agent"_L1).toString().startsWith("signalbox"_L1), true);
    QCOMPARE(json(u"requests --limit 1"_s).array().size(), 1);
}

void TestCtlCommands::topicsArePublishedTo()
{
    json(u"queue create copy"_s);
    QCOMPARE(json(u"topic create news"_s).object().value("created"_L1).toBool(), true);
    QCOMPARE(json(u"topic create news"_s).object().value("created"_L1).toBool(), false);
    json(u"topic set news --max-size 2048"_s);
    QCOMPARE(json(u"topic show news"_s).object().value("maximumMessageSize"_L1).toInt(), 2048);
    json(u"subscription create news q acs:mns:x:1:queues/copy --format simplified --tag red"_s);
    json(u"subscription set news q --strategy decay --dead-letter-queue dead"_s);
    const QJsonObject subscription = json(u"subscription list news"_s).array().first().toObject();
    QCOMPARE(subscription.value("notifyStrategy"_L1).toString(), u"EXPONENTIAL_DECAY_RETRY"_s);
    QCOMPARE(subscription.value("notifyContentFormat"_L1).toString(), u"SIMPLIFIED"_s);
    QCOMPARE(subscription.value("filterTag"_L1).toString(), u"red"_s);
    QCOMPARE(subscription.value("deadLetterQueue"_L1).toString(), u"dead"_s);

    const auto tag = [this] {
        const QJsonObject shown = json(u"subscription list news"_s).array().first().toObject();
        return shown.value("filterTag"_L1).toString();
    };
    json(u"subscription set news q --filter-tag "_s); // an empty argument
    QCOMPARE(tag(), QString());
    json(u"subscription set news q --filter-tag red"_s);
    QCOMPARE(ctl(u"subscription set news q --rate -5"_s).exitCode, 2);
    QCOMPARE(tag(), u"red"_s);

    json(u"topic publish news blue --tag blue"_s);
    json(u"subscription pause news q"_s);
    const QString id =
        json(u"topic publish news --tag red"_s, "hello").object().value("messageId"_L1).toString();
    QCOMPARE(id.size(), 32);
    QCOMPARE(json(u"topic list"_s).array().first().toObject().value("messageCount"_L1).toInt(), 1);
    json(u"subscription resume news q"_s);
    const QJsonArray received = json(u"message receive copy --wait 10s"_s).array();
    QCOMPARE(received.first().toObject().value("body"_L1).toString(), u"hello"_s);

    const QJsonObject attempt = json(u"attempts --topic news -n 1"_s).array().first().toObject();
    QCOMPARE(attempt.value("outcome"_L1).toString(), u"delivered"_s);
    QCOMPARE(attempt.value("messageId"_L1).toString(), id);
    for (const char *absent : {"nextAtMs", "status", "error", "requestBody", "stringToSign",
                               "responseBody"}) // of a copy to a queue
        QVERIFY2(attempt.value(QLatin1String(absent)).isNull(), absent);
    QVERIFY(ctl(u"attempts"_s).out.contains("news/q"));
    QCOMPARE(ctl(u"send-again 1"_s).exitCode, 1); // It went to a queue.
    QVERIFY(ctl(u"send-again 1"_s).err.contains("over HTTP"));
    QCOMPARE(ctl(u"send-again 99"_s).exitCode, 1);

    json(u"topic publish news pears --tag red --property kind=fruit --property n:NUMBER=3"_s);
    const QJsonArray properties = json(u"message receive copy --wait 10s"_s)
                                      .array()
                                      .first()
                                      .toObject()
                                      .value("userProperties"_L1)
                                      .toArray();
    QCOMPARE(properties.size(), 2);
    QCOMPARE(properties.last().toObject().value("type"_L1).toString(), u"NUMBER"_s);
    QCOMPARE(ctl(u"topic publish news pears --property kind"_s).exitCode, 2);

    json(u"subscription create news dm smq-ep:dm:1:__dynamic --tag dm"_s);
    json(uR"(topic publish news figs --tag dm --dm {"MailAddress":"a@b.c"})"
         uR"( --direct-mail {"Subject":"ripe"})"_s);
    QTRY_COMPARE(json(u"outbox list --search a@b.c"_s).array().size(), 1);
    const QJsonArray dm = json(u"outbox list --search ripe"_s).array();
    QCOMPARE(dm.size(), 1);
    const QJsonObject attributes = dm.first().toObject().value("messageAttributes"_L1).toObject();
    QVERIFY(attributes.value("DM"_L1).toString().contains("a@b.c"_L1));
    json(u"outbox delete "_s + dm.first().toObject().value("messageId"_L1).toString());
    json(u"subscription delete news dm"_s);

    json(u"subscription create news mail mail:directmail:ops@example.com"_s);
    json(u"topic publish news apples"_s);
    json(u"topic publish news pears"_s);
    const auto kept = [this](const QString &rest) { return json(u"outbox list"_s + rest).array(); };
    QTRY_COMPARE(kept({}).size(), 2);
    QCOMPARE(kept(u" --search pear"_s).size(), 1);
    QCOMPARE(kept(u" -n 1"_s).first().toObject().value("body"_L1).toString(), u"pears"_s);
    QVERIFY(ctl(u"outbox list"_s).out.contains("mail:directmail:ops@example.com"));
    const QString keptId = kept({}).first().toObject().value("messageId"_L1).toString();
    QVERIFY(ctl(u"outbox send "_s + keptId).err.contains("no mail relay"));
    json(u"outbox delete "_s + keptId);
    QCOMPARE(kept({}).size(), 1);
    json(u"subscription delete news q"_s);
    json(u"topic delete news"_s);
    QVERIFY(json(u"topic list"_s).array().isEmpty());
}

void TestCtlCommands::tablesAreForPeople()
{
    QCOMPARE(ctl(u"queue create demo"_s).out, "Created queue demo.\n");
    QVERIFY(ctl(u"message send demo hello"_s).out.startsWith("Sent message "));
    const QByteArray list = ctl(u"queue list"_s).out;
    QVERIFY2(
        list.startsWith(
            "QUEUE  READY  LEASED  DELAYED  VISIBILITY  DELAY  RETENTION  CREATED\n"
            "demo       1       0        0         30s     0s         4d  2015-12-08 06:06:46\n"),
        list.constData());
    const QByteArray received = ctl(u"message receive demo --wait 0"_s).out;
    QVERIFY2(received.contains("\nhello\n"), received.constData());
    const QByteArray status = ctl(u"status"_s).out;
    QVERIFY2(status.contains(" behind the system's clock\n"), status.constData());
    QVERIFY(ctl(u"requests"_s).out.contains("ReceiveMessage"));
    QVERIFY(ctl(u"clock show"_s).out.contains("2015-12-08"));
    QVERIFY(ctl(u"bench --phases send --messages 5 --connections 1"_s).out.contains("MESSAGES/S"));
}

QTEST_GUILESS_MAIN(TestCtlCommands)
#include "tst_ctlcommands.moc"
