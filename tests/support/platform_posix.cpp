// SPDX-License-Identifier: GPL-3.0-only
#include "platform.h"

#include <QFile>

#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <ctime>

namespace Signalbox::Platform {

bool suspendProcess(qint64 processId)
{
    return processId > 0 && ::kill(static_cast<pid_t>(processId), SIGSTOP) == 0;
}

bool resumeProcess(qint64 processId)
{
    return processId > 0 && ::kill(static_cast<pid_t>(processId), SIGCONT) == 0;
}

void limitFileSize(qint64 bytes)
{
    ::signal(SIGXFSZ, SIG_IGN); // The write fails instead: an I/O error.
    rlimit limit{};
    ::getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = static_cast<rlim_t>(bytes);
    ::setrlimit(RLIMIT_FSIZE, &limit);
}

bool setFileSizeLimit(qint64 processId, std::optional<qint64> bytes)
{
#ifdef Q_OS_LINUX
    rlimit limit{};
    const auto process = static_cast<pid_t>(processId);
    if (processId <= 0 || ::prlimit(process, RLIMIT_FSIZE, nullptr, &limit) != 0)
        return false;
    limit.rlim_cur = bytes ? static_cast<rlim_t>(*bytes) : limit.rlim_max;
    return ::prlimit(process, RLIMIT_FSIZE, &limit, nullptr) == 0;
#else
    Q_UNUSED(processId)
    Q_UNUSED(bytes)
    return false;
#endif
}

void closeLogReader()
{
    int ends[2];
    if (::pipe(ends) != 0)
        return;
    ::close(ends[0]);
    ::dup2(ends[1], STDERR_FILENO);
    ::close(ends[1]);
}

std::optional<std::chrono::nanoseconds> threadTime()
{
    timespec time{};
    if (::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) != 0)
        return std::nullopt;
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

std::optional<qint64> residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QFile::ReadOnly))
        return std::nullopt;
    // Pages: of the program, then of those in RAM.
    const QList<QByteArray> pages = file.readAll().split(' ');
    if (pages.size() < 2)
        return std::nullopt;
    return pages.at(1).toLongLong() * ::sysconf(_SC_PAGESIZE);
}

} // namespace Signalbox::Platform
