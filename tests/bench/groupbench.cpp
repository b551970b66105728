// SPDX-License-Identifier: GPL-3.0-only
// What order costs: claims and deletes in a FIFO queue, straight in the store, before and after one
// of its groups has a pile of blocked messages, in one run. Before, as many messages stand in a
// queue beside it: a large file has its own price
// (docs/decisions/0010-order-and-dead-letters.md).
//   groupbench [--blocked N] [--messages N] [--groups N] [--under-way N] [--body-bytes N]
//   [--durability full|normal] [--directory DIR]
#include "benchstore.h"

#include <QCoreApplication>

#include <ctime>
#include <vector>

using namespace Signalbox;
using namespace Signalbox::Bench;
using namespace std::chrono_literals;

namespace {

constexpr int kBatch = 16;

struct Line
{
    const char *what;
    double perSecond; ///< Messages.
    double processorUs; ///< A message, all threads.
};

/// \a run takes care of \a messages, and gives their rate.
template <typename Run>
Line measured(const char *what, int messages, Run run)
{
    const std::clock_t before = std::clock();
    const double perSecond = run();
    return {what, perSecond, 1e6 * double(std::clock() - before) / CLOCKS_PER_SEC / messages};
}

/// One queue, whose messages are sent, then claimed and deleted, in different ways.
class Groups
{
public:
    Groups(Store &store, QueueId queue, const Options &options)
        : m_store(store)
        , m_queue(queue)
        , m_messages(options.number("messages"))
        , m_groups(options.number("groups"))
        , m_underWay(options.number("under-way"))
        , m_bodyBytes(options.number("body-bytes"))
    {
    }

    Line fill(QueueId queue, const QString &group, int messages)
    {
        return measured("send batches", messages, [&] {
            return kBatch * rateOf(messages / kBatch, m_underWay, [&](int, const auto &done) {
                       m_store.send(queue,
                                    std::vector<NewMessage>(kBatch, message(m_bodyBytes, group)),
                                    [done](const auto &) { done(); });
                   });
        });
    }
    Line fill(const QString &group, int messages) { return fill(m_queue, group, messages); }
    /// What the disk takes for itself at that moment.
    Line commits()
    {
        const int commits = m_messages / kBatch;
        return measured("(a commit alone)", commits, [&] {
            return rateOf(commits, 1, [&](int i, const auto &done) {
                m_store.saveValue(QStringLiteral("bench"), QString::number(i),
                                  [done](const auto &) { done(); });
            });
        });
    }
    /// Of the groups beside the big one, whose first is held; leaves nothing of them.
    void others(std::vector<Line> &lines)
    {
        lines.push_back(commits());
        lines.push_back(send("send to another group", 1, 1));
        lines.push_back(take("another group, one by one", 1, 1));
        lines.push_back(send("send to many groups", m_groups, m_underWay));
        lines.push_back(take("many groups", 1, m_underWay));
        static_cast<void>(send("again", m_groups, m_underWay));
        lines.push_back(take("many groups, batches", kBatch, m_underWay));
    }
    /// Of the group that is the only one.
    void head(std::vector<Line> &lines)
    {
        lines.push_back(commits());
        lines.push_back(take("its head, one by one", 1, 1));
        lines.push_back(take("its head, batches", kBatch, 1));
    }
    /// Claims the first message and keeps it, until letGo().
    void hold()
    {
        rateOf(1, 1, [&](int, const auto &done) {
            m_store.claim({m_queue, 1, 1h, QString(), false}, [this, done](const auto &rows) {
                m_held = rows->front().key;
                done();
            });
        });
    }
    void letGo()
    {
        rateOf(1, 1, [&](int, const auto &done) {
            m_store.changeVisibility(m_queue, m_held, 0s, [done](const auto &) { done(); });
        });
    }
    /// Claims that gave less than was asked for.
    [[nodiscard]] int shortClaims() const { return m_shortClaims; }

private:
    Line send(const char *what, int groups, int underWay)
    {
        return measured(what, m_messages, [&] {
            return rateOf(m_messages, underWay, [&](int i, const auto &done) {
                const QString group = QStringLiteral("other-%1").arg(i % groups);
                m_store.send(m_queue, {message(m_bodyBytes, group)},
                             [done](const auto &) { done(); });
            });
        });
    }
    /// Claims up to \a count at a time, and deletes them.
    Line take(const char *what, int count, int underWay)
    {
        return measured(what, m_messages, [&] {
            return count * rateOf(m_messages / count, underWay, [&](int, const auto &done) {
                       takeOnce(count, done);
                   });
        });
    }
    void takeOnce(int count, const std::function<void()> &done)
    {
        m_store.claim({m_queue, count, 1h, QString()}, [this, count, done](const auto &rows) {
            std::vector<MessageKey> keys;
            for (const MessageRow &row : *rows)
                keys.push_back(row.key);
            m_shortClaims += int(keys.size()) < count ? 1 : 0;
            m_store.deleteMessages(m_queue, keys, [done](const auto &) { done(); });
        });
    }

    Store &m_store;
    const QueueId m_queue;
    const int m_messages;
    const int m_groups;
    const int m_underWay;
    const int m_bodyBytes;
    MessageKey m_held;
    int m_shortClaims = 0;
};

void print(const std::vector<Line> &before, const std::vector<Line> &after)
{
    std::printf("%-28s %13s %13s %8s %12s %12s\n", "messages", "beside it", "in it", "ratio",
                "processor", "processor");
    for (size_t i = 0; i < before.size(); ++i)
        std::printf("%-28s %10.0f /s %10.0f /s %8.2f %9.0f us %9.0f us\n", before[i].what,
                    before[i].perSecond, after[i].perSecond,
                    after[i].perSecond / before[i].perSecond, before[i].processorUs,
                    after[i].processorUs);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    Options command;
    command.add("blocked", "1000000");
    command.add("messages", "16000");
    command.add("groups", "1000");
    command.add("under-way", "32");
    command.add("body-bytes", "1024");
    command.process(application);
    BrokerClock clock;
    Store store(command.store(), clock);
    if (!open(store))
        return 1;
    QueueSettings settings;
    settings.type = QueueType::Fifo;
    Groups groups(store, createQueue(store, QStringLiteral("bench"), settings), command);

    const int taken = 2 * command.number("messages"); // of the big group, each time
    const int blocked = std::max(command.number("blocked"), taken);
    const QString big = QStringLiteral("big");
    std::vector<Line> before;
    before.push_back(groups.fill(createQueue(store, QStringLiteral("beside")), QString(), blocked));
    groups.others(before);
    static_cast<void>(groups.fill(big, taken));
    groups.head(before);

    std::vector<Line> after;
    after.push_back(groups.fill(big, blocked));
    groups.hold();
    groups.others(after);
    groups.letGo();
    groups.head(after);
    print(before, after);
    std::printf("%d messages blocked, %d claims gave less than was asked for\n", blocked,
                groups.shortClaims());
    return 0;
}
