// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/chartboard.h"

#include "console/panels/chartgroup.h"
#include "widgets/button.h"
#include "widgets/charts/timechart.h"
#include "widgets/format.h"
#include "widgets/label.h"
#include "widgets/metrics.h"
#include "widgets/segmentedcontrol.h"
#include "widgets/wraplayout.h"

#include <QGridLayout>
#include <QMenu>
#include <QShortcut>

#include <array>

namespace Signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::array<std::chrono::seconds, 3> kRanges = {1min, 15min, 1h};

} // namespace

ChartBoard::ChartBoard(const QList<TimeChart *> &charts, Notices &notices, QWidget *parent)
    : ThemedWidget(parent)
    , m_charts(charts)
    , m_tools(new WrapLayout(Metrics::kSpaceSm))
    , m_range(new SegmentedControl(this))
    , m_remark(new TextLabel(TextRole::Hint, Token::Muted, {}, this))
    , m_export(new Button({}, ButtonKind::Default, u"download"_s, this))
    , m_exportKeys(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_E), this))
{
    for (std::size_t i = 0; i < kRanges.size(); ++i)
        m_range->addSegment({});
    auto *grid = new QGridLayout;
    grid->setSpacing(Metrics::kSpaceLg);
    for (int i = 0; i < charts.size(); ++i)
        grid->addWidget(charts.at(i), i / 2, i % 2);
    groupCharts(charts, notices);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);

    m_tools->addStart(m_range);
    m_tools->addEnd(m_remark);
    m_tools->addEnd(m_export);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Metrics::kPageMargin, Metrics::kSpaceMd, Metrics::kPageMargin,
                               Metrics::kPageMargin);
    column->setSpacing(Metrics::kSpaceMd);
    column->addLayout(m_tools);
    column->addLayout(grid, 1);
    showRange();
    connect(m_range, &SegmentedControl::currentIndexChanged, this, [this] {
        showRange();
        emit rangeChanged();
    });
    connect(m_export, &QAbstractButton::clicked, this, &ChartBoard::openExports);
    connect(m_exportKeys, &QShortcut::activated, this, &ChartBoard::openExports);
    ChartBoard::languageChanged();
}

void ChartBoard::addTool(QWidget *tool)
{
    m_tools->addStart(tool);
}

std::chrono::seconds ChartBoard::range() const
{
    return kRanges.at(std::size_t(m_range->currentIndex()));
}

void ChartBoard::showRange()
{
    for (TimeChart *chart : m_charts)
        chart->setWindow(range());
}

void ChartBoard::setRemark(const QString &remark)
{
    m_remark->setText(remark);
}

QList<QWidget *> ChartBoard::regions() const
{
    return {m_range, m_charts.constFirst()};
}

void ChartBoard::openExports()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (TimeChart *chart : m_charts)
        chart->addExports(*menu->addMenu(chart->title()));
    menu->popup(m_export->mapToGlobal(QPoint(0, m_export->height())));
}

void ChartBoard::languageChanged()
{
    m_range->setAccessibleName(tr("Time range"));
    for (std::size_t i = 0; i < kRanges.size(); ++i)
        m_range->setSegmentText(int(i), Format::duration(kRanges.at(i)));
    //: Opens a menu: each chart can be copied or saved.
    m_export->setText(tr("Export"));
    m_exportKeys->setWhatsThis(tr("Export a chart"));
    m_export->setToolTip(
        tr("Copy or save a chart (%1)")
            .arg(QKeySequence(Qt::CTRL | Qt::Key_E).toString(QKeySequence::NativeText)));
}

} // namespace Signalbox
