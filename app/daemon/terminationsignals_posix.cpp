// SPDX-License-Identifier: GPL-3.0-only
#include "terminationsignals.h"

#include <QSocketNotifier>

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <csignal>

namespace Signalbox {

namespace {

// A handler may do next to nothing, so it writes a byte that the event loop reads.
int writeEnd = -1;

extern "C" void wakeEventLoop(int)
{
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(writeEnd, &byte, 1);
}

} // namespace

class TerminationSignals::Platform
{
public:
    explicit Platform(TerminationSignals *owner)
    {
        if (::pipe(m_pipe.data()) != 0)
            qFatal("No pipe for signals.");
        for (const int end : m_pipe) {
            ::fcntl(end, F_SETFD, FD_CLOEXEC);
            ::fcntl(end, F_SETFL, O_NONBLOCK);
        }
        writeEnd = m_pipe[1];
        m_notifier = std::make_unique<QSocketNotifier>(m_pipe[0], QSocketNotifier::Read);
        QObject::connect(m_notifier.get(), &QSocketNotifier::activated, owner, [this, owner] {
            char byte = 0;
            while (::read(m_pipe[0], &byte, 1) > 0) { }
            emit owner->received();
        });
        struct sigaction action = {};
        action.sa_handler = wakeEventLoop;
        action.sa_flags = SA_RESTART;
        ::sigaction(SIGTERM, &action, nullptr);
        ::sigaction(SIGINT, &action, nullptr);
    }

    ~Platform()
    {
        std::signal(SIGTERM, SIG_DFL);
        std::signal(SIGINT, SIG_DFL);
        writeEnd = -1;
        m_notifier.reset();
        for (const int end : m_pipe)
            ::close(end);
    }

    Q_DISABLE_COPY_MOVE(Platform)

private:
    std::array<int, 2> m_pipe{-1, -1};
    std::unique_ptr<QSocketNotifier> m_notifier;
};

TerminationSignals::TerminationSignals(QObject *parent)
    : QObject(parent)
    , m_platform(std::make_unique<Platform>(this))
{
}

TerminationSignals::~TerminationSignals() = default;

} // namespace Signalbox
