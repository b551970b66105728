// SPDX-License-Identifier: GPL-3.0-only
// The console as its user starts it, with a broker elsewhere chosen and one section open, until it
// is ended: tests/bench/console.sh looks at its memory and its processor time from outside.
//   consolebench --directory DIR --endpoint URL --access-key ID:SECRET [--section overview|queues]
#include "console/brokerconnection.h"
#include "console/console.h"
#include "console/mainwindow.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QUrl>

#include <cstdio>
#include <utility>

using namespace Signalbox;
using namespace Qt::StringLiterals;

namespace {

void say(const QString &line)
{
    std::printf("%s\n", qUtf8Printable(line));
    std::fflush(stdout);
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QCommandLineParser parser;
    for (const auto &name : {u"directory"_s, u"endpoint"_s, u"access-key"_s})
        parser.addOption({name, {}, u"value"_s});
    parser.addOption({u"section"_s, {}, u"value"_s, u"overview"_s});
    parser.process(application);
    const QDir directory(parser.value(u"directory"_s));
    const QStringList key = parser.value(u"access-key"_s).split(u':');
    if (key.size() != 2)
        return 2;

    ConsoleOptions options;
    options.settingsFile = directory.filePath(u"console.ini"_s);
    options.dataDirectory = directory.filePath(u"own-broker"_s);
    options.listen = u"127.0.0.1:0"_s;
    options.secrets = SecretStore::Policy::FileOnly;
    Console console(application, options);
    console.start();
    ConnectionBook &book = console.connections();
    book.setCurrent(
        book.add({{}, u"bench"_s, QUrl(parser.value(u"endpoint"_s)), key.first()}, key.last()));
    console.window().showSection(parser.value(u"section"_s) == u"queues"_s ? Sidebar::Queues
                                                                           : Sidebar::Overview);
    const Feed &queues = console.window().connection()->queueFeed();
    QObject::connect(&queues, &Feed::updated, &console, [said = false]() mutable {
        if (!std::exchange(said, true))
            say(u"consolebench ready"_s);
    });
    return QApplication::exec();
}
