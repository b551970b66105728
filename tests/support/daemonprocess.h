// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "protocol/signature.h"

#include <QProcess>
#include <QUrl>

#include <functional>
#include <memory>

namespace Signalbox {

/// signalboxd as a child process on a data directory, started and killed at will. The program is
/// the one built beside the tests, or what the environment variable SIGNALBOX_TEST_DAEMON names.
class DaemonProcess
{
public:
    explicit DaemonProcess(QString dataDirectory);
    ~DaemonProcess();

    static const Credentials &credentials();

    /// Starts it and waits until it serves; false when it ended or said nothing in time.
    /// \a inChild runs in the child before the program (not on Windows).
    [[nodiscard]] bool start(const std::function<void()> &inChild = {});
    /// Starts it once more, at the port it had.
    [[nodiscard]] bool startAgain();
    /// Ends it at once: it gets no chance to write or flush anything. Harmless when not running.
    void kill();
    /// Asks it to end and waits; whether it ended by itself and well.
    [[nodiscard]] bool terminate();

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QUrl url() const;
    [[nodiscard]] qint64 processId() const;
    [[nodiscard]] bool isRunning() const;
    /// What it logged since its start, for a failing test.
    [[nodiscard]] QByteArray log();

private:
    [[nodiscard]] bool startAt(quint16 port, const std::function<void()> &inChild);

    const QString m_dataDirectory;
    std::unique_ptr<QProcess> m_process;
    quint16 m_port = 0;
};

} // namespace Signalbox
