// SPDX-License-Identifier: GPL-3.0-only
#include "ctlsuite.h"

#include <QTest>

using namespace Signalbox::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Dead letters on the command line, against a real broker.
class TestCtlDeadLetters : public CtlSuite
{
    Q_OBJECT

private:
    void makeDeadLetters(int count)
    {
        for (int i = 0; i < count; ++i)
            QCOMPARE(ctl(u"message send jobs poison"_s).exitCode, 0);
        QCOMPARE(ctl(u"message receive jobs -n 16"_s).exitCode, 0);
        m_broker->advance(30s);
        QCOMPARE(ctl(u"message receive jobs -n 16"_s).exitCode, 4);
    }

private slots:
    void init()
    {
        CtlSuite::init();
        QCOMPARE(ctl(u"queue create jobs-dead"_s).exitCode, 0);
        const auto created =
            ctl(u"queue create jobs --dead-letter-queue jobs-dead --max-receives 1"_s);
        QCOMPARE(created.exitCode, 0);
    }

    void thePolicyIsShown()
    {
        const QJsonObject queue = json(u"queue show jobs"_s).object();
        QCOMPARE(queue.value("deadLetterQueue"_L1).toString(), u"jobs-dead"_s);
        QCOMPARE(queue.value("maxReceiveCount"_L1).toInt(), 1);
        QVERIFY(ctl(u"queue show jobs"_s).out.contains("to jobs-dead after 1 receives"));
        QCOMPARE(ctl(u"queue set jobs --max-receives 3"_s).exitCode, 2); // of which queue?
        QCOMPARE(ctl(u"queue set jobs --dead-letter-queue ="_s).exitCode, 1); // no name
    }

    void deadLettersAreListedAndMovedBackAndForth()
    {
        makeDeadLetters(2);
        const QJsonArray letters = json(u"dlq list jobs-dead"_s).array();
        QCOMPARE(letters.size(), 2);
        const QJsonObject origin = letters.first().toObject().value("deadLetter"_L1).toObject();
        QCOMPARE(origin.value("queue"_L1).toString(), u"jobs"_s);
        QVERIFY(ctl(u"dlq list jobs-dead"_s).out.contains("received 1 time"));

        const QJsonObject moved = json(u"dlq redrive jobs-dead"_s).object();
        QCOMPARE(moved.keys(),
                 (QStringList{u"inFlight"_s, u"moved"_s, u"steps"_s, u"withoutOrigin"_s}));
        QCOMPARE(moved.value("moved"_L1).toInt(), 2);
        QCOMPARE(json(u"dlq list jobs-dead"_s).array().size(), 0);
        const QJsonObject step = moved.value("steps"_L1).toArray().first().toObject();
        const CtlResult undone = json(u"dlq undo jobs-dead %1 %2"_s.arg(
            step.value("firstId"_L1).toString(), step.value("lastId"_L1).toString()));
        QCOMPARE(undone.object().value("moved"_L1).toInt(), 2);
        QCOMPARE(json(u"dlq list jobs-dead"_s).array().size(), 2);
    }

    void someAreMovedToAnotherQueue()
    {
        makeDeadLetters(2);
        QCOMPARE(ctl(u"queue create repair"_s).exitCode, 0);
        const QString id = json(u"dlq list jobs-dead"_s)
                               .array()
                               .first()
                               .toObject()
                               .value("messageId"_L1)
                               .toString();
        const CtlResult moved = ctl(u"dlq redrive jobs-dead %1 --to repair"_s.arg(id));
        QVERIFY(
            moved.out.startsWith("Moved 1 message back.\nUndo: signalboxctl dlq undo jobs-dead"));
        QCOMPARE(json(u"message browse repair"_s).array().size(), 1);
        QCOMPARE(ctl(u"dlq redrive jobs-dead --to nowhere"_s).exitCode, 1);
        QCOMPARE(ctl(u"dlq redrive nowhere"_s).exitCode, 1);
    }

    void aFifoQueueIsCreated()
    {
        QCOMPARE(ctl(u"queue create line --fifo"_s).exitCode, 0);
        QCOMPARE(json(u"queue show line"_s).object().value("queueType"_L1).toString(), u"fifo"_s);
        QCOMPARE(ctl(u"topic create news --fifo"_s).exitCode, 0);
        QCOMPARE(json(u"topic show news"_s).object().value("topicType"_L1).toString(), u"fifo"_s);
        QCOMPARE(ctl(u"message send line x"_s).exitCode, 1);
        QCOMPARE(ctl(u"message send line x --group a"_s).exitCode, 0);
    }
};

QTEST_GUILESS_MAIN(TestCtlDeadLetters)
#include "tst_ctldeadletters.moc"
