// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/requestspage.h"

#include "console/brokerconnection.h"
#include "console/models/requestfiltermodel.h"
#include "console/models/requestlistmodel.h"
#include "console/notices.h"
#include "console/panels/recordlist.h"
#include "console/panels/requestinspector.h"
#include "widgets/button.h"
#include "widgets/copyfield.h"
#include "widgets/emptystate.h"
#include "widgets/icons.h"
#include "widgets/segmentedcontrol.h"
#include "widgets/table/datatable.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QUrl>
#include <QVBoxLayout>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSegments = 3; // in the order of RequestFilterModel::Segment

QList<TableColumn> columns()
{
    return {
        {.kind = CellKind::Number, .width = 116, .sortable = false},
        {.kind = CellKind::Name, .width = 180, .stretch = true, .sortable = false},
        {.kind = CellKind::State, .width = 196, .sortable = false},
        {.kind = CellKind::Number, .width = 84, .givesWay = 1, .sortable = false},
    };
}

} // namespace

RequestsPage::RequestsPage(const Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_feed(workspace.connection.admin())
    , m_requests(new RequestListModel(this))
    , m_model(new RequestFilterModel(*m_requests, this))
    , m_inspector(new RequestInspector(this))
    , m_list(new RecordList(workspace,
                            {.iconName = u"activity"_s,
                             .layoutKey = u"requests"_s,
                             .segments = kSegments,
                             .columns = columns(),
                             .feed = m_feed,
                             .records = *m_requests,
                             .shown = *m_model,
                             .inspector = *m_inspector},
                            this))
    , m_endpoint(new CopyField({}, &m_list->none()))
    , m_clearFilter(new Button({}, ButtonKind::Default, {}, &m_list->noMatch()))
{
    m_list->tools().addStretch();
    m_list->noMatch().addAction(m_clearFilter);
    m_endpoint->setValue(workspace.connection.endpoint().url.toString(QUrl::StripTrailingSlash));
    m_list->none().addAction(m_endpoint);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_list);

    connect(&m_feed, &RequestFeed::arrived, m_requests, &RequestListModel::prepend);
    connect(&m_feed, &RequestFeed::older, m_requests, &RequestListModel::append);
    connect(&m_feed, &RequestFeed::startedOver, m_requests, &RequestListModel::clear);
    connect(m_list, &RecordList::updated, this, &RequestsPage::showWhatFits);
    connect(m_list, &RecordList::inspected, this,
            [this](int row) { m_inspector->showRequest(m_requests->requestAt(row)); });
    connect(&m_list->segments(), &SegmentedControl::currentIndexChanged, this, [this](int segment) {
        m_model->setSegment(RequestFilterModel::Segment(segment));
        showWhatFits();
    });
    connect(m_clearFilter, &QPushButton::clicked, this, [this] {
        m_list->segments().setCurrentIndex(0);
        emit filterCleared();
    });
    connect(&m_list->table(), &DataTable::rowMenuRequested, this, &RequestsPage::openMenu);
    const auto copied = [this] { m_workspace.notices.say([] { return tr("Copied."); }); };
    connect(m_endpoint, &CopyField::copied, this, copied);
    connect(m_inspector, &RequestInspector::copied, this, copied);
    retranslate();
}

RequestsPage::~RequestsPage() = default;

void RequestsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_list->setFocus();
}

void RequestsPage::setFilter(const QString &text)
{
    m_model->setText(text);
    showWhatFits();
}

void RequestsPage::showRefused()
{
    m_list->segments().setCurrentIndex(int(RequestFilterModel::Segment::Refused));
}

void RequestsPage::refresh()
{
    m_list->refresh();
}

QString RequestsPage::idToCopy() const
{
    const int row = m_list->selectedRow();
    return row < 0 ? QString() : m_requests->requestAt(row).requestId;
}

bool RequestsPage::stepBack()
{
    return m_list->clearSelection();
}

QList<QWidget *> RequestsPage::regions() const
{
    return m_list->regions();
}

void RequestsPage::showWhatFits()
{
    const int all = m_requests->rowCount();
    const auto page =
        m_list->showWhatFits(all, {all, m_requests->refusedCount(), m_requests->slowCount()});
    if (page != ListPages::Page::NoMatch)
        return;
    const bool refused =
        m_list->segments().currentIndex() == int(RequestFilterModel::Segment::Refused);
    m_list->noMatch().setTitle(!m_model->text().isEmpty()
                                   ? tr("No request matches “%1”").arg(m_model->text())
                                   : refused ? tr("No request was refused")
                                             : tr("No request was slow"));
}

void RequestsPage::openMenu(const QModelIndex &index, const QPoint &position)
{
    const Admin::RequestRecord request = m_requests->requestAt(m_list->rowOf(index));
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
    SegmentedControl &segments = m_list->segments();
    segments.setAccessibleName(tr("Which requests"));
    segments.setSegmentText(int(RequestFilterModel::Segment::All), tr("All"));
    segments.setSegmentText(int(RequestFilterModel::Segment::Refused), tr("Refused"));
    segments.setSegmentText(int(RequestFilterModel::Segment::Slow), tr("Slow"));
    segments.setToolTip(
        tr("Slow: 100 ms or longer. Receives are left out, since they may wait for messages."));
    m_list->table().setAccessibleName(tr("Requests"));
    m_list->none().setTitle(tr("No requests yet"));
    m_list->none().setText(tr("Requests of apps show here, with the reason where one is refused.\n"
                              "Point your app at this endpoint:"));
    m_endpoint->setName(tr("Endpoint"));
    m_list->noMatch().setText(
        tr("The search looks at request ID, operation, path, key, address and code."));
    m_clearFilter->setText(tr("Show all requests"));
    m_requests->retranslate();
    showWhatFits();
}

} // namespace Signalbox
