// SPDX-License-Identifier: GPL-3.0-only
#include "core/directorylock.h"

#include <QDir>
#include <QFile>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace Signalbox {

namespace {

QString holderOf(int file)
{
    std::array<char, 64> text{};
    const ssize_t size = pread(file, text.data(), text.size() - 1, 0);
    return size > 0 ? QString::fromLatin1(text.data()).trimmed() : QString();
}

} // namespace

Result<void> DirectoryLock::take(const QString &directory)
{
    const QByteArray path =
        QFile::encodeName(QDir(directory).filePath(QString::fromLatin1(kFileName)));
    const int file = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0)
        return Error{ErrorCode::InternalError,
                     QStringLiteral("The data directory %1 cannot be written: %2.")
                         .arg(directory, QString::fromLocal8Bit(std::strerror(errno)))};
    if (flock(file, LOCK_EX | LOCK_NB) != 0) {
        const QString holder = holderOf(file);
        ::close(file);
        return Error{ErrorCode::InternalError,
                     QStringLiteral("The data directory %1 is in use by process %2. Stop that one, "
                                    "or use another directory.")
                         .arg(directory, holder.isEmpty() ? QStringLiteral("?") : holder)};
    }
    const QByteArray holder = QByteArray::number(qint64(getpid())) + '\n';
    // The text is only for the message above; the lock holds without it.
    if (ftruncate(file, 0) == 0 && pwrite(file, holder.constData(), size_t(holder.size()), 0) > 0)
        fsync(file);
    m_file = file;
    return {};
}

void DirectoryLock::release()
{
    if (m_file < 0)
        return;
    ::close(static_cast<int>(m_file));
    m_file = -1;
}

} // namespace Signalbox
