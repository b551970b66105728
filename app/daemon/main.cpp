// SPDX-License-Identifier: GPL-3.0-only
#include "commandline.h"
#include "core/logging.h"
#include "logoutput.h"
#include "server/broker.h"
#include "terminationsignals.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Signalbox;

namespace {

/// One line on standard output or error, at once.
void say(FILE *stream, const QString &text)
{
    std::fprintf(stream, "%s\n", qUtf8Printable(text));
    std::fflush(stream);
}

/// Of a start that failed: whether what it was told is at fault.
int exitCodeOf(const Error &error)
{
    const bool isBadUsage =
        error.code == ErrorCode::AccessDenied || error.code == ErrorCode::InvalidArgument;
    return isBadUsage ? ExitCode::BadUsage : ExitCode::CannotStart;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("signalboxd"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SIGNALBOX_VERSION));

    const CommandLine commandLine = readCommandLine(QCoreApplication::arguments());
    if (commandLine.action == CommandLine::Action::Tell) {
        say(stdout, commandLine.text);
        return ExitCode::Success;
    }
    if (commandLine.action == CommandLine::Action::Refuse) {
        say(stderr, QStringLiteral("signalboxd: ") + commandLine.text);
        return ExitCode::BadUsage;
    }

    installLogOutput(commandLine.configuration.logFormat);
    Broker broker(commandLine.configuration.broker);
    const auto start = [&] {
        broker.start().then(&application, [](const Result<QString> &endpoint) {
            if (endpoint)
                return say(stdout, QStringLiteral("signalboxd ready ") + *endpoint);
            qCCritical(logServer, "%ls", qUtf16Printable(endpoint.error().message));
            QCoreApplication::exit(exitCodeOf(endpoint.error()));
        });
    };
    // A start may be refused at once, and only a running event loop can be left.
    QMetaObject::invokeMethod(&application, start, Qt::QueuedConnection);
    TerminationSignals termination;
    QObject::connect(&termination, &TerminationSignals::received, &application, [&] {
        broker.stop().then(&application, [] { QCoreApplication::exit(ExitCode::Success); });
    });
    return QCoreApplication::exec();
}
