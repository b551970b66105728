// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/queuereceiverstab.h"

#include "console/brokerconnection.h"
#include "console/feeds/retrywhenlate.h"
#include "console/feeds/runwhileshown.h"
#include "console/models/receiverlistmodel.h"
#include "console/settings.h"
#include "widgets/card.h"
#include "widgets/emptystate.h"
#include "widgets/label.h"
#include "widgets/metrics.h"
#include "widgets/table/datatable.h"

#include <QDateTime>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

const auto kReceiversView = u"receivers"_s;

} // namespace

QueueReceiversTab::QueueReceiversTab(const Workspace &workspace, const QString &queueName,
                                     QWidget *parent)
    : QueueTab(workspace, queueName, parent)
    , m_feed(new ReceiverFeed(workspace.connection.admin(), queueName, this))
    , m_model(new ReceiverListModel(this))
    , m_pages(new QStackedWidget(this))
    , m_table(new DataTable(m_pages))
    , m_empty(new EmptyState(m_pages))
    , m_footer(new TextLabel(TextRole::Hint, Token::Muted, {}, this))
{
    m_table->setModel(m_model);
    m_table->setRowKind(DataTable::RowKind::TwoLine);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setColumns({
        {.kind = CellKind::Name, .width = 260, .stretch = true, .sortable = false},
        {.kind = CellKind::Number, .width = 84, .sortable = false},
        {.kind = CellKind::Number, .width = 104, .givesWay = 2, .sortable = false},
        {.kind = CellKind::Number, .width = 108, .sortable = false},
        {.kind = CellKind::Number, .width = 104, .sortable = false},
        {.kind = CellKind::Number, .width = 92, .givesWay = 1, .sortable = false},
        {.kind = CellKind::Number, .width = 92, .sortable = false},
        {.kind = CellKind::Number, .width = 128, .sortable = false},
    });
    m_table->restoreLayout(workspace.settings.viewState(kReceiversView));
    m_table->setLoading(true);
    m_empty->setIconName(u"server"_s);
    m_pages->addWidget(m_table);
    m_pages->addWidget(m_empty);
    m_footer->setContentsMargins(Metrics::kPageMargin, Metrics::kSpaceSm, Metrics::kPageMargin,
                                 Metrics::kSpaceSm);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_pages, 1);
    column->addWidget(new Hairline(Qt::Horizontal, this));
    column->addWidget(m_footer);

    connect(m_feed, &Feed::updated, this, &QueueReceiversTab::showReceivers);
    runWhileShown(*m_feed, *this, workspace.connection);
    retryWhenLate(*m_table, workspace.connection, [this] { m_feed->retry(); });
    retranslate();
}

QueueReceiversTab::~QueueReceiversTab()
{
    workspace().settings.setViewState(kReceiversView, m_table->saveLayout());
}

qint64 QueueReceiversTab::systemNowMs() const
{
    const StatusFeed &status = workspace().connection.status();
    if (!status.status() || !status.age())
        return QDateTime::currentMSecsSinceEpoch();
    return status.status()->clock.systemMs + status.age()->count();
}

void QueueReceiversTab::showReceivers()
{
    const Admin::ReceiverList &list = *m_feed->answer();
    m_table->setLoading(false);
    m_model->merge(list.receivers, systemNowMs());
    m_pages->setCurrentWidget(list.receivers.isEmpty() ? static_cast<QWidget *>(m_empty) : m_table);
    m_footer->setText(
        list.complete
            ? tr("Receivers are told apart by address and agent, and forgotten after an hour.")
            : tr("More than 10,000 messages are in flight; what each receiver holds is counted "
                 "over so many."));
    emit countChanged(list.receivers.size());
}

Feed *QueueReceiversTab::liveFeed()
{
    return m_feed;
}

void QueueReceiversTab::refresh()
{
    m_feed->refresh();
}

QList<QWidget *> QueueReceiversTab::regions()
{
    return {m_table, m_empty};
}

void QueueReceiversTab::takeFocus()
{
    m_table->setFocus();
}

void QueueReceiversTab::retranslate()
{
    m_table->setAccessibleName(tr("Receivers"));
    m_empty->setTitle(tr("No receiver was seen"));
    m_empty->setText(tr("A receiver appears here as soon as it asks this queue for messages.\n"
                        "Reading them in this window does not count."));
    m_model->retranslate();
    if (m_feed->answer())
        showReceivers();
}

} // namespace Signalbox
