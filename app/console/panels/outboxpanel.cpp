// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/outboxpanel.h"

#include "console/brokerconnection.h"
#include "console/changequestion.h"
#include "console/inspectorwalk.h"
#include "console/models/outboxfiltermodel.h"
#include "console/models/outboxlistmodel.h"
#include "console/notices.h"
#include "console/onreply.h"
#include "console/panels/listpages.h"
#include "console/panels/newerbar.h"
#include "console/panels/outboxinspector.h"
#include "console/savefile.h"
#include "console/settings.h"
#include "widgets/confirmdialog.h"
#include "widgets/emptystate.h"
#include "widgets/inspectorsplit.h"
#include "widgets/metrics.h"
#include "widgets/searchfield.h"
#include "widgets/segmentedcontrol.h"
#include "widgets/table/datatable.h"

#include <QHBoxLayout>
#include <QScrollBar>
#include <QUrl>
#include <QVBoxLayout>

#include <array>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

const auto kOutboxView = u"outbox"_s;
constexpr int kSearchWidth = 280;
constexpr int kSegments = 4; // in the order of OutboxFilterModel::Segment

} // namespace

OutboxPanel::OutboxPanel(const Workspace &workspace, QWidget *parent)
    : Panel(parent)
    , m_workspace(workspace)
    , m_feed(workspace.connection.admin())
    , m_items(new OutboxListModel(this))
    , m_model(new OutboxFilterModel(*m_items, this))
    , m_search(new SearchField({}, this))
    , m_segments(new SegmentedControl(this))
    , m_newer(new NewerBar(this))
    , m_pages(new ListPages(u"mail"_s, this))
    , m_table(m_pages->table())
    , m_none(m_pages->none())
    , m_noMatch(m_pages->noMatch())
    , m_inspector(new OutboxInspector(this))
{
    m_search->setFixedWidth(Theme::current().px(kSearchWidth));
    header().addAction(m_search);
    buildList();
    followFeed();
    retranslate();
}

OutboxPanel::~OutboxPanel()
{
    m_workspace.settings.setViewState(kOutboxView, m_table->saveLayout());
}

void OutboxPanel::buildList()
{
    for (int i = 0; i < kSegments; ++i)
        m_segments->addSegment({});
    m_table->setModel(m_model);
    m_table->setRowKind(DataTable::RowKind::TwoLine);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setColumns({
        {.kind = CellKind::Name, .width = 220, .stretch = true, .sortable = false},
        {.kind = CellKind::Text, .width = 150, .givesWay = 1, .sortable = false},
        {.kind = CellKind::State, .width = 104, .sortable = false},
        {.kind = CellKind::Number, .width = 116, .sortable = false},
    });
    m_table->restoreLayout(m_workspace.settings.viewState(kOutboxView));

    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(Metrics::kPageMargin, 0, Metrics::kPageMargin, Metrics::kSpaceMd);
    tools->addWidget(m_segments);
    tools->addStretch();
    auto *list = new QWidget(this);
    auto *listColumn = new QVBoxLayout(list);
    listColumn->setContentsMargins(0, 0, 0, 0);
    listColumn->setSpacing(0);
    listColumn->addLayout(tools);
    listColumn->addWidget(m_newer);
    listColumn->addWidget(m_pages, 1);
    column()->addWidget(new InspectorSplit(list, m_inspector, this), 1);

    connect(m_segments, &SegmentedControl::currentIndexChanged, this, [this](int segment) {
        m_model->setSegment(OutboxFilterModel::Segment(segment));
        showWhatFits();
    });
    connect(m_search, &SearchField::searchChanged, &m_feed, &OutboxFeed::setSearch);
    connect(m_newer, &NewerBar::requested, this, &OutboxPanel::refresh);
    connect(m_table, &DataTable::selectedCountChanged, this, &OutboxPanel::showSelection);
    connect(m_table->verticalScrollBar(), &QAbstractSlider::valueChanged, this,
            [this](int value) { m_items->setHeld(value > 0); });
    connect(m_inspector, &Inspector::closeRequested, m_table, &QAbstractItemView::clearSelection);
    letWalk(*m_inspector, *m_table);
    connect(m_inspector, &OutboxInspector::copied, this,
            [this] { m_workspace.notices.say([] { return tr("Copied."); }); });
    connect(m_inspector, &OutboxInspector::saveRequested, this, &OutboxPanel::save);
    connect(m_inspector, &OutboxInspector::sendRequested, this, &OutboxPanel::confirmSend);
    connect(m_inspector, &OutboxInspector::deleteRequested, this, &OutboxPanel::deleteSelected);
}

void OutboxPanel::followFeed()
{
    connect(&m_feed, &OutboxFeed::arrived, m_items, &OutboxListModel::take);
    connect(&m_feed, &OutboxFeed::startedOver, m_items, &OutboxListModel::clear);
    connect(&m_feed, &Feed::updated, this, [this] {
        m_seen = true;
        showWhatFits();
    });
    connect(m_items, &OutboxListModel::waitingCountChanged, this,
            [this] { m_newer->setNewer(m_items->waitingCount(), false); });
    connect(&m_workspace.connection, &BrokerConnection::pausedChanged, this,
            &OutboxPanel::updateFeed);
    connect(&m_workspace.connection.status(), &Feed::updated, this, &OutboxPanel::showWayOut);
    connect(&m_workspace.notices, &Notices::restored, &m_feed, &OutboxFeed::startOver);
}

void OutboxPanel::updateFeed()
{
    isVisible() && !m_workspace.connection.isPaused() ? m_feed.start() : m_feed.stop();
}

void OutboxPanel::showEvent(QShowEvent *event)
{
    Panel::showEvent(event);
    updateFeed();
    m_table->setFocus();
}

void OutboxPanel::hideEvent(QHideEvent *event)
{
    Panel::hideEvent(event);
    m_feed.stop();
}

int OutboxPanel::selectedRow() const
{
    const QModelIndexList rows = m_table->selectedRowsInOrder();
    return rows.isEmpty() ? -1 : m_model->mapToSource(rows.constFirst()).row();
}

void OutboxPanel::showWhatFits()
{
    const int all = m_items->rowCount();
    const std::array counts = {all, m_items->mailCount(), m_items->smsCount(),
                               all - m_items->mailCount() - m_items->smsCount()};
    for (int i = 0; i < kSegments; ++i)
        m_segments->setCount(
            i, m_seen ? std::optional<qint64>(counts.at(std::size_t(i))) : std::nullopt);
    // What a search does not find may be there all the same.
    const bool searching = !m_search->text().isEmpty();
    m_pages->showWhatFits(m_seen, searching ? 1 : all, m_model->rowCount());
}

void OutboxPanel::showSelection()
{
    const int row = selectedRow();
    if (row >= 0) {
        m_inspector->showItem(m_items->itemAt(row), obstacleOf(m_items->itemAt(row)));
        m_items->setRead(row);
    }
    m_inspector->setVisible(row >= 0);
}

void OutboxPanel::save()
{
    const int row = selectedRow();
    if (row < 0)
        return;
    const OutboxItem item = m_items->itemAt(row);
    askAndSave({tr("Save mail"), QString::fromLatin1(item.message.messageId) + u".eml"_s,
                tr("Mail files (*.eml)"), mailFile(item)},
               m_workspace.notices, this);
}

QString OutboxPanel::obstacleOf(const OutboxItem &item) const
{
    const Admin::Status status = m_workspace.connection.status().status().value_or(Admin::Status());
    if (item.channel == PushChannel::Mail)
        return status.mailRelay.isEmpty() ? tr("The broker has no mail relay (push.smtp.url).")
                                          : QString();
    if (item.channel == PushChannel::Sms)
        return status.smsGateway.isEmpty() ? tr("The broker has no SMS gateway (push.sms.url).")
                                           : QString();
    return tr("Only mail and SMS can be sent.");
}

void OutboxPanel::confirmSend()
{
    const int row = selectedRow();
    if (row < 0)
        return;
    const OutboxItem item = m_items->itemAt(row);
    const Admin::Status status = m_workspace.connection.status().status().value_or(Admin::Status());
    ConfirmRequest request;
    request.iconName = u"send"_s;
    request.question = tr("Send to %1?").arg(item.recipient);
    request.effect = tr("It leaves this machine, through %1.")
                         .arg(item.isMail() ? status.mailRelay : status.smsGateway);
    request.undo = tr("This cannot be undone.");
    request.canUndo = false;
    request.verb = tr("Send to %1").arg(item.recipient);
    confirmChange(m_workspace, request, window(), this, [this, item] { send(item); });
}

void OutboxPanel::send(const OutboxItem &item)
{
    m_inspector->setSending(true);
    const QByteArray id = item.message.messageId;
    onReply(m_workspace.connection.admin().sendFromOutbox(id), this,
            [this, id](const Result<Admin::Attempt> &ended) { takeSent(id, ended); });
}

void OutboxPanel::takeSent(const QByteArray &messageId, const Result<Admin::Attempt> &ended)
{
    m_inspector->setSending(false);
    if (!ended)
        return m_workspace.notices.complain([] { return tr("Nothing was sent."); }, ended.error());
    const bool wasSent = ended->outcome == Admin::Attempt::Outcome::Delivered;
    if (const int row = m_items->rowOf(messageId); row >= 0) {
        OutboxItem item = m_items->itemAt(row);
        item.label.state = wasSent ? OutboxLabel::kSent : OutboxLabel::kFailed;
        item.label.error = wasSent ? QString() : ended->failure();
        m_items->replace(row, item);
        showSelection();
    }
    if (wasSent)
        m_workspace.notices.say([] { return tr("Sent."); });
    else
        m_workspace.notices.complain(
            [failure = ended->failure()] { return tr("It was not sent: %1").arg(failure); });
}

void OutboxPanel::deleteSelected()
{
    const int row = selectedRow();
    if (row < 0)
        return;
    const QByteArray id = m_items->itemAt(row).message.messageId;
    onReply(m_workspace.connection.admin().deleteFromOutbox({id}), this,
            [this, id](const Result<Admin::TrashEntry> &entry) {
                if (const int gone = m_items->rowOf(id); entry && gone >= 0)
                    m_items->remove(gone);
                showWhatFits();
                m_workspace.notices.tellDeleted(
                    m_workspace.connection.admin(), entry,
                    [] { return tr("Deleted from the outbox."); },
                    [] { return tr("Nothing was deleted."); });
            });
}

void OutboxPanel::showWayOut()
{
    const Admin::Status status = m_workspace.connection.status().status().value_or(Admin::Status());
    QList<StateBadge> pills;
    //: %1 is a mail server or an HTTP gateway.
    const QString mail = tr("Mail is sent through %1");
    const QString sms = tr("SMS are sent through %1");
    if (!status.mailRelay.isEmpty())
        pills.append({Tone::Warn, u"mail"_s, mail.arg(QUrl(status.mailRelay).host())});
    if (!status.smsGateway.isEmpty())
        pills.append({Tone::Warn, u"message-square"_s, sms.arg(QUrl(status.smsGateway).host())});
    if (pills.isEmpty())
        pills.append({Tone::Info, u"shield-check"_s, tr("Nothing leaves this machine")});
    header().setPills(pills);
}

void OutboxPanel::refresh()
{
    m_items->takeWaiting();
    m_table->scrollToTop();
    m_feed.refresh();
}

void OutboxPanel::focusFilter()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
}

bool OutboxPanel::stepBack()
{
    if (selectedRow() >= 0) {
        m_table->clearSelection();
        return true;
    }
    if (m_search->text().isEmpty())
        return false;
    m_search->clear();
    return true;
}

QList<QWidget *> OutboxPanel::regions()
{
    return {m_search, m_segments, m_table, m_none, m_inspector};
}

void OutboxPanel::retranslate()
{
    header().setTitle(tr("Outbox"));
    showWayOut();
    m_search->setPlaceholderText(tr("Text of a message"));
    m_search->setAccessibleName(tr("Search in the outbox"));
    m_segments->setAccessibleName(tr("Which kind"));
    //: Kinds of messages that were kept.
    const std::array kinds = {tr("All"), tr("Mail"), tr("SMS"), tr("Other")};
    for (int i = 0; i < kSegments; ++i)
        m_segments->setSegmentText(i, kinds.at(std::size_t(i)));
    m_table->setAccessibleName(tr("Outbox"));
    m_none->setTitle(tr("Nothing was caught yet"));
    m_none->setText(tr("What topics send by mail, SMS, to functions and event buses stays here\n"
                       "for a week."));
    m_noMatch->setTitle(tr("Nothing matches"));
    m_noMatch->setText(tr("The search looks at the text and the properties."));
    m_items->retranslate();
    showWhatFits();
}

} // namespace Signalbox
