// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/charts/timechart.h"

#include "widgets/charts/chartheader.h"
#include "widgets/charts/chartoverlay.h"
#include "widgets/charts/chartplot.h"
#include "widgets/format.h"
#include "widgets/icons.h"
#include "widgets/keyclaim.h"
#include "widgets/metrics.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QApplication>
#include <QContextMenuEvent>
#include <QDateTime>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Signalbox {

namespace {

constexpr std::chrono::hours kCoarseFrom{6};

/// Screen readers meet a chart by its title; the values of the read-out are its description.
QAccessibleInterface *makeAccessible(const QString &className, QObject *object)
{
    if (className != QLatin1String(TimeChart::staticMetaObject.className()))
        return nullptr;
    return new QAccessibleWidget(qobject_cast<QWidget *>(object), QAccessible::Chart);
}

} // namespace

TimeChart::TimeChart(ChartKind kind, QWidget *parent)
    : Card(parent)
    , m_kind(kind)
    , m_header(new ChartHeader(this))
    , m_plot(new ChartPlot(kind, this))
    , m_overlay(new ChartOverlay(this))
{
    [[maybe_unused]] static const bool registered = [] {
        QAccessible::installFactory(makeAccessible);
        return true;
    }();
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    body()->setContentsMargins(Metrics::kSpaceLg, 10, Metrics::kSpaceMd, Metrics::kSpaceSm);
    body()->addWidget(m_header);
    body()->addWidget(m_plot, 1);
    m_plot->installEventFilter(this);
    m_overlay->setAxes([this] { return m_plot->axes(); });
    connect(m_overlay, &ChartOverlay::pointed, this, [this](double time) {
        m_overlay->setReadOut(nearestSample(m_plot->drawn(), time));
        readOutChanged(true);
    });
    connect(m_overlay, &ChartOverlay::left, this, [this] {
        m_overlay->setReadOut(std::nullopt);
        readOutChanged(true);
    });
    connect(m_overlay, &ChartOverlay::rangeSelected, this, [this](double from, double to) {
        m_range = {from, to};
        m_plot->forgetValueRange();
        updateAxes();
        emit rangeChanged(from, to);
    });
    connect(m_plot, &ChartPlot::replotted, m_overlay, qOverload<>(&QWidget::update));
    m_timer.setInterval(Metrics::kLiveChartsMs);
    connect(&m_timer, &QTimer::timeout, this, &TimeChart::flush);
    languageChanged();
}

TimeChart::~TimeChart() = default;

void TimeChart::setTitle(const QString &title)
{
    m_title = title;
    m_header->setTitle(title);
    setAccessibleName(title);
}

void TimeChart::setUnit(const QString &unit)
{
    m_header->setUnit(unit);
}

void TimeChart::setSeries(const QList<ChartSeries> &series)
{
    if (m_series == series)
        return;
    m_series = series;
    m_plot->setSeries(series);
    m_dirty = true;
    updateLegend();
    if (isVisible())
        flush();
}

void TimeChart::setLegendValues(bool shown)
{
    m_legendValues = shown;
    updateLegend();
}

void TimeChart::setWindow(std::chrono::seconds window)
{
    if (m_window == window)
        return;
    m_window = window;
    m_range.reset();
    m_plot->forgetValueRange();
    m_overlay->setCoarseTimes(window > kCoarseFrom);
    m_dirty = true;
    if (isVisible())
        flush();
}

void TimeChart::setGapCaption(const QString &caption)
{
    m_gapCaption = caption;
    m_overlay->setGapCaption(caption.isEmpty() ? tr("no data") : caption);
}

void TimeChart::setData(const ChartData &data)
{
    const bool first = m_data.isEmpty();
    m_data = data;
    m_dirty = m_dirty || differsBeforeEnd(m_shown, m_data);
    updateLegend();
    if (first && isVisible())
        flush();
}

void TimeChart::setComparison(const ChartData &earlier)
{
    const bool toggled = m_comparison.isEmpty() != earlier.isEmpty();
    m_dirty = m_dirty || differsBeforeEnd(m_comparison, earlier);
    m_comparison = earlier;
    if (toggled && isVisible())
        flush();
}

std::pair<double, double> TimeChart::shownRange() const
{
    if (m_range)
        return *m_range;
    const double end =
        m_data.isEmpty() ? double(QDateTime::currentSecsSinceEpoch()) : m_data.times.constLast();
    return {end - double(m_window.count()), end};
}

void TimeChart::flush()
{
    if (!m_dirty)
        return;
    m_dirty = false;
    m_shown = m_data;
    m_plot->setData(m_data);
    m_plot->setComparison(m_comparison);
    m_overlay->setData(m_plot->drawn(), m_plot->edges(), m_series, m_kind);
    updateAxes();
}

QSize TimeChart::sizeHint() const
{
    return {360, 250};
}

QSize TimeChart::minimumSizeHint() const
{
    const Theme theme = Theme::current();
    return {theme.px(200), theme.px(150)};
}

void TimeChart::showReadOut(double time)
{
    const qsizetype index = nearestSample(m_plot->drawn(), time);
    m_overlay->setReadOut(index < 0 ? std::nullopt : std::optional(index));
    readOutChanged(false);
}

void TimeChart::paintEvent(QPaintEvent *event)
{
    Card::paintEvent(event);
    if (!hasFocus())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Theme::current().color(Token::Focus), Metrics::kFocusLine));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), Metrics::kRadiusCard,
                            Metrics::kRadiusCard);
}

void TimeChart::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    updateAxes();
}

void TimeChart::showEvent(QShowEvent *event)
{
    Card::showEvent(event);
    flush();
    m_timer.start();
}

void TimeChart::hideEvent(QHideEvent *event)
{
    m_timer.stop();
    Card::hideEvent(event);
}

bool TimeChart::event(QEvent *event)
{
    // Other events come while the chart is being built.
    if (event->type() == QEvent::ShortcutOverride && (m_range || m_overlay->readOut()))
        claimKey(event, Qt::Key_Escape);
    return Card::event(event);
}

void TimeChart::keyPressEvent(QKeyEvent *event)
{
    const int stride = event->modifiers() & Qt::ShiftModifier ? 10 : 1;
    if (event->matches(QKeySequence::Copy)) {
        copyTable();
        return;
    }
    switch (event->key()) {
    case Qt::Key_Left:
        moveReadOut(-stride);
        return;
    case Qt::Key_Right:
        moveReadOut(stride);
        return;
    case Qt::Key_Home:
        moveReadOut(-m_plot->drawn().size());
        return;
    case Qt::Key_End:
        moveReadOut(m_plot->drawn().size());
        return;
    case Qt::Key_Escape:
        if (m_range) {
            clearRange();
            return;
        }
        if (m_overlay->readOut()) {
            m_overlay->setReadOut(std::nullopt);
            readOutChanged(true);
            return;
        }
        break;
    default:
        break;
    }
    Card::keyPressEvent(event);
}

void TimeChart::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addExports(*menu);
    menu->popup(event->globalPos());
}

void TimeChart::focusInEvent(QFocusEvent *event)
{
    Card::focusInEvent(event);
    update();
}

void TimeChart::focusOutEvent(QFocusEvent *event)
{
    Card::focusOutEvent(event);
    update();
}

void TimeChart::themeChanged()
{
    m_plot->restyle();
    updateAxes();
    Card::themeChanged();
}

void TimeChart::languageChanged()
{
    setGapCaption(m_gapCaption);
    updateAxes();
}

bool TimeChart::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_plot && (event->type() == QEvent::Resize || event->type() == QEvent::Move)) {
        m_overlay->setGeometry(m_plot->geometry());
        m_overlay->raise();
    }
    return Card::eventFilter(watched, event);
}

void TimeChart::updateAxes()
{
    const auto [from, to] = shownRange();
    m_plot->showRange(from, to);
}

void TimeChart::updateLegend()
{
    QStringList values;
    for (qsizetype i = 0; m_legendValues && i < m_series.size(); ++i) {
        const QList<double> series = m_data.values.value(i);
        values << (series.isEmpty() ? Format::unknown() : Format::compact(series.constLast()));
    }
    m_header->setLegend(m_series, m_kind, values);
}

void TimeChart::moveReadOut(qsizetype steps)
{
    const ChartData &drawn = m_plot->drawn();
    if (drawn.isEmpty())
        return;
    const auto [from, to] = shownRange();
    const qsizetype first =
        std::lower_bound(drawn.times.cbegin(), drawn.times.cend(), from) - drawn.times.cbegin();
    const qsizetype last =
        std::upper_bound(drawn.times.cbegin(), drawn.times.cend(), to) - drawn.times.cbegin() - 1;
    if (last < first)
        return;
    const qsizetype start = m_overlay->readOut().value_or(steps < 0 ? last + 1 : first - 1);
    m_overlay->setReadOut(std::clamp(start + steps, first, last));
    readOutChanged(true);
}

void TimeChart::readOutChanged(bool byUser)
{
    setAccessibleDescription(m_overlay->readOutText());
    if (!byUser)
        return;
    const std::optional<qsizetype> index = m_overlay->readOut();
    emit readOutMoved(index ? m_plot->drawn().times.at(*index) : kNoTime);
}

void TimeChart::clearRange()
{
    m_range.reset();
    m_plot->forgetValueRange();
    updateAxes();
    emit rangeChanged(kNoTime, kNoTime);
}

QStringList TimeChart::seriesNames() const
{
    QStringList names;
    for (const ChartSeries &series : m_series)
        names << series.name;
    if (m_comparison.isEmpty())
        return names;
    for (const ChartSeries &series : m_series) {
        //: A column of an export: %1 is a series, such as "Sent", of the time compared with.
        names << tr("%1 before").arg(series.name);
    }
    return names;
}

} // namespace Signalbox
