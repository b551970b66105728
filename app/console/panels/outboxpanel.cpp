// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/outboxpanel.h"

#include "console/brokerconnection.h"
#include "console/changequestion.h"
#include "console/models/outboxfiltermodel.h"
#include "console/models/outboxlistmodel.h"
#include "console/notices.h"
#include "console/onreply.h"
#include "console/panels/outboxinspector.h"
#include "console/panels/recordlist.h"
#include "console/savefile.h"
#include "widgets/confirmdialog.h"
#include "widgets/emptystate.h"
#include "widgets/metrics.h"
#include "widgets/scaledsize.h"
#include "widgets/searchfield.h"
#include "widgets/segmentedcontrol.h"
#include "widgets/table/datatable.h"

#include <QHBoxLayout>
#include <QUrl>
#include <QVBoxLayout>

#include <array>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSearchWidth = 280;
constexpr int kSegments = 4; // in the order of OutboxFilterModel::Segment

QList<TableColumn> columns()
{
    return {
        {.kind = CellKind::Name, .width = 220, .stretch = true, .sortable = false},
        {.kind = CellKind::Text, .width = 150, .givesWay = 1, .sortable = false},
        {.kind = CellKind::State, .width = 104, .sortable = false},
        {.kind = CellKind::Number, .width = 116, .sortable = false},
    };
}

} // namespace

OutboxPanel::OutboxPanel(const Workspace &workspace, QWidget *parent)
    : Panel(parent)
    , m_workspace(workspace)
    , m_feed(workspace.connection.admin())
    , m_items(new OutboxListModel(this))
    , m_model(new OutboxFilterModel(*m_items, this))
    , m_search(new SearchField({}, this))
    , m_inspector(new OutboxInspector(this))
    , m_list(new RecordList(workspace,
                            {.iconName = u"mail"_s,
                             .layoutKey = u"outbox"_s,
                             .segments = kSegments,
                             .columns = columns(),
                             .feed = m_feed,
                             .records = *m_items,
                             .shown = *m_model,
                             .inspector = *m_inspector},
                            this))
{
    keepScaled(*m_search, &QWidget::setFixedWidth, kSearchWidth);
    header().addAction(m_search);
    buildList();
    followFeed();
    retranslate();
}

OutboxPanel::~OutboxPanel() = default;

void OutboxPanel::buildList()
{
    m_list->tools().setContentsMargins(Metrics::kPageMargin, 0, Metrics::kPageMargin,
                                       Metrics::kSpaceMd);
    m_list->tools().addStretch();
    column()->addWidget(m_list, 1);
    connect(&m_list->segments(), &SegmentedControl::currentIndexChanged, this, [this](int segment) {
        m_model->setSegment(OutboxFilterModel::Segment(segment));
        showWhatFits();
    });
    connect(m_list, &RecordList::inspected, this, &OutboxPanel::inspect);
    connect(m_inspector, &OutboxInspector::copied, this,
            [this] { m_workspace.notices.say([] { return tr("Copied."); }); });
    connect(m_inspector, &OutboxInspector::saveRequested, this, &OutboxPanel::save);
    connect(m_inspector, &OutboxInspector::sendRequested, this, &OutboxPanel::confirmSend);
    connect(m_inspector, &OutboxInspector::deleteRequested, this, &OutboxPanel::deleteSelected);
}

void OutboxPanel::followFeed()
{
    connect(m_search, &SearchField::searchChanged, &m_feed, &OutboxFeed::setSearch);
    connect(&m_feed, &OutboxFeed::arrived, m_items, &OutboxListModel::take);
    connect(&m_feed, &OutboxFeed::startedOver, m_items, &OutboxListModel::clear);
    connect(m_list, &RecordList::updated, this, &OutboxPanel::showWhatFits);
    connect(&m_workspace.connection.status(), &Feed::updated, this, &OutboxPanel::showWayOut);
    connect(&m_workspace.notices, &Notices::restored, &m_feed, &OutboxFeed::startOver);
}

void OutboxPanel::showEvent(QShowEvent *event)
{
    Panel::showEvent(event);
    m_list->setFocus();
}

void OutboxPanel::showWhatFits()
{
    const int all = m_items->rowCount();
    const int mails = m_items->mailCount();
    const int sms = m_items->smsCount();
    // What a search does not find may be there all the same.
    const bool searching = !m_search->text().isEmpty();
    m_list->showWhatFits(searching ? 1 : all, {all, mails, sms, all - mails - sms});
}

void OutboxPanel::inspect(int row)
{
    m_inspector->showItem(m_items->itemAt(row), obstacleOf(m_items->itemAt(row)));
    m_items->setRead(row);
}

void OutboxPanel::save()
{
    const int row = m_list->selectedRow();
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
    const int row = m_list->selectedRow();
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
        m_list->inspect();
    }
    if (wasSent)
        m_workspace.notices.say([] { return tr("Sent."); });
    else
        m_workspace.notices.complain(
            [failure = ended->failure()] { return tr("It was not sent: %1").arg(failure); });
}

void OutboxPanel::deleteSelected()
{
    const int row = m_list->selectedRow();
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

Feed *OutboxPanel::liveFeed()
{
    return &m_feed;
}

void OutboxPanel::refresh()
{
    m_list->refresh();
}

void OutboxPanel::focusFilter()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
}

QString OutboxPanel::idToCopy() const
{
    const int row = m_list->selectedRow();
    return row < 0 ? QString() : QString::fromLatin1(m_items->itemAt(row).message.messageId);
}

bool OutboxPanel::stepBack()
{
    if (m_list->clearSelection())
        return true;
    if (m_search->text().isEmpty())
        return false;
    m_search->clear();
    return true;
}

QList<QWidget *> OutboxPanel::regions()
{
    return QList<QWidget *>{m_search} + m_list->regions();
}

void OutboxPanel::retranslate()
{
    header().setTitle(tr("Outbox"));
    showWayOut();
    m_search->setPlaceholderText(tr("Text, subject or recipient"));
    m_search->setAccessibleName(tr("Search in the outbox"));
    m_list->segments().setAccessibleName(tr("Which kind"));
    //: Kinds of messages that were kept.
    const std::array kinds = {tr("All"), tr("Mail"), tr("SMS"), tr("Other")};
    for (int i = 0; i < kSegments; ++i)
        m_list->segments().setSegmentText(i, kinds.at(std::size_t(i)));
    m_list->table().setAccessibleName(tr("Outbox"));
    m_list->none().setTitle(tr("Nothing was caught yet"));
    m_list->none().setText(
        tr("What topics send by mail, SMS, to functions and event buses stays here\n"
           "for a week."));
    m_list->noMatch().setTitle(tr("Nothing matches"));
    m_list->noMatch().setText(tr("The search looks at text, subject, recipients and properties."));
    m_items->retranslate();
    showWhatFits();
}

} // namespace Signalbox
