// SPDX-License-Identifier: GPL-3.0-only
#include "core/directorylock.h"

#include <QDir>

#include <windows.h>

namespace Signalbox {

namespace {

// The lock covers a byte far behind the text, so that others can still read who holds it.
constexpr DWORD kLockedByte = 0x40000000;

QString holderOf(HANDLE file)
{
    char text[64] = {};
    DWORD size = 0;
    ReadFile(file, text, sizeof(text) - 1, &size, nullptr);
    return QString::fromLatin1(text, int(size)).trimmed();
}

} // namespace

Result<void> DirectoryLock::take(const QString &directory)
{
    const QString path =
        QDir::toNativeSeparators(QDir(directory).filePath(QString::fromLatin1(kFileName)));
    const HANDLE file = CreateFileW(
        reinterpret_cast<LPCWSTR>(path.utf16()), GENERIC_READ | GENERIC_WRITE,
        FILE_SHARE_READ | FILE_SHARE_WRITE, nullptr, OPEN_ALWAYS, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (file == INVALID_HANDLE_VALUE)
        return Error{ErrorCode::InternalError,
                     QStringLiteral("The data directory %1 cannot be written.").arg(directory)};
    OVERLAPPED place = {};
    place.Offset = kLockedByte;
    if (!LockFileEx(file, LOCKFILE_EXCLUSIVE_LOCK | LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &place)) {
        const QString holder = holderOf(file);
        CloseHandle(file);
        return Error{ErrorCode::InternalError,
                     QStringLiteral("The data directory %1 is in use by process %2. Stop that one, "
                                    "or use another directory.")
                         .arg(directory, holder.isEmpty() ? QStringLiteral("?") : holder)};
    }
    const QByteArray holder = QByteArray::number(qint64(GetCurrentProcessId())) + '\n';
    DWORD written = 0;
    WriteFile(file, holder.constData(), DWORD(holder.size()), &written, nullptr);
    SetEndOfFile(file);
    m_file = reinterpret_cast<qintptr>(file);
    return {};
}

void DirectoryLock::release()
{
    if (m_file == -1)
        return;
    CloseHandle(reinterpret_cast<HANDLE>(m_file));
    m_file = -1;
}

} // namespace Signalbox
