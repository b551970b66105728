// SPDX-License-Identifier: GPL-3.0-only
#include "console/console.h"

#include <QApplication>
#include <QCommandLineParser>

using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"signalbox"_s);
    QApplication::setApplicationDisplayName(u"Signalbox"_s);
    QApplication::setApplicationVersion(QString::fromLatin1(SIGNALBOX_VERSION));
    QApplication::setDesktopFileName(u"signalbox"_s);

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
    parser.process(application);

    Signalbox::ConsoleOptions options;
    options.settingsFile = parser.value(settings);
    options.dataDirectory = parser.value(dataDir);
    options.listen = parser.value(listen);
    Signalbox::Console console(application, options);
    console.start();
    return QApplication::exec();
}
