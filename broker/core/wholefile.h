// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QByteArray>
#include <QSaveFile>

namespace Signalbox {

/// Makes \a content all that the open \a file holds and puts it in its place; false, and what was
/// there stays, when the disk did not take every byte. QSaveFile::commit() alone would not notice
/// that of bytes it had not written yet.
[[nodiscard]] inline bool writeAndCommit(QSaveFile &file, const QByteArray &content)
{
    return file.write(content) == content.size() && file.flush() && file.commit();
}

} // namespace Signalbox
