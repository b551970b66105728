// SPDX-License-Identifier: GPL-3.0-only
// What the store costs without HTTP: groups of commands straight into it, printed per operation.
// Measures where bodies stand (docs/decisions/0006-bodies.md) and what a backlog costs.
//   storebench [--body-bytes N] [--inline BYTES] [--messages N] [--group N] [--backlog N]
//   [--durability full|normal]
#include "store/sqlitedialect.h"
#include "store/store.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTemporaryDir>

#include <cstdio>

using namespace Signalbox;

namespace {

NewMessage message(int bodyBytes)
{
    NewMessage message;
    message.content.body = QByteArray(bodyBytes, 'x');
    message.bodyMd5 = QByteArray(16, 'm');
    return message;
}

/// Keeps \a group commands under way until \a total have completed; the rate per second.
template <typename Submit>
double rateOf(int total, int group, Submit submit)
{
    QEventLoop loop;
    int submitted = 0;
    int completed = 0;
    QElapsedTimer timer;
    timer.start();
    std::function<void()> next = [&] {
        ++completed;
        if (completed == total)
            loop.quit();
        else if (submitted < total)
            submit(submitted++, next);
    };
    while (submitted < std::min(group, total))
        submit(submitted++, next);
    loop.exec();
    return total * 1e9 / double(timer.nsecsElapsed());
}

void print(const char *operation, double rate)
{
    std::printf("%-28s %10.0f /s\n", operation, rate);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const auto option = [&parser](const char *name, const char *fallback) {
        parser.addOption({QString::fromLatin1(name),
                          {},
                          QStringLiteral("value"),
                          QString::fromLatin1(fallback)});
    };
    option("body-bytes", "1024");
    option("inline", "2048");
    option("messages", "50000");
    option("group", "32");
    option("backlog", "0");
    option("durability", "full");
    option("directory", "");
    parser.process(application);
    const auto number = [&parser](const char *name) {
        return parser.value(QString::fromLatin1(name)).toInt();
    };
    const int bodyBytes = number("body-bytes");
    const int total = number("messages");
    const int group = number("group");

    const QTemporaryDir temporary;
    StoreOptions options;
    options.directory = parser.value(QStringLiteral("directory"));
    if (options.directory.isEmpty())
        options.directory = temporary.path();
    options.durability = parser.value(QStringLiteral("durability")) == QLatin1String("normal")
        ? Durability::Normal
        : Durability::Full;
    SqliteDialect::Options dialect;
    dialect.inlineBodyBytes = number("inline");
    options.makeDialect = [dialect] { return std::make_unique<SqliteDialect>(dialect); };
    BrokerClock clock;
    Store store(options, clock);
    if (const Result<void> opened = store.open(); !opened) {
        std::fprintf(stderr, "%s\n", qPrintable(opened.error().message));
        return 1;
    }
    QueueRow row;
    row.account = QStringLiteral("1");
    row.name = QStringLiteral("bench");
    QueueId queue = 0;
    rateOf(1, 1, [&](int, const auto &done) {
        store.createQueue(row, [&, done](const Result<QueueRow> &created) {
            queue = created->id;
            done();
        });
    });
    const auto sendOne = [&](int, const auto &done) {
        store.send(queue, {message(bodyBytes)}, [done](const auto &) { done(); });
    };
    if (const int backlog = number("backlog"); backlog > 0) {
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
