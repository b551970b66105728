// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/undotime.h"

#include "console/brokerconnection.h"
#include "widgets/confirmdialog.h"
#include "widgets/format.h"

#include <QCoreApplication>

#include <chrono>

namespace Signalbox {

namespace {

class UndoTexts
{
    Q_DECLARE_TR_FUNCTIONS(UndoTime)
};

} // namespace

void tellUndoTime(ConfirmRequest &request, const BrokerConnection &connection)
{
    const std::optional<Admin::Status> &status = connection.status().status();
    if (!status || !status->trashTimeMs) {
        request.undo = UndoTexts::tr("Can be undone for a while.");
        return;
    }
    const std::chrono::milliseconds time(*status->trashTimeMs);
    request.canUndo = time.count() > 0;
    request.undo = request.canUndo
        //: %1 is a duration such as "10 min".
        ? UndoTexts::tr("Can be undone for %1.").arg(Format::duration(time))
        : UndoTexts::tr("Cannot be undone: this broker keeps no trash.");
}

} // namespace Signalbox
