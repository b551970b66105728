// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/requestspage.h"

#include "console/brokerconnection.h"
#include "console/inspectorwalk.h"
#include "console/models/requestfiltermodel.h"
#include "console/models/requestlistmodel.h"
#include "console/notices.h"
#include "console/panels/listpages.h"
#include "console/panels/newerbar.h"
#include "console/panels/requestinspector.h"
#include "console/settings.h"
#include "widgets/button.h"
#include "widgets/emptystate.h"
#include "widgets/icons.h"
#include "widgets/inspectorsplit.h"
#include "widgets/metrics.h"
#include "widgets/segmentedcontrol.h"
#include "widgets/table/datatable.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QScrollBar>
#include <QVBoxLayout>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

const auto kRequestsView = u"requests"_s;

} // namespace

RequestsPage::RequestsPage(const Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_feed(workspace.connection.admin())
    , m_requests(new RequestListModel(this))
    , m_model(new RequestFilterModel(*m_requests, this))
    , m_segments(new SegmentedControl(this))
    , m_newer(new NewerBar(this))
    , m_pages(new ListPages(u"activity"_s, this))
    , m_table(m_pages->table())
    , m_none(m_pages->none())
    , m_noMatch(m_pages->noMatch())
    , m_clearFilter(new Button({}, ButtonKind::Default, {}, m_noMatch))
    , m_inspector(new RequestInspector(this))
{
    buildTable();
    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(Metrics::kPageMargin, Metrics::kSpaceMd, Metrics::kPageMargin,
                              Metrics::kSpaceMd);
    tools->addWidget(m_segments);
    tools->addStretch();

    auto *list = new QWidget(this);
    auto *listColumn = new QVBoxLayout(list);
    listColumn->setContentsMargins(0, 0, 0, 0);
    listColumn->setSpacing(0);
    listColumn->addLayout(tools);
    listColumn->addWidget(m_newer);
    listColumn->addWidget(m_pages, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(new InspectorSplit(list, m_inspector, this), 1);

    followFeed();
    retranslate();
}

RequestsPage::~RequestsPage()
{
    m_workspace.settings.setViewState(kRequestsView, m_table->saveLayout());
}

void RequestsPage::buildTable()
{
    for (int i = 0; i < 3; ++i) // in the order of RequestFilterModel::Segment
        m_segments->addSegment({});
    m_table->setModel(m_model);
    m_table->setRowKind(DataTable::RowKind::TwoLine);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setColumns({
        {.kind = CellKind::Number, .width = 100, .sortable = false},
        {.kind = CellKind::Name, .width = 180, .stretch = true, .sortable = false},
        {.kind = CellKind::State, .width = 196, .sortable = false},
        {.kind = CellKind::Number, .width = 84, .givesWay = 1, .sortable = false},
    });
    m_table->restoreLayout(m_workspace.settings.viewState(kRequestsView));
    m_noMatch->addAction(m_clearFilter);

    connect(m_segments, &SegmentedControl::currentIndexChanged, this, [this](int segment) {
        m_model->setSegment(RequestFilterModel::Segment(segment));
        showWhatFits();
    });
    connect(m_clearFilter, &QPushButton::clicked, this, [this] {
        m_segments->setCurrentIndex(0);
        emit filterCleared();
    });
    connect(m_newer, &NewerBar::requested, this, &RequestsPage::refresh);
    connect(m_table, &DataTable::selectedCountChanged, this, &RequestsPage::showSelection);
    connect(m_table, &DataTable::rowMenuRequested, this, &RequestsPage::openMenu);
    connect(m_table->verticalScrollBar(), &QAbstractSlider::valueChanged, this,
            &RequestsPage::holdUnlessAtTop);
    connect(m_inspector, &Inspector::closeRequested, m_table, &QAbstractItemView::clearSelection);
    letWalk(*m_inspector, *m_table);
    connect(m_inspector, &RequestInspector::copied, this,
            [this] { m_workspace.notices.say([] { return tr("Copied."); }); });
}

void RequestsPage::followFeed()
{
    connect(&m_feed, &RequestFeed::arrived, m_requests, &RequestListModel::prepend);
    connect(&m_feed, &RequestFeed::older, m_requests, &RequestListModel::append);
    connect(&m_feed, &RequestFeed::startedOver, m_requests, &RequestListModel::clear);
    connect(&m_feed, &Feed::updated, this, [this] {
        m_seen = true;
        showWhatFits();
    });
    connect(m_requests, &RequestListModel::waitingCountChanged, this,
            [this] { m_newer->setNewer(m_requests->waitingCount(), false); });
    connect(&m_workspace.connection, &BrokerConnection::pausedChanged, this,
            &RequestsPage::updateFeed);
}

void RequestsPage::updateFeed()
{
    isVisible() && !m_workspace.connection.isPaused() ? m_feed.start() : m_feed.stop();
}

void RequestsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    updateFeed();
    m_table->setFocus();
}

void RequestsPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_feed.stop();
}

void RequestsPage::holdUnlessAtTop()
{
    m_requests->setHeld(m_table->verticalScrollBar()->value() > 0);
}

void RequestsPage::setFilter(const QString &text)
{
    m_model->setText(text);
    showWhatFits();
}

void RequestsPage::refresh()
{
    m_requests->takeWaiting();
    m_table->scrollToTop();
    m_feed.refresh();
}

bool RequestsPage::stepBack()
{
    if (m_table->selectedRowsInOrder().isEmpty())
        return false;
    m_table->clearSelection();
    return true;
}

QList<QWidget *> RequestsPage::regions() const
{
    return {m_segments, m_table, m_inspector};
}

int RequestsPage::sourceRow(const QModelIndex &index) const
{
    return m_model->mapToSource(index).row();
}

void RequestsPage::showWhatFits()
{
    const int all = m_requests->rowCount();
    m_segments->setCount(0, m_seen ? std::optional<qint64>(all) : std::nullopt);
    m_segments->setCount(1,
                         m_seen ? std::optional<qint64>(m_requests->refusedCount()) : std::nullopt);
    m_segments->setCount(2, m_seen ? std::optional<qint64>(m_requests->slowCount()) : std::nullopt);
    const auto page = m_pages->showWhatFits(m_seen, all, m_model->rowCount());
    if (page == ListPages::Page::NoMatch) {
        m_noMatch->setTitle(!m_model->text().isEmpty()
                                ? tr("No request matches “%1”").arg(m_model->text())
                                : m_segments->currentIndex() == 1 ? tr("No request was refused")
                                                                  : tr("No request was slow"));
    }
}

void RequestsPage::showSelection()
{
    const QModelIndexList rows = m_table->selectedRowsInOrder();
    if (rows.size() == 1)
        m_inspector->showRequest(m_requests->requestAt(sourceRow(rows.constFirst())));
    m_inspector->setVisible(rows.size() == 1);
}

void RequestsPage::openMenu(const QModelIndex &index, const QPoint &position)
{
    const Admin::RequestRecord request = m_requests->requestAt(sourceRow(index));
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(themedIcon(u"copy"_s), tr("Copy request ID"), this,
                    [request] { QApplication::clipboard()->setText(request.requestId); });
    menu->addAction(themedIcon(u"copy"_s), tr("Copy path"), this, [request] {
        QApplication::clipboard()->setText(request.method + u' ' + request.resource);
    });
    menu->popup(position);
}

void RequestsPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RequestsPage::retranslate()
{
    m_segments->setAccessibleName(tr("Which requests"));
    m_segments->setSegmentText(int(RequestFilterModel::Segment::All), tr("All"));
    m_segments->setSegmentText(int(RequestFilterModel::Segment::Refused), tr("Refused"));
    m_segments->setSegmentText(int(RequestFilterModel::Segment::Slow), tr("Slow"));
    m_segments->setToolTip(
        tr("Slow: 100 ms or longer. Receives are left out, since they may wait for messages."));
    m_table->setAccessibleName(tr("Requests"));
    m_none->setTitle(tr("No requests yet"));
    m_none->setText(
        tr("Requests of apps show here, with the reason where one is refused.\n"
           "Endpoint: %1")
            .arg(m_workspace.connection.endpoint().url.toString(QUrl::StripTrailingSlash)));
    m_noMatch->setText(
        tr("The search looks at request ID, operation, path, key, address and code."));
    m_clearFilter->setText(tr("Show all requests"));
    m_requests->retranslate();
    showWhatFits();
}

} // namespace Signalbox
