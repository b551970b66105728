// SPDX-License-Identifier: GPL-3.0-only
#include "gallerypages.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace Signalbox {

QList<GalleryPage> galleryPages()
{
    return {{u"components"_s, {1440, 900}, makeComponentsPage},
            {u"charts"_s, {1280, 800}, makeChartsPage},
            {u"frame"_s, {1280, 800}, makeFramePage},
            {u"details"_s, {1280, 860}, makeDetailsPage},
            {u"dialogs"_s, {1280, 640}, makeDialogsPage}};
}

QList<double> sampleCourse(int count, double level, quint32 seed)
{
    QRandomGenerator random(seed);
    QList<double> values;
    double value = level;
    for (int i = 0; i < count; ++i) {
        value += (random.generateDouble() - 0.5) * level * 0.12 + (level - value) * 0.04;
        values << std::max(0.0, value);
    }
    return values;
}

} // namespace Signalbox
