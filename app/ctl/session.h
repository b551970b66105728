// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/adminclient.h"
#include "client/mnsclient.h"
#include "exitcode.h"

#include <QCoreApplication>
#include <QFutureWatcher>
#include <QJsonValue>

namespace Signalbox::Ctl {

/// What a command works with: the clients of one endpoint, and the output. Lives in the main
/// thread.
class Session
{
public:
    enum class Format { Text, Json };

    Session(const Endpoint &endpoint, Format format, std::chrono::milliseconds timeout);

    [[nodiscard]] MnsClient &mns() { return m_mns; }
    [[nodiscard]] AdminClient &admin() { return m_admin; }
    [[nodiscard]] bool isJson() const { return m_format == Format::Json; }

    /// Runs the application's event loop until \a future is finished.
    template <typename T>
    [[nodiscard]] Result<T> wait(const QFuture<Result<T>> &future)
    {
        QFutureWatcher<Result<T>> watcher;
        QObject::connect(&watcher, &QFutureWatcherBase::finished, qApp, &QCoreApplication::quit);
        watcher.setFuture(future);
        QCoreApplication::exec();
        return future.result();
    }

    /// \a text with --json as one line of JSON, else as it is.
    void print(const QJsonValue &json, const QString &text);
    /// Not everything could be printed; that was said on stderr.
    [[nodiscard]] bool isOutputLost() const { return m_isOutputLost; }
    /// Prints \a message on stderr.
    void warn(const QString &message) const;
    /// Prints \a error on stderr, and gives the exit code it stands for.
    [[nodiscard]] ExitCode fail(const Error &error) const;
    /// Prints on stderr what is wrong with the command line.
    [[nodiscard]] ExitCode refuseUsage(const QString &message) const;

private:
    Format m_format;
    MnsClient m_mns;
    AdminClient m_admin;
    QString m_lastRequestId;
    bool m_isOutputLost = false;
};

/// Prints \a error on stderr, as JSON if asked to, and gives the exit code it stands for.
ExitCode printError(const Error &error, Session::Format format, const QString &requestId = {});

} // namespace Signalbox::Ctl
