// SPDX-License-Identifier: GPL-3.0-only
#include "http/chunkdecoder.h"
#include "protocol/accountxml.h"
#include "protocol/errorxml.h"
#include "protocol/httpdate.h"
#include "protocol/messagexml.h"
#include "protocol/queuexml.h"
#include "protocol/resourcepath.h"
#include "protocol/searchquery.h"
#include "protocol/signature.h"
#include "protocol/xmlreader.h"

#include <QTest>
#include <QXmlStreamReader>

#include <random>

using namespace Signalbox;
using namespace Qt::StringLiterals;

namespace {

constexpr int kRounds = 20000; // A second or two.

/// Fixed, so that a failure comes again. SIGNALBOX_FUZZ_SEED, a number, gives other runs.
quint32 seedOf(quint32 test)
{
    return test + 1000u * static_cast<quint32>(qEnvironmentVariableIntValue("SIGNALBOX_FUZZ_SEED"));
}

/// Damages texts in the ways that parsers trip over.
class Mutator
{
public:
    explicit Mutator(quint32 seed)
        : m_random(seed)
    {
    }

    QByteArray mutate(QByteArray text)
    {
        for (int n = below(2) + 1; n > 0; --n)
            mutateOnce(text);
        return text;
    }

    int below(int bound) { return static_cast<int>(m_random() % static_cast<quint32>(bound)); }

private:
    void mutateOnce(QByteArray &text)
    {
        static const QByteArray kPieces[] = {"<",         ">",
                                             "</",        "/>",
                                             "&",         "&amp;",
                                             "&#0;",      "&#x41;",
                                             "&#xD800;",  "<!--",
                                             "-->",       "<![CDATA[",
                                             "]]>",       "<?",
                                             "?>",        "<!DOCTYPE a>",
                                             "\"",        "'",
                                             "=",         " ",
                                             "\r\n",      "\xff",
                                             "\xc3\xa9",  "\xef\xbf\xbf",
                                             "%",         "%41",
                                             "%00",       "+",
                                             "-1",        "99999999999999999999",
                                             "<Message>", "</Message>",
                                             ":",         ",",
                                             "/",         "//"};
        const qsizetype at = below(static_cast<int>(text.size()) + 1);
        const qsizetype length = below(12);
        switch (below(6)) {
        case 0:
            text.remove(at, length);
            break;
        case 1:
            text.insert(at, text.mid(below(static_cast<int>(text.size()) + 1), length));
            break;
        case 2:
            text.insert(at, kPieces[below(static_cast<int>(std::size(kPieces)))]);
            break;
        case 3:
            if (at < text.size())
                text[at] = static_cast<char>(below(256));
            break;
        case 4:
            if (at < text.size())
                text[at] = static_cast<char>(text.at(at) ^ (1 << below(8)));
            break;
        default:
            text.truncate(at);
            break;
        }
    }

    std::mt19937 m_random;
};

/// What a document says: names and texts, in order. Nothing when it is refused.
std::optional<QString> outlineByUs(QByteArrayView document)
{
    XmlReader reader(document);
    QString outline;
    if (reader.readRoot()) {
        outline += u'<' + QString::fromUtf8(reader.name());
        while (reader.nextChild()) {
            outline += u'<' + QString::fromUtf8(reader.name());
            outline += u'=' + QString::fromUtf8(reader.readText());
        }
    }
    if (!reader.finish())
        return std::nullopt;
    return outline;
}

/// The same by Qt's reader, of a document that ours accepted.
std::optional<QString> outlineByQt(const QByteArray &document)
{
    QXmlStreamReader reader(document);
    reader.setNamespaceProcessing(false);
    const auto localName = [&] { return reader.qualifiedName().toString().section(u':', -1); };
    QString outline;
    if (reader.readNextStartElement()) {
        outline += u'<' + localName();
        while (reader.readNextStartElement()) {
            outline += u'<' + localName();
            outline += u'=' + reader.readElementText();
        }
    }
    while (!reader.atEnd())
        reader.readNext();
    if (reader.hasError())
        return std::nullopt;
    return outline;
}

} // namespace

class TestParserFuzz : public QObject
{
    Q_OBJECT

private slots:
    void agreesWithTheReaderOfQtOnWhatItAccepts()
    {
        const QByteArray seed =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- c --><m:Message xmlns:m=\"urn:x\" "
            "a='b'>\n"
            "  <MessageBody>a&lt;b&#x4e2d; ]] \xe4\xb8\xad<![CDATA[<x>&]]></MessageBody>\r\n"
            "  <Empty/><DelaySeconds> 5 </DelaySeconds><?p i?><Priority b=\"&amp;\">8</Priority>\n"
            "</m:Message>\n";
        QVERIFY(outlineByUs(seed));
        Mutator mutator(seedOf(4));
        int accepted = 0;
        for (int round = 0; round < kRounds; ++round) {
            const QByteArray document = mutator.mutate(seed);
            const std::optional<QString> ours = outlineByUs(document);
            if (!ours)
                continue;
            ++accepted;
            const std::optional<QString> qts = outlineByQt(document);
            QVERIFY2(qts, document.toPercentEncoding(" <>/=\"'&;:!-?[]").constData());
            QCOMPARE(*ours, *qts);
        }
        // Else the mutations are too rough to say anything.
        QVERIFY2(accepted > kRounds / 20, qPrintable(QString::number(accepted)));
        QVERIFY(accepted < kRounds);
    }

    void readsBackWhatItRead()
    {
        OutgoingMessage message;
        message.body = "a<b>&\r\n\xe4\xb8\xad";
        message.groupId = u"g"_s;
        message.userProperties = {{u"n"_s, u"1"_s, PropertyType::Number}};
        const QByteArray seed = writeSendBatch({message, message});
        Mutator mutator(seedOf(1));
        for (int round = 0; round < kRounds; ++round) {
            const auto request = parseSend(mutator.mutate(seed));
            if (!request)
                continue;
            const auto again = parseSend(request->batch ? writeSendBatch(request->messages)
                                                        : writeSend(request->messages.front()));
            QVERIFY(again.ok());
            QCOMPARE(*again, *request);
            for (const OutgoingMessage &read : request->messages)
                QVERIFY(!read.body.isEmpty());
        }
    }

    void survivesDamagedDocuments_data()
    {
        QTest::addColumn<QByteArray>("seed");
        QTest::newRow("queue") << writeQueueAttributes({u"demo"_s, {}, {}, 1, 2});
        QTest::newRow("list") << writeQueueList("http://h", {{{u"a"_s, {}, {}, 1, 2}}, "m"}, true);
        QTest::newRow("received") << writeReceivedBatch(
            {{"ID", "MD5", "body", "1-h", 1, 2, 3, 4, 5, u"g"_s, {}, {}}});
        QTest::newRow("handles") << writeReceiptHandles({"1-a", "1-b"});
        QTest::newRow("failed") << writeFailedHandles(
            {{"1-a", {ErrorCode::MessageNotExist, u"gone"_s}}});
        QTest::newRow("error") << writeError({ErrorCode::QueueNotExist, u"gone"_s}, u"5D"_s,
                                             "http://h");
        QTest::newRow("account") << writeAccountAttributes(u"b"_s);
    }

    void survivesDamagedDocuments()
    {
        QFETCH(QByteArray, seed);
        Mutator mutator(seedOf(2));
        for (int round = 0; round < kRounds / 10; ++round) {
            const QByteArray document = mutator.mutate(seed);
            // Whatever a parser says, it says it as one of ours.
            if (const auto read = parseQueueSettings(document); !read)
                QVERIFY(read.error().code == ErrorCode::MalformedXml
                        || read.error().code == ErrorCode::InvalidArgument);
            if (const auto read = parseReceiptHandles(document))
                QVERIFY(!read->empty() && read->size() <= std::size_t(Limits::kMaxBatch));
            if (const auto read = parseAccountSettings(document); !read)
                QVERIFY(!read.error().message.isEmpty());
            if (const auto read = parseQueueAttributes(document); !read)
                QCOMPARE(read.error().code, ErrorCode::UnexpectedReply);
            if (const auto read = parseQueueList(document); !read)
                QCOMPARE(read.error().code, ErrorCode::UnexpectedReply);
            if (const auto read = parseReceivedBatch(document); !read)
                QCOMPARE(read.error().code, ErrorCode::UnexpectedReply);
            if (const auto read = parseSentBatch(document); !read)
                QCOMPARE(read.error().code, ErrorCode::UnexpectedReply);
            if (const auto read = parseFailedHandles(document); !read)
                QCOMPARE(read.error().code, ErrorCode::UnexpectedReply);
            if (const auto read = parseChangedVisibility(document); !read)
                QCOMPARE(read.error().code, ErrorCode::UnexpectedReply);
            if (const auto read = parseError(document))
                QVERIFY(!read->code.isEmpty());
        }
    }

    void survivesDamagedTargetsAndHeaders()
    {
        Mutator mutator(seedOf(3));
        const QByteArray target =
            "/queues/demo/messages?ReceiptHandle=1-a%2Bb&VisibilityTimeout=30";
        const QByteArray v4 =
            "MNS4-HMAC-SHA256 Credential=ak/20250603/r/mns/aliyun_v4_request,Signature=abcd";
        for (int round = 0; round < kRounds; ++round) {
            const QByteArray damaged = mutator.mutate(target);
            if (const auto path = parseResourcePath(damaged)) {
                for (const QByteArray &segment : path->segments)
                    QVERIFY(!segment.isEmpty() && !segment.contains('\0'));
                (void)path->query.integer("VisibilityTimeout", 0, 43200);
                (void)path->query.boolean("peekonly");
            }
            const auto authorization =
                parseAuthorization(mutator.mutate(round % 2 ? v4 : "MNS id:c2lnbmF0dXJl"));
            if (authorization) {
                QVERIFY(!accessKeyId(*authorization).isEmpty());
                const SignedRequest request{
                    "GET", damaged, {{"date", "Tue, 03 Jun 2025 11:23:48 GMT"}}};
                if (round % 16 == 0)
                    QVERIFY(!verifySignature(request, *authorization, "secret"));
            }
            if (const auto time = parseHttpDate(mutator.mutate("Tue, 03 Jun 2025 11:23:48 GMT")))
                QCOMPARE(parseHttpDate(formatHttpDate(*time)), time);
        }
    }

    void chunksReadAlikeHoweverTheyArrive()
    {
        const QByteArray seeds[] = {
            "5\r\nhello\r\n0\r\n\r\n",
            "5 ;a = \"b\"\r\nhello\r\nA\r\n0123456789\r\n0 \r\nA: b\r\n\r\n"};
        Mutator mutator(seedOf(6));
        int whole = 0;
        for (int round = 0; round < kRounds; ++round) {
            const QByteArray wire = mutator.mutate(seeds[mutator.below(2)]);
            ChunkDecoder atOnce;
            QByteArray body;
            const qsizetype length = atOnce.decode(wire, body);

            ChunkDecoder inPieces;
            QByteArray pieced;
            qsizetype at = 0;
            while (at < wire.size() && inPieces.state() == ChunkDecoder::State::UnderWay)
                at += inPieces.decode(QByteArrayView(wire).sliced(at).first(std::min<qsizetype>(
                                          mutator.below(4) + 1, wire.size() - at)),
                                      pieced);
            QCOMPARE(at, length);
            QCOMPARE(pieced, body);
            QVERIFY(inPieces.state() == atOnce.state());
            if (atOnce.state() == ChunkDecoder::State::Whole) {
                QCOMPARE(body.size(), atOnce.bodyBytes());
                ++whole;
            }
        }
        QVERIFY(whole > kRounds / 20 && whole < kRounds);
    }

    void survivesDamagedSearches()
    {
        Mutator mutator(seedOf(5));
        const QByteArray seeds[] = {"$.items[0][\"unit \\\"price\\\"\"].a = \"x\\u0041\\n\"",
                                    "prop.kind = refund", "id: 5F290A7C61D84B3E000000000002A1C0",
                                    "$[12] = -1.5e3"};
        const QByteArray json =
            "{\"items\": [{\"unit \\\"price\\\"\": {\"a\": \"xA\\n\"}}], \"b\": -1.5e3}";
        int accepted = 0;
        for (int round = 0; round < kRounds; ++round) {
            const QString text = QString::fromUtf8(mutator.mutate(seeds[round % 4]));
            const auto result = SearchQuery::parse(text);
            if (const auto *problem = std::get_if<SearchProblem>(&result)) {
                QVERIFY(problem->position >= 1 && problem->position <= text.size() + 1);
                QVERIFY(!searchProblemText(*problem).isEmpty());
                continue;
            }
            ++accepted;
            const auto &query = std::get<SearchQuery>(result);
            const QJsonValue found = jsonValueAt(mutator.mutate(json), query.path);
            QVERIFY(!found.isUndefined() || !query.value.equals(found));
        }
        QVERIFY(accepted > kRounds / 20 && accepted < kRounds);
    }
};

QTEST_GUILESS_MAIN(TestParserFuzz)

#include "tst_parserfuzz.moc"
