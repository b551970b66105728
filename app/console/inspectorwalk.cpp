// SPDX-License-Identifier: GPL-3.0-only
#include "console/inspectorwalk.h"

#include "widgets/inspector.h"
#include "widgets/table/datatable.h"

namespace Signalbox {

void letWalk(Inspector &inspector, DataTable &table)
{
    const auto step = [&table](int rows) {
        const QModelIndex next = table.model()->index(table.currentIndex().row() + rows, 0);
        if (!next.isValid())
            return;
        table.setCurrentIndex(next);
        table.scrollTo(next);
    };
    QObject::connect(&inspector, &Inspector::previousRequested, &table, [step] { step(-1); });
    QObject::connect(&inspector, &Inspector::nextRequested, &table, [step] { step(1); });
}

} // namespace Signalbox
