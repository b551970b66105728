// SPDX-License-Identifier: GPL-3.0-only
#include "console/savefile.h"

#include "console/notices.h"
#include "core/wholefile.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>

namespace Signalbox {

namespace {

class SaveFile
{
    Q_DECLARE_TR_FUNCTIONS(SaveFile)

public:
    static void write(const QString &path, const QByteArray &content, Notices &notices)
    {
        QSaveFile file(path);
        const bool saved = file.open(QIODevice::WriteOnly) && writeAndCommit(file, content);
        if (saved)
            notices.say([path] { return tr("Saved %1.").arg(path); });
        else
            notices.complain([problem = file.errorString(), path] {
                return tr("%1 could not be written: %2").arg(path, problem);
            });
    }
};

} // namespace

void askAndSave(const FileToSave &file, Notices &notices, QWidget *parent)
{
    auto *dialog = new QFileDialog(parent, file.title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QFileInfo(file.name).suffix());
    if (!file.filter.isEmpty())
        dialog->setNameFilter(file.filter);
    dialog->selectFile(file.name);
    QObject::connect(dialog, &QFileDialog::fileSelected, &notices,
                     [&notices, content = file.content](const QString &path) {
                         SaveFile::write(path, content, notices);
                     });
    dialog->open();
}

} // namespace Signalbox
