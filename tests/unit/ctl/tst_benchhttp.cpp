// SPDX-License-Identifier: GPL-3.0-only
#include "bench/benchhttp.h"
#include "protocol/signature.h"

#include <QTest>

#include <cstring>

using namespace Signalbox;
using namespace Signalbox::Ctl;
using namespace Qt::StringLiterals;

/// The bench's own small HTTP: requests a service accepts, replies found however they arrive.
class TestBenchHttp : public QObject
{
    Q_OBJECT

private slots:
    void requestsAreSigned_data();
    void requestsAreSigned();
    void repliesAreFoundWhateverThePieces_data();
    void repliesAreFoundWhateverThePieces();
    void requestsAreFoundWhateverThePieces_data();
    void requestsAreFoundWhateverThePieces();
    void nonsenseBreaksTheConnection_data();
    void nonsenseBreaksTheConnection();
};

namespace {

void feed(HttpParser &parser, const QByteArray &bytes)
{
    std::memcpy(parser.room(bytes.size()), bytes.constData(), std::size_t(bytes.size()));
    parser.added(bytes.size());
}

SignedRequest parse(const QByteArray &head)
{
    const QList<QByteArray> lines = head.split('\n');
    const QList<QByteArray> requestLine = lines.first().trimmed().split(' ');
    SignedRequest request{requestLine.value(0), requestLine.value(1), {}};
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0) {
            request.headers.emplace_back(line.first(colon).toLower(),
                                         line.sliced(colon + 1).trimmed());
        }
    }
    return request;
}

} // namespace

void TestBenchHttp::requestsAreSigned_data()
{
    QTest::addColumn<Endpoint::Signature>("version");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("body");
    for (const auto version : {Endpoint::Signature::V2, Endpoint::Signature::V4}) {
        const char *name = version == Endpoint::Signature::V2 ? "V2" : "V4";
        QTest::addRow("%s, with a body", name)
            << version << QByteArray("POST") << QByteArray("/queues/q/messages")
            << QByteArray("<Message/>");
        QTest::addRow("%s, without", name)
            << version << QByteArray("GET")
            << QByteArray("/queues/q/messages?waitseconds=0&numOfMessages=16") << QByteArray();
    }
}

void TestBenchHttp::requestsAreSigned()
{
    QFETCH(const Endpoint::Signature, version);
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, target);
    QFETCH(const QByteArray, body);
    Endpoint endpoint = Endpoint::local();
    endpoint.signature = version;
    endpoint.securityToken = u"token"_s;
    RequestWriter writer(endpoint);

    const QByteArray bytes = writer.write(method, target, body);

    const qsizetype headEnd = bytes.indexOf("\r\n\r\n");
    QVERIFY(headEnd > 0);
    QCOMPARE(bytes.sliced(headEnd + 4), body);
    const SignedRequest request = parse(bytes.first(headEnd));
    QCOMPARE(request.method, method);
    QCOMPARE(request.target, target);
    QCOMPARE(request.header("host"), "127.0.0.1:9324");
    QCOMPARE(request.header("security-token"), "token");
    const QByteArray length = body.isEmpty() ? QByteArray() : QByteArray::number(body.size());
    QCOMPARE(request.header("content-length"), length);
    const auto authorization = parseAuthorization(request.header("authorization"));
    QVERIFY(authorization);
    QVERIFY(verifySignature(request, *authorization, "local-secret"));
}

void TestBenchHttp::repliesAreFoundWhateverThePieces_data()
{
    QTest::addColumn<int>("pieceBytes");
    QTest::newRow("at once") << 10'000;
    QTest::newRow("by the byte") << 1;
    QTest::newRow("by seven") << 7;
}

void TestBenchHttp::repliesAreFoundWhateverThePieces()
{
    QFETCH(const int, pieceBytes);
    const QByteArray stream =
        "HTTP/1.1 201 Created\r\nServer: x\r\nCONTENT-length:  5\r\n\r\nhello"
        "HTTP/1.1 204 No Content\r\nLocation: /a\r\n\r\n"
        "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
        "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nConnection: close\r\n\r\nend";
    ReplyParser parser;
    QList<QPair<int, QByteArray>> found;
    for (qsizetype at = 0; at < stream.size(); at += pieceBytes) {
        feed(parser, stream.mid(at, pieceBytes));
        while (const std::optional<BenchReply> reply = parser.next())
            found.append({reply->status, reply->body.toByteArray()});
    }
    QVERIFY(!parser.isBroken());
    QCOMPARE(found,
             (QList<QPair<int, QByteArray>>{{201, "hello"}, {204, ""}, {404, ""}, {200, "end"}}));
}

void TestBenchHttp::requestsAreFoundWhateverThePieces_data()
{
    repliesAreFoundWhateverThePieces_data();
}

void TestBenchHttp::requestsAreFoundWhateverThePieces()
{
    QFETCH(const int, pieceBytes);
    const QByteArray stream =
        "POST /1?a=b HTTP/1.1\r\nX-mns-Message-Id: 5F\r\nContent-Length: 5\r\n\r\nhello"
        "POST /2 HTTP/1.1\r\nHost: a\r\n\r\n";
    RequestParser parser;
    QByteArrayList found;
    for (qsizetype at = 0; at < stream.size(); at += pieceBytes) {
        feed(parser, stream.mid(at, pieceBytes));
        while (const std::optional<BenchRequest> request = parser.next()) {
            found.append(request->target().toByteArray() + '|'
                         + request->header("x-mns-message-id").toByteArray() + '|'
                         + request->body.toByteArray());
        }
    }
    QVERIFY(!parser.isBroken());
    QCOMPARE(found, (QByteArrayList{"/1?a=b|5F|hello", "/2||"}));
}

void TestBenchHttp::nonsenseBreaksTheConnection_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no HTTP") << QByteArray("hello there\r\n\r\n");
    QTest::newRow("no length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n");
    QTest::newRow("negative length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n");
}

void TestBenchHttp::nonsenseBreaksTheConnection()
{
    QFETCH(const QByteArray, bytes);
    ReplyParser parser;
    feed(parser, bytes);
    QVERIFY(!parser.next());
    QVERIFY(parser.isBroken());
}

QTEST_APPLESS_MAIN(TestBenchHttp)
#include "tst_benchhttp.moc"
