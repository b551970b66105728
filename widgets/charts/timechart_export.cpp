// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/charts/chartplot.h"
#include "widgets/charts/timechart.h"
#include "widgets/icons.h"

#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QMenu>

// What leaves a chart: as text, as a file, as a picture.

using namespace Qt::StringLiterals;

namespace Signalbox {

QString TimeChart::csv() const
{
    return toCsv(withComparison(m_data, m_comparison), seriesNames());
}

QString TimeChart::table() const
{
    return toTable(withComparison(m_data, m_comparison), seriesNames());
}

QPixmap TimeChart::toPixmap(qreal ratio)
{
    m_dirty = true;
    flush();
    // The plot keeps its picture in a buffer of the screen's ratio; for the export it makes a finer
    // one.
    m_plot->drawAtRatio(ratio);
    QPixmap pixmap(size() * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Theme::current().color(Token::Surface));
    render(&pixmap);
    m_plot->keepScreenRatio();
    return pixmap;
}

void TimeChart::copyTable() const
{
    QApplication::clipboard()->setText(table());
}

void TimeChart::saveCsv()
{
    emit saveRequested(tr("Save as CSV"), m_title + u".csv"_s, csv().toUtf8());
}

void TimeChart::savePng()
{
    QByteArray content;
    QBuffer buffer(&content);
    buffer.open(QIODevice::WriteOnly);
    toPixmap().save(&buffer, "PNG");
    emit saveRequested(tr("Save as PNG"), m_title + u".png"_s, content);
}

void TimeChart::addExports(QMenu &menu)
{
    menu.addAction(themedIcon(u"copy"_s), tr("Copy as table"), this, &TimeChart::copyTable);
    menu.addAction(themedIcon(u"download"_s), tr("Save as CSV…"), this, &TimeChart::saveCsv);
    menu.addAction(themedIcon(u"download"_s), tr("Save as PNG…"), this, &TimeChart::savePng);
}

} // namespace Signalbox
