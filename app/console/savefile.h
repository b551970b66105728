// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QByteArray>
#include <QString>

class QWidget;

namespace Signalbox {

class Notices;

/// What somebody may want to keep as a file.
struct FileToSave
{
    QString title; ///< Of the dialog that asks where to.
    QString name; ///< What the dialog proposes; its ending is added where one is missing.
    QString filter; ///< As QFileDialog has them; empty for any file.
    QByteArray content;
};

/// Asks where to, writes the file there, whole or not at all, and says what became of that.
void askAndSave(const FileToSave &file, Notices &notices, QWidget *parent);

} // namespace Signalbox
