// SPDX-License-Identifier: GPL-3.0-only
#include "pushsuite.h"

#include <QTcpServer>
#include <QTest>

using namespace Signalbox;
using namespace Signalbox::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What counts as an answer, and what is said of those that are none.
class TestPushAnswers : public PushSuite
{
    Q_OBJECT

private slots:
    void failuresSayWhatHappened_data()
    {
        QTest::addColumn<int>("manner");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("words");
        QTest::newRow("redirection") << int(PushReceiver::Manner::Answer) << 302 << QString();
        QTest::newRow("hangs") << int(PushReceiver::Manner::Hang) << 0
                               << u"did not answer in time"_s;
        QTest::newRow("drips") << int(PushReceiver::Manner::Drip) << 0
                               << u"did not answer in time"_s;
        QTest::newRow("talks") << int(PushReceiver::Manner::Talk) << 0 << u"not in HTTP"_s;
        QTest::newRow("boasts") << int(PushReceiver::Manner::LongHead) << 0 << u"is too long"_s;
        QTest::newRow("closes within the head")
            << int(PushReceiver::Manner::CutHead) << 0 << u"within the head"_s;
        QTest::newRow("closes") << int(PushReceiver::Manner::Close) << 0
                                << u"closed the connection"_s;
    }

    void failuresSayWhatHappened()
    {
        QFETCH(int, manner);
        QFETCH(int, status);
        QFETCH(QString, words);
        startBroker([](BrokerOptions &options) { options.push.timeout = 200ms; });
        m_receiver->behave(PushReceiver::Manner(manner), status);
        subscribe("web", m_receiver->url());
        publish("hello");
        const QJsonObject first = attempt(1);
        QCOMPARE(first.value("outcome"_L1).toString(), u"failed"_s);
        QCOMPARE(first.value("status"_L1).toInt(), status);
        QVERIFY2(first.value("error"_L1).toString().contains(words),
                 qPrintable(first.value("error"_L1).toString()));
    }

    void aPortWithoutTlsIsSaid()
    {
        QTcpServer plain;
        QVERIFY(plain.listen(QHostAddress::LocalHost));
        connect(&plain, &QTcpServer::newConnection, this,
                [&plain] { plain.nextPendingConnection()->write("HTTP/1.1 400 Bad\r\n\r\n"); });
        subscribe("web", "https://127.0.0.1:" + QByteArray::number(plain.serverPort()));
        publish("hello");
        const QString error = attempt(1).value("error"_L1).toString();
        QVERIFY2(error.contains(u"Does its port expect TLS?"_s), qPrintable(error));
    }

    void anAnswerCountsWhateverBecomesOfItsBody_data()
    {
        QTest::addColumn<int>("manner");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("outcome");
        using Manner = PushReceiver::Manner;
        QTest::newRow("200, cut") << int(Manner::CutBody) << 200 << u"delivered"_s;
        QTest::newRow("200, drips") << int(Manner::DripBody) << 200 << u"delivered"_s;
        QTest::newRow("500, cut") << int(Manner::CutBody) << 500 << u"failed"_s;
        QTest::newRow("500, drips") << int(Manner::DripBody) << 500 << u"failed"_s;
    }

    void anAnswerCountsWhateverBecomesOfItsBody()
    {
        QFETCH(int, manner);
        QFETCH(int, status);
        QFETCH(QString, outcome);
        startBroker([](BrokerOptions &options) { options.push.timeout = 200ms; });
        m_receiver->behave(PushReceiver::Manner(manner), status);
        subscribe("web", m_receiver->url());
        publish("hello");
        const QJsonObject first = attempt(1);
        QCOMPARE(first.value("outcome"_L1).toString(), outcome);
        QCOMPARE(first.value("status"_L1).toInt(), status);
    }

    void aBodyThatDripsHoldsNothingUp()
    {
        startBroker([](BrokerOptions &options) { options.push.timeout = 10min; });
        m_receiver->behave(PushReceiver::Manner::DripBody, 200);
        subscribe("web", m_receiver->url());
        publish("hello");
        QCOMPARE(attempt(1).value("outcome"_L1).toString(), u"delivered"_s);
        QTRY_COMPARE(waiting(), 0);
    }

    void aQuickAnswerKeepsItsConnection()
    {
        m_receiver->behave(PushReceiver::Manner::LongBody, 200);
        subscribe("web", m_receiver->url());
        for (std::size_t i = 1; i <= 4; ++i) {
            publish("hello");
            QVERIFY(m_receiver->waitFor(i));
            QTRY_COMPARE(waiting(), 0);
        }
        QCOMPARE(m_receiver->connections(), 2); // the first one before it had proven itself
    }

    void nobodyThereIsSaid()
    {
        const QByteArray url = m_receiver->url();
        m_receiver.reset();
        subscribe("web", url);
        publish("hello");
        const QString error = attempt(1).value("error"_L1).toString();
        QVERIFY2(error.contains(u"refused the connection"_s), qPrintable(error));
    }

    void deniedAddressesAreNotPushedTo()
    {
        startBroker([](BrokerOptions &options) {
            options.push.deniedSubnets = QStringList{u"127.0.0.0/8"_s};
        });
        QTcpServer target;
        QVERIFY(target.listen(QHostAddress::LocalHost));
        subscribe("web", "http://127.0.0.1:" + QByteArray::number(target.serverPort()) + "/");
        publish("hello");
        const QString error = attempt(1).value("error"_L1).toString();
        QVERIFY2(error.contains(u"127.0.0.1 are not allowed"_s), qPrintable(error));
        QVERIFY(!target.waitForNewConnection(0)); // nor is it told who listens there
    }
};

QTEST_GUILESS_MAIN(TestPushAnswers)
#include "tst_pushanswers.moc"
