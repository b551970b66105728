// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/inspectorsplit.h"

#include "widgets/inspector.h"
#include "widgets/metrics.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QEvent>
#include <QPointer>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace Signalbox {

namespace {

constexpr int kWideFrom = 1600; // window width that gives the inspector more room

} // namespace

InspectorSplit::InspectorSplit(QWidget *content, Inspector *inspector, QWidget *parent)
    : ThemedWidget(parent)
    , m_splitter(new QSplitter(this))
    , m_content(content)
    , m_inspector(inspector)
{
    m_splitter->addWidget(m_content);
    putBeside();
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_inspector->hide();
    m_inspector->installEventFilter(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_splitter);
}

InspectorSplit::~InspectorSplit() = default;

void InspectorSplit::resizeEvent(QResizeEvent *event)
{
    ThemedWidget::resizeEvent(event);
    arrange();
}

void InspectorSplit::themeChanged()
{
    ThemedWidget::themeChanged();
    placeOverlay();
}

void InspectorSplit::paintEvent(QPaintEvent *)
{
    // Only its children paint.
}

bool InspectorSplit::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_inspector && event->type() == QEvent::Show)
        placeOverlay();
    return ThemedWidget::eventFilter(watched, event);
}

void InspectorSplit::arrange()
{
    setOverlaid(window()->width() < Theme::current().px(Metrics::kCollapseBelow));
    placeOverlay();
    const bool wide = window()->width() >= Theme::current().px(kWideFrom);
    if (m_overlaid || wide == m_wide)
        return;
    // Only when the room changes: between that the handle stays where the user put it.
    m_wide = wide;
    const int inspector = Theme::current().px(wide ? Metrics::kInspectorWide : Metrics::kInspector);
    m_splitter->setSizes({std::max(1, width() - inspector), inspector});
}

void InspectorSplit::setOverlaid(bool overlaid)
{
    if (m_overlaid == overlaid)
        return;
    m_overlaid = overlaid;
    const bool hidden = m_inspector->isHidden();
    const QPointer<QWidget> focused = QApplication::focusWidget();
    const bool hadFocus = focused && m_inspector->isAncestorOf(focused);
    if (overlaid)
        m_inspector->setParent(this);
    else
        putBeside();
    m_inspector->setHidden(hidden); // Another parent hides.
    if (hadFocus && focused)
        focused->setFocus();
}

void InspectorSplit::putBeside()
{
    m_splitter->addWidget(m_inspector);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_content->lower(); // A splitter puts what came last below: the content stays first.
}

void InspectorSplit::placeOverlay()
{
    if (!m_overlaid)
        return;
    const int wanted = std::min(Theme::current().px(Metrics::kInspector), width());
    const int left = layoutDirection() == Qt::RightToLeft ? 0 : width() - wanted;
    m_inspector->setGeometry(left, 0, wanted, height());
    m_inspector->raise();
}

} // namespace Signalbox
