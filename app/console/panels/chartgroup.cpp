// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/chartgroup.h"

#include "console/notices.h"
#include "console/savefile.h"
#include "widgets/charts/timechart.h"

namespace Signalbox {

void groupCharts(const QList<TimeChart *> &charts, Notices &notices)
{
    for (TimeChart *chart : charts) {
        for (TimeChart *other : charts) {
            if (other != chart)
                QObject::connect(chart, &TimeChart::readOutMoved, other, &TimeChart::showReadOut);
        }
        QObject::connect(chart, &TimeChart::saveRequested, chart,
                         [chart, &notices](const QString &title, const QString &name,
                                           const QByteArray &content) {
                             askAndSave({title, name, {}, content}, notices, chart);
                         });
    }
}

} // namespace Signalbox
