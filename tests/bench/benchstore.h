// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "store/store.h"

#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <functional>

/// What benchmarks of the store share: options, a store in a directory of its own, commands under
/// way.
namespace Signalbox::Bench {

inline NewMessage message(int bodyBytes, const QString &group = {})
{
    NewMessage message;
    message.content.body = QByteArray(bodyBytes, 'x');
    message.content.groupId = group;
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

/// The command line, with what every benchmark takes: --durability full|normal, --directory DIR
/// (default: a temporary one).
class Options
{
public:
    Options()
    {
        add("durability", "full");
        add("directory", "");
    }

    void add(const char *name, const char *fallback)
    {
        m_parser.addOption({QString::fromLatin1(name),
                            {},
                            QStringLiteral("value"),
                            QString::fromLatin1(fallback)});
    }
    void process(const QCoreApplication &application) { m_parser.process(application); }
    [[nodiscard]] QString text(const char *name) const
    {
        return m_parser.value(QString::fromLatin1(name));
    }
    [[nodiscard]] int number(const char *name) const { return text(name).toInt(); }
    [[nodiscard]] StoreOptions store() const
    {
        StoreOptions options;
        options.directory = text("directory").isEmpty() ? m_temporary.path() : text("directory");
        options.durability =
            text("durability") == QLatin1String("normal") ? Durability::Normal : Durability::Full;
        return options;
    }

private:
    QCommandLineParser m_parser;
    QTemporaryDir m_temporary;
};

inline bool open(Store &store)
{
    const Result<void> opened = store.open();
    if (!opened)
        std::fprintf(stderr, "%s\n", qPrintable(opened.error().message));
    return opened.ok();
}

inline QueueId createQueue(Store &store, const QString &name, const QueueSettings &settings = {})
{
    QueueRow row;
    row.account = QStringLiteral("1");
    row.name = name;
    row.settings = settings;
    QueueId queue = 0;
    rateOf(1, 1, [&](int, const auto &done) {
        store.createQueue(row, [&, done](const Result<QueueRow> &created) {
            queue = created->id;
            done();
        });
    });
    return queue;
}

} // namespace Signalbox::Bench
