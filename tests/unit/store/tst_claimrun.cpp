// SPDX-License-Identifier: GPL-3.0-only
#include "store/claimrun.h"
#include "store/commands.h"
#include "store/job.h"
#include "support/storefixture.h"

#include <QTest>

using namespace Signalbox;
using namespace std::chrono_literals;

namespace {

using Group = std::vector<std::unique_ptr<Job>>;

ClaimRequest request(int count, QueueId queue = 1)
{
    return {queue, count, 30s, QStringLiteral("127.0.0.1 test")};
}

template <typename Command>
void add(Group &group, Command command)
{
    group.push_back(std::make_unique<CommandJob<Command>>(std::move(command), nullptr));
}

std::vector<MessageRow> messages(int count)
{
    std::vector<MessageRow> rows(static_cast<size_t>(count));
    for (size_t i = 0; i < rows.size(); ++i)
        rows[i].key.sequence = static_cast<MessageSequence>(i + 1);
    return rows;
}

QList<MessageSequence> sequences(const std::vector<MessageRow> &rows)
{
    QList<MessageSequence> list;
    for (const MessageRow &row : rows)
        list.append(row.key.sequence);
    return list;
}

} // namespace

/// Claims that stand beside each other in a group of the writer.
class TestClaimRun : public QObject
{
    Q_OBJECT

private slots:
    void theFirstClaimIsToldWhatThoseBehindItWant()
    {
        Group group;
        add(group, SendCommand{});
        add(group, ClaimCommand{request(1), {}});
        add(group, ClaimCommand{request(16), {}});
        add(group, ClaimCommand{request(2), {}});
        add(group, SendCommand{});
        add(group, ClaimCommand{request(4), {}});
        ClaimRun run;
        const QList<int> wanted{0, 19, 18, 2, 0, 4};
        for (size_t i = 0; i < group.size(); ++i) {
            run.reach(group, i);
            QCOMPARE(run.wanted(), wanted[static_cast<qsizetype>(i)]);
        }
    }

    void claimsThatDifferStandAlone_data()
    {
        QTest::addColumn<ClaimRequest>("other");
        ClaimRequest other = request(1, 2);
        QTest::newRow("queue") << other;
        other = request(1);
        other.visibilityTimeout = 31s;
        QTest::newRow("visibility timeout") << other;
        other = request(1);
        other.holder = QStringLiteral("127.0.0.1 another");
        QTest::newRow("receiver") << other;
        other = request(1);
        other.followsGroups = false;
        QTest::newRow("groups") << other;
    }
    void claimsThatDifferStandAlone()
    {
        QFETCH(ClaimRequest, other);
        Group group;
        add(group, ClaimCommand{request(3), {}});
        add(group, ClaimCommand{other, {}});
        ClaimRun run;
        run.reach(group, 0);
        QCOMPARE(run.wanted(), 3);
        QCOMPARE(run.share(messages(5), 3).size(), 3U);
        run.reach(group, 1);
        QCOMPARE(run.wanted(), 1);
        QVERIFY(run.take(1).empty());
    }

    void whatIsClaimedIsSharedInTheOrderOfTheClaims()
    {
        Group group;
        for (const int count : {1, 3, 2})
            add(group, ClaimCommand{request(count), {}});
        ClaimRun run;
        run.reach(group, 0);
        QCOMPARE(sequences(run.share(messages(5), 1)), QList<MessageSequence>{1});
        run.reach(group, 1);
        QCOMPARE(sequences(run.take(3)), (QList<MessageSequence>{2, 3, 4}));
        run.reach(group, 2);
        QCOMPARE(sequences(run.take(2)), QList<MessageSequence>{5}); // there was no sixth
        QVERIFY(run.take(1).empty());
    }

    void receiversWhoWaitTogetherGetDifferentMessagesInOrder()
    {
        StoreFixture store;
        QVERIFY(store.open());
        const QueueId queue = store.createQueue(QStringLiteral("orders")).id;
        const QueueId other = store.createQueue(QStringLiteral("others")).id;
        store.send(other, "other");
        std::vector<NewMessage> sent;
        for (int i = 0; i < 40; ++i)
            sent.push_back(StoreFixture::newMessage(QByteArray::number(i)));
        QVERIFY(store.send(queue, sent));

        // A long command holds the writer, so that those behind it come in one group.
        store.store().send(other, std::vector<NewMessage>(3000, StoreFixture::newMessage("x")), {});
        QList<QByteArray> received;
        QList<qsizetype> sizes;
        const auto claim = [&](QueueId from, int count) {
            store.store().claim(request(count, from),
                                [&](const Result<std::vector<MessageRow>> &rows) {
                                    sizes.append(static_cast<qsizetype>(rows->size()));
                                    for (const MessageRow &row : *rows)
                                        received.append(row.body);
                                });
        };
        for (const int count : {1, 1, 16})
            claim(queue, count);
        claim(other, 1);
        for (const int count : {16, 5, 5, 5})
            claim(queue, count);
        QTRY_COMPARE(sizes, (QList<qsizetype>{1, 1, 16, 1, 16, 5, 1, 0}));

        QList<QByteArray> expected;
        for (const NewMessage &message : sent)
            expected.append(message.content.body);
        expected.insert(18, "other");
        QCOMPARE(received, expected);
        QCOMPARE(store.settledCounts(queue), (QueueCounts{0, 40, 0, 0}));
    }
};

QTEST_GUILESS_MAIN(TestClaimRun)
#include "tst_claimrun.moc"
