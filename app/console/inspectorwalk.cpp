// SPDX-License-Identifier: GPL-3.0-only
#include "console/inspectorwalk.h"

#include "widgets/inspector.h"
#include "widgets/table/datatable.h"

#include <algorithm>

namespace Signalbox {

Inspector *shownInspector(const QWidget &panel)
{
    const QList<Inspector *> all = panel.findChildren<Inspector *>();
    const auto shown = std::ranges::find_if(all, &QWidget::isVisible);
    return shown == all.cend() ? nullptr : *shown;
}

bool walkInspector(const QWidget &panel, int step)
{
    Inspector *inspector = shownInspector(panel);
    if (!inspector)
        return false;
    step < 0 ? emit inspector->previousRequested() : emit inspector->nextRequested();
    return true;
}

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
