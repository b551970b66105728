// SPDX-License-Identifier: GPL-3.0-only
#include "http/httpserver.h"
#include "rawclient.h"

#include <QTest>

#include <memory>

using namespace Signalbox;

/// How the bytes of requests are cut, and what happens to those that cannot be cut safely.
class tst_HttpFraming : public QObject
{
    Q_OBJECT

private:
    static constexpr qint64 kMaxBody = 256 * 1024;

    quint16 start()
    {
        HttpServer::Options options;
        options.maxBodyBytes = kMaxBody;
        options.refusal = [](int status, const HttpRequest &known) {
            return HttpReply{status,
                             {{"Content-Type", "text/xml;charset=utf-8"},
                              {"X-Known", known.method + " of " + known.header("host")}},
                             "<Error>" + QByteArray::number(status) + "</Error>"};
        };
        m_server = std::make_unique<HttpServer>(options,
                                                [this](const HttpRequest &request, ReplySlot slot) {
                                                    m_requests.append(request);
                                                    slot.reply({200, {}, request.body});
                                                });
        const Result<quint16> port = m_server->listen(QHostAddress::LocalHost, 0);
        return port ? *port : 0;
    }

    static QByteArray chunked(const QByteArray &encodedBody)
    {
        return "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n" + encodedBody;
    }

    std::unique_ptr<HttpServer> m_server;
    QList<HttpRequest> m_requests;

private slots:
    void cleanup()
    {
        m_server.reset();
        m_requests.clear();
    }

    void bodyIsReadAsFramed_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("body");
        const QByteArray post = "POST / HTTP/1.1\r\nHost: h\r\n";
        QTest::newRow("none") << post + "\r\n" << QByteArray();
        QTest::newRow("length 0") << post + "Content-Length: 0\r\n\r\n" << QByteArray();
        QTest::newRow("length") << post + "Content-Length: 5\r\n\r\nhello" << QByteArray("hello");
        QTest::newRow("the same length twice")
            << post + "Content-Length: 5\r\ncontent-length: 5\r\n\r\nhello" << QByteArray("hello");
        QTest::newRow("bare line feeds")
            << QByteArray("POST / HTTP/1.1\nHost: h\nContent-Length: 5\n\nhello")
            << QByteArray("hello");
        QTest::newRow("empty lines before the request")
            << "\r\n\r\n" + post + "Content-Length: 5\r\n\r\nhello" << QByteArray("hello");
        QTest::newRow("line ends within the body")
            << post + "Content-Length: 8\r\n\r\n\r\n\r\n\n\n\r\n"
            << QByteArray("\r\n\r\n\n\n\r\n");
        QTest::newRow("one chunk") << chunked("5\r\nhello\r\n0\r\n\r\n") << QByteArray("hello");
        QTest::newRow("several chunks")
            << chunked("2\r\nhe\r\n003\r\nllo\r\n0\r\n\r\n") << QByteArray("hello");
        QTest::newRow("chunk extension")
            << chunked("5;name=\"value\"\r\nhello\r\n0\r\n\r\n") << QByteArray("hello");
        QTest::newRow("chunk extensions with blanks")
            << chunked("5 ; a ; b=\"c;\t d\" \r\nhello\r\n0 ;e\r\n\r\n") << QByteArray("hello");
        QTest::newRow("blanks behind chunk sizes")
            << chunked("5  \r\nhello\r\n0\t\r\n\r\n") << QByteArray("hello");
        QTest::newRow("trailer") << chunked("5\r\nhello\r\n0\r\nX-Sum: 5 \r\nEmpty:\r\n\r\n")
                                 << QByteArray("hello");
        QTest::newRow("trailer that would frame")
            << chunked("5\r\nhello\r\n0\r\nContent-Length: 400\r\n\r\n") << QByteArray("hello");
        QTest::newRow("hexadecimal size")
            << chunked("1A\r\nabcdefghijklmnopqrstuvwxyz\r\n0\r\n\r\n")
            << QByteArray("abcdefghijklmnopqrstuvwxyz");
        QTest::newRow("chunked and empty") << chunked("0\r\n\r\n") << QByteArray();
        QTest::newRow("chunk of line ends")
            << chunked("4\r\n\r\n\r\n\r\n0\r\n\r\n") << QByteArray("\r\n\r\n");
    }

    void bodyIsReadAsFramed()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, body);
        RawClient client(start());
        client.write(request);
        client.write("GET /next HTTP/1.1\r\nHost: h\r\n\r\n");
        const QList<RawReply> replies = client.replies(2);
        QCOMPARE(replies.size(), 2);
        QCOMPARE(replies.at(0).status, 200);
        QCOMPARE(replies.at(0).body, body);
        QCOMPARE(m_requests.at(1).target, "/next");
    }

    void requestMayArriveByteByByte_data() { bodyIsReadAsFramed_data(); }

    void requestMayArriveByteByByte()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, body);
        RawClient client(start());
        for (int round = 1; round <= 2; ++round) {
            for (const char byte : request) {
                client.write(QByteArray(1, byte));
                // Lets the server see each byte on its own.
                QCoreApplication::processEvents();
            }
            QCOMPARE(client.replies(round).size(), round);
            QCOMPARE(m_requests.constLast().body, body);
        }
        QCOMPARE(m_requests.size(), 2);
    }

    void requestMayBeSplitAnywhere()
    {
        const QByteArray request = chunked("5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n");
        RawClient client(start());
        for (qsizetype at = 1; at < request.size(); ++at) {
            client.write(request.first(at));
            QTRY_VERIFY(client.rest().isEmpty());
            client.write(request.sliced(at) + request);
            QCOMPARE(client.replies(2 * at).size(), 2 * at);
            QCOMPARE(m_requests.constLast().body, "hello world");
        }
    }

    void unsoundRequestIsRefusedAndTheConnectionClosed_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        const QByteArray post = "POST / HTTP/1.1\r\nHost: h\r\n";
        QTest::newRow("no version") << QByteArray("GET /\r\n\r\n") << 400;
        QTest::newRow("not HTTP") << QByteArray("\x16\x03\x01\x02\x00\x01\r\n\r\n", 10) << 400;
        QTest::newRow("no target") << QByteArray("GET  HTTP/1.1\r\n\r\n") << 400;
        QTest::newRow("space in the target") << QByteArray("GET /a b HTTP/1.1\r\n\r\n") << 400;
        QTest::newRow("tab for a space") << QByteArray("GET\t/ HTTP/1.1\r\n\r\n") << 400;
        QTest::newRow("bad method") << QByteArray("G@T / HTTP/1.1\r\n\r\n") << 400;
        QTest::newRow("bad version") << QByteArray("GET / HTTP/1x1\r\n\r\n") << 400;
        QTest::newRow("other major version") << QByteArray("GET / HTTP/2.0\r\n\r\n") << 505;
        QTest::newRow("no host") << QByteArray("GET / HTTP/1.1\r\nA: b\r\n\r\n") << 400;
        QTest::newRow("two hosts")
            << QByteArray("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n") << 400;
        QTest::newRow("two lengths")
            << post + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!" << 400;
        QTest::newRow("list of lengths") << post + "Content-Length: 5, 5\r\n\r\nhello" << 400;
        QTest::newRow("negative length") << post + "Content-Length: -5\r\n\r\nhello" << 400;
        QTest::newRow("signed length") << post + "Content-Length: +5\r\n\r\nhello" << 400;
        QTest::newRow("length in letters") << post + "Content-Length: abc\r\n\r\n" << 400;
        QTest::newRow("empty length") << post + "Content-Length:\r\n\r\n" << 400;
        QTest::newRow("length beyond all numbers")
            << post + "Content-Length: 99999999999999999999\r\n\r\n"
            << 400;
        QTest::newRow("length and chunked")
            << post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n"
            << 400;
        QTest::newRow("chunked and length")
            << post + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n"
            << 400;
        QTest::newRow("unknown coding") << post + "Transfer-Encoding: gzip\r\n\r\n" << 400;
        QTest::newRow("two codings") << post + "Transfer-Encoding: gzip, chunked\r\n\r\n" << 400;
        QTest::newRow("chunked twice")
            << post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n"
            << 400;
        QTest::newRow("chunked over HTTP/1.0")
            << QByteArray("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n") << 400;
        QTest::newRow("space before the colon") << post + "Content-Length : 5\r\n\r\nhello" << 400;
        QTest::newRow("folded header") << post + "A: b\r\n c\r\n\r\n" << 400;
        QTest::newRow("header without colon") << post + "nonsense\r\n\r\n" << 400;
        QTest::newRow("header without name") << post + ": x\r\n\r\n" << 400;
        QTest::newRow("NUL in a header") << post + QByteArray("A: b\0c\r\n\r\n", 11) << 400;
        QTest::newRow("carriage return in a header") << post + "A: b\rContent-Length: 5\r\n\r\n"
                                                     << 400;
        QTest::newRow("WebSocket") << post + "Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n"
                                   << 400;
        QTest::newRow("unknown expectation") << post + "Expect: tea\r\nContent-Length: 5\r\n\r\n"
                                             << 417;
        QTest::newRow("chunk size in no digits") << chunked("x\r\nhello\r\n0\r\n\r\n") << 400;
        QTest::newRow("empty chunk size") << chunked("\r\nhello\r\n0\r\n\r\n") << 400;
        QTest::newRow("negative chunk size") << chunked("-5\r\nhello\r\n0\r\n\r\n") << 400;
        QTest::newRow("chunk longer than its size") << chunked("4\r\nhello\r\n0\r\n\r\n") << 400;
        QTest::newRow("chunk size beyond all numbers") << chunked("FFFFFFFFFFFFFFFF1\r\n") << 400;
        QTest::newRow("blank before a chunk size") << chunked(" 5\r\nhello\r\n0\r\n\r\n") << 400;
        QTest::newRow("blank within a chunk size") << chunked("1 0\r\nhello\r\n0\r\n\r\n") << 400;
        QTest::newRow("line feed in a chunk extension")
            << chunked("5;a\nhello\r\n0\r\n\r\n") << 400;
        QTest::newRow("trailer without colon") << chunked("0\r\nnonsense\r\n\r\n") << 400;
        QTest::newRow("folded trailer") << chunked("0\r\nA: b\r\n c\r\n\r\n") << 400;
        QTest::newRow("line feed alone in a trailer") << chunked("0\r\nA: b\n\r\n") << 400;
        QTest::newRow("trailer over the limit")
            << chunked("0\r\nA: " + QByteArray(64 * 1024, 'a')) << 431;
        QTest::newRow("body over the limit") << post + "Content-Length: 262145\r\n\r\n" << 413;
        QTest::newRow("chunk over the limit") << chunked("40001\r\n") << 413;
        QTest::newRow("chunk far over the limit") << chunked("FFFFFFFF\r\n") << 413;
        QTest::newRow("one header over the limit")
            << post + "A: " + QByteArray(64 * 1024, 'a') << 431;
        QTest::newRow("whole head over the limit") << post + "A: " + QByteArray(64 * 1024, 'a')
                + "\r\n\r\n" << 431;
        QTest::newRow("target over the limit") << "GET /" + QByteArray(64 * 1024, 'a') << 431;
        QByteArray many = post;
        for (int i = 0; i < 100; ++i)
            many += "A: b\r\n";
        QTest::newRow("too many headers") << many + "\r\n" << 431;
    }

    void unsoundRequestIsRefusedAndTheConnectionClosed()
    {
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        RawClient client(start());
        client.write(request);
        client.write("GET /smuggled HTTP/1.1\r\nHost: h\r\n\r\n");
        const QList<RawReply> replies = client.replies(2);
        QCOMPARE(replies.size(), 1);
        const RawReply &reply = replies.constFirst();
        QCOMPARE(reply.status, status);
        QCOMPARE(reply.header("Connection"), "close");
        QCOMPARE(reply.header("Content-Type"), "text/xml;charset=utf-8");
        QCOMPARE(reply.body, "<Error>" + QByteArray::number(status) + "</Error>");
        QVERIFY(client.isClosedByServer());
        QVERIFY(m_requests.isEmpty());
    }

    void aRefusedRequestIsKnownAsFarAsItWasRead_data()
    {
        QTest::addColumn<QByteArray>("rest");
        QTest::newRow("bad length") << QByteArray("Content-Length: -5\r\n\r\n");
        QTest::newRow("body over the limit") << QByteArray("Content-Length: 262145\r\n\r\n");
        QTest::newRow("expects something else") << QByteArray("Expect: foo\r\n\r\n");
        QTest::newRow("bad chunk") << QByteArray("Transfer-Encoding: chunked\r\n\r\n5\r\nhelloX");
    }

    void aRefusedRequestIsKnownAsFarAsItWasRead()
    {
        QFETCH(const QByteArray, rest);
        for (const QByteArray method : {"HEAD", "POST"}) {
            RawClient client(start());
            if (method == "HEAD")
                client.expectNoBody();
            client.write(method + " / HTTP/1.1\r\nHost: h:1\r\n" + rest);
            const RawReply reply = client.replies(1).value(0);
            QCOMPARE(reply.header("X-Known"), method + " of h:1");
            QVERIFY(client.isClosedByServer());
            QCOMPARE(client.rest(), QByteArray());
        }
    }

    void refusalIsTheSameWhenTheRequestArrivesByteByByte()
    {
        RawClient client(start());
        const QByteArray request =
            "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhelloX";
        for (const char byte : request) {
            client.write(QByteArray(1, byte));
            QCoreApplication::processEvents();
        }
        QCOMPARE(client.replies(1).value(0).status, 400);
        QVERIFY(m_requests.isEmpty());
    }

    void headAtItsLimitIsAccepted()
    {
        RawClient client(start());
        const QByteArray line = "GET / HTTP/1.1\r\nHost: h\r\nA: ";
        client.write(line + QByteArray(64 * 1024 - line.size() - 4, 'a') + "\r\n\r\n");
        QCOMPARE(client.replies(1).value(0).status, 200);
    }

    void bodyAtItsLimitIsAccepted()
    {
        RawClient client(start());
        const QByteArray body(kMaxBody, 'b');
        client.write("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: " + QByteArray::number(kMaxBody)
                     + "\r\n\r\n" + body);
        QCOMPARE(client.replies(1).value(0).body.size(), kMaxBody);
        client.write(chunked("40000\r\n" + body + "\r\n0\r\n\r\n"));
        QCOMPARE(client.replies(2).value(1).body.size(), kMaxBody);
    }

    void chunkedBodyIsRefusedAsSoonAsItPassesTheLimit()
    {
        RawClient client(start());
        client.write(chunked({}));
        const QByteArray chunk = "10000\r\n" + QByteArray(0x10000, 'c') + "\r\n";
        for (int sent = 0; sent < 4; ++sent)
            client.write(chunk);
        QCoreApplication::processEvents();
        QVERIFY(client.isConnected());
        client.write("1\r\n"); // announces the byte too many
        QCOMPARE(client.replies(1).value(0).status, 413);
    }

    void tinyChunksCannotFillTheMemory()
    {
        RawClient client(start());
        client.write(chunked({}));
        const QByteArray chunks =
            QByteArray("1;" + QByteArray(1000, 'x') + "\r\na\r\n").repeated(100);
        for (int sent = 0; sent < 10 && client.isConnected(); ++sent) {
            client.write(chunks); // 100 bytes of body in 100 KiB
            QCoreApplication::processEvents();
        }
        QCOMPARE(client.replies(1).value(0).status, 413);
    }

    void answerToATooLargeBodyIsReadableWhileTheClientStillSends()
    {
        RawClient client(start());
        client.write("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 16777216\r\n\r\n");
        for (int sent = 0; sent < 16; ++sent) {
            client.write(QByteArray(256 * 1024, 'x'));
            QCoreApplication::processEvents();
        }
        QCOMPARE(client.replies(1).value(0).status, 413);
    }

    void expectedContinueComesAtOnce()
    {
        RawClient client(start());
        client.write(
            "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
        QList<RawReply> replies = client.replies(1);
        QCOMPARE(replies.size(), 1);
        QCOMPARE(replies.at(0).status, 100);
        client.write("hello");
        replies = client.replies(2);
        QCOMPARE(replies.size(), 2);
        QCOMPARE(replies.at(1).status, 200);
        QCOMPARE(replies.at(1).body, "hello");
        client.write("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        QCOMPARE(client.replies(3).value(2).status, 200); // and once only
    }

    void bodyOverTheLimitGetsNoContinue()
    {
        RawClient client(start());
        client.write("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 16777216\r\nExpect: "
                     "100-continue\r\n\r\n");
        QCOMPARE(client.replies(1).value(0).status, 413);
    }

    void oldClientGetsNoContinue()
    {
        RawClient client(start());
        client.write("POST / HTTP/1.0\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\nhello");
        const QList<RawReply> replies = client.replies(2);
        QCOMPARE(replies.constLast().status, 200);
    }
};

QTEST_GUILESS_MAIN(tst_HttpFraming)
#include "tst_httpframing.moc"
