// SPDX-License-Identifier: GPL-3.0-only
// What the store costs without HTTP: groups of commands straight into it, printed per operation.
// Measures where bodies stand (docs/decisions/0006-bodies.md), pages of which size
// (docs/decisions/0012-pages-and-batches.md), and what a backlog costs.
//   storebench [--body-bytes N] [--inline BYTES] [--page BYTES] [--messages N] [--group N]
//   [--backlog N]
//   [--durability full|normal]
#include "benchstore.h"
#include "store/sqlitedialect.h"

#include <QCoreApplication>

using namespace Signalbox;
using namespace Signalbox::Bench;

namespace {

void print(const char *operation, double rate)
{
    std::printf("%-28s %10.0f /s\n", operation, rate);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    Options command;
    command.add("body-bytes", "1024");
    command.add("inline", "2048");
    command.add("page", "8192");
    command.add("messages", "50000");
    command.add("group", "32");
    command.add("backlog", "0");
    command.process(application);
    const int bodyBytes = command.number("body-bytes");
    const int total = command.number("messages");
    const int group = command.number("group");

    StoreOptions options = command.store();
    SqliteDialect::Options dialect;
    dialect.inlineBodyBytes = command.number("inline");
    dialect.pageBytes = command.number("page");
    options.makeDialect = [dialect] { return std::make_unique<SqliteDialect>(dialect); };
    BrokerClock clock;
    Store store(options, clock);
    if (!open(store))
        return 1;
    const QueueId queue = createQueue(store, QStringLiteral("bench"));
    const auto sendOne = [&](int, const auto &done) {
        store.send(queue, {message(bodyBytes)}, [done](const auto &) { done(); });
    };
    if (const int backlog = command.number("backlog"); backlog > 0) {
        print("fill backlog", 16 * rateOf(backlog / 16, group, [&](int, const auto &done) {
                                  store.send(queue, std::vector<NewMessage>(16, message(bodyBytes)),
                                             [done](const auto &) { done(); });
                              }));
    }
    print("send", rateOf(total, group, sendOne));
    std::vector<MessageKey> keys;
    keys.reserve(size_t(total));
    print("claim", rateOf(total, group, [&](int, const auto &done) {
              store.claim({queue, 1, std::chrono::hours(1), QStringLiteral("127.0.0.1")},
                          [&keys, done](const auto &rows) {
                              if (rows && !rows->empty())
                                  keys.push_back(rows->front().key);
                              done();
                          });
          }));
    print("delete", rateOf(int(keys.size()), group, [&](int i, const auto &done) {
              store.deleteMessages(queue, {keys[size_t(i)]}, [done](const auto &) { done(); });
          }));
    return 0;
}
