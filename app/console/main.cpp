// SPDX-License-Identifier: GPL-3.0-only
#include "console/console.h"

#include <QApplication>
#include <QCommandLineParser>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// Ends the program where only help or the version is asked for.
Signalbox::ConsoleOptions readArguments(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"A local, MNS-compatible message broker and its console."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption settings(u"settings"_s, u"Keep the settings in <file>."_s, u"file"_s);
    const QCommandLineOption dataDir(u"data-dir"_s, u"Use the broker's data in <dir>, this time."_s,
                                     u"dir"_s);
    const QCommandLineOption listen(u"listen"_s, u"Listen on <address:port>, this time."_s,
                                    u"address:port"_s);
    parser.addOptions({settings, dataDir, listen});
    parser.process(arguments);

    Signalbox::ConsoleOptions options;
    options.settingsFile = parser.value(settings);
    options.dataDirectory = parser.value(dataDir);
    options.listen = parser.value(listen);
    return options;
}

/// Help and version need no screen.
bool isAnsweredInWords(int argc, char *argv[])
{
    return std::any_of(argv + 1, argv + argc, [](QByteArrayView argument) {
        return argument == "-h" || argument == "--help" || argument == "--help-all"
            || argument == "-v" || argument == "--version";
    });
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication::setApplicationName(u"signalbox"_s);
    QCoreApplication::setApplicationVersion(QString::fromLatin1(SIGNALBOX_VERSION));
    if (isAnsweredInWords(argc, argv)) {
        const QCoreApplication application(argc, argv);
        readArguments(QCoreApplication::arguments());
        return 0;
    }
    QApplication application(argc, argv);
    QApplication::setApplicationDisplayName(u"Signalbox"_s);
    QApplication::setDesktopFileName(u"signalbox"_s);
    Signalbox::Console console(application, readArguments(QCoreApplication::arguments()));
    console.start();
    return QApplication::exec();
}
