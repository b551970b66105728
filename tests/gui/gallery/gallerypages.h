// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QList>
#include <QSize>
#include <QString>
#include <QWidget>

#include <functional>

namespace Signalbox {

struct GalleryPage
{
    QString name;
    QSize size;
    std::function<QWidget *()> make;
};

/// All pages, in the order they are taken.
QList<GalleryPage> galleryPages();

QWidget *makeComponentsPage();
QWidget *makeChartsPage();
QWidget *makeFramePage();
QWidget *makeDetailsPage();
QWidget *makeDialogsPage();

/// A random walk of \a count values around \a level, the same each time for the same \a seed.
QList<double> sampleCourse(int count, double level, quint32 seed);

} // namespace Signalbox
