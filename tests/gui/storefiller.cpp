// SPDX-License-Identifier: GPL-3.0-only
#include "storefiller.h"

#include "console/settings.h"

#include <QCryptographicHash>
#include <QEventLoop>

#include <algorithm>

namespace Signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds kAge = 5min;
constexpr qint64 kUnderWay = 32; ///< Commands that share a commit.
constexpr qint64 kPerCommand = 500;

qint64 minutesAgo()
{
    return systemTimeMs() - kAge.count();
}

StoreOptions options(const QString &dataDirectory)
{
    StoreOptions options;
    options.directory = dataDirectory;
    options.durability = Durability::Normal;
    options.systemTime = minutesAgo;
    return options;
}

} // namespace

StoreFiller::StoreFiller(const QString &dataDirectory)
    : m_account(OwnBrokerSettings::defaults().account)
    , m_clock(minutesAgo)
    , m_store(options(dataDirectory), m_clock)
{
}

StoreFiller::~StoreFiller() = default;

bool StoreFiller::open()
{
    return m_store.open().ok();
}

QueueRow StoreFiller::row(const QString &name) const
{
    QueueRow row;
    row.account = m_account;
    row.name = name;
    return row;
}

NewMessage StoreFiller::message(qint64 number, int bodyBytes)
{
    NewMessage message;
    message.content.body = "{\"order\": " + QByteArray::number(number) + ", \"customer\": \"c-"
        + QByteArray::number(number % 977) + "\", \"note\": \"";
    message.content.body.resize(std::max<qsizetype>(bodyBytes - 2, message.content.body.size()),
                                'x');
    message.content.body += "\"}";
    message.bodyMd5 = QCryptographicHash::hash(message.content.body, QCryptographicHash::Md5);
    return message;
}

bool StoreFiller::submitAll(qint64 total,
                            const std::function<void(qint64, std::function<void(bool)>)> &submit)
{
    QEventLoop loop;
    qint64 submitted = 0;
    qint64 completed = 0;
    bool allWell = true;
    const std::function<void(bool)> done = [&](bool well) {
        allWell = allWell && well;
        if (++completed == total)
            loop.quit();
        else if (submitted < total)
            submit(submitted++, done);
    };
    while (submitted < std::min(kUnderWay, total))
        submit(submitted++, done);
    if (total > 0)
        loop.exec();
    return allWell;
}

bool StoreFiller::layQueues(const QStringList &names)
{
    return submitAll(names.size(), [&](qint64 number, const std::function<void(bool)> &done) {
        m_store.createQueue(row(names.at(number)),
                            [this, number, done](const Result<QueueRow> &created) {
                                if (!created || number % 2 == 0)
                                    return done(created.ok());
                                m_store.send(created->id, {message(number, 100)},
                                             [done](const auto &sent) { done(sent.ok()); });
                            });
    });
}

bool StoreFiller::layMessages(const QString &queue, qint64 count, int bodyBytes,
                              std::chrono::seconds delay)
{
    QueueId id = 0;
    const bool created = submitAll(1, [&](qint64, const std::function<void(bool)> &done) {
        m_store.createQueue(row(queue), [&id, done](const Result<QueueRow> &made) {
            id = made ? made->id : 0;
            done(made.ok());
        });
    });
    const qint64 commands = (count + kPerCommand - 1) / kPerCommand;
    return created
        && submitAll(commands, [&](qint64 command, const std::function<void(bool)> &done) {
               std::vector<NewMessage> messages;
               const qint64 end = std::min(count, (command + 1) * kPerCommand);
               for (qint64 number = command * kPerCommand; number < end; ++number) {
                   messages.push_back(message(number, bodyBytes));
                   messages.back().delay = delay;
               }
               m_store.send(id, std::move(messages), [done](const auto &sent) { done(sent.ok()); });
           });
}

} // namespace Signalbox
