// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/messagelistview.h"

#include "console/brokerconnection.h"
#include "console/errortext.h"
#include "console/models/messagelistmodel.h"
#include "console/notices.h"
#include "console/panels/messagetools.h"
#include "console/panels/newerbar.h"
#include "console/panels/searchprogress.h"
#include "console/searchjob.h"
#include "console/settings.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/emptystate.h"
#include "widgets/format.h"
#include "widgets/label.h"
#include "widgets/metrics.h"
#include "widgets/table/datatable.h"
#include "widgets/table/selectionbar.h"

#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

const auto kMessagesView = u"messages"_s;
const auto kDeadLettersView = u"deadLetters"_s;
const auto kFifoView = u"fifoMessages"_s;

} // namespace

MessageListView::MessageListView(const Workspace &workspace, const QString &queueName,
                                 QWidget *parent)
    : ThemedWidget(parent)
    , m_workspace(workspace)
    , m_queueName(queueName)
    , m_look(lookOf(workspace.connection.queues(), queueName))
    , m_model(new MessageListModel(workspace.connection.admin(), queueName, this))
    , m_tools(new MessageTools(this))
    , m_selectionBar(new SelectionBar(this))
    , m_redriveMany(new Button({}, ButtonKind::Default, u"undo-2"_s, this))
    , m_moveMany(new Button({}, ButtonKind::Default, u"folder-input"_s, this))
    , m_deleteMany(new Button({}, ButtonKind::DangerGhost, u"trash-2"_s, this))
    , m_progress(new SearchProgress(this))
    , m_newer(new NewerBar(this))
    , m_pages(new QStackedWidget(this))
    , m_table(new DataTable(m_pages))
    , m_empty(new EmptyState(m_pages))
    , m_sendFirst(new Button({}, ButtonKind::Primary, u"send"_s, m_empty))
    , m_clearSearch(new Button({}, ButtonKind::Default, {}, m_empty))
    , m_footer(new TextLabel(TextRole::Hint, Token::Muted, {}, this))
{
    buildTools();
    buildTable();
    layOut();
    followModel();
    followQueue();
    languageChanged();
    m_table->setLoading(true);
    m_model->setBrokerNow(workspace.connection.status().brokerNowMs());
    m_model->reload();
}

MessageListView::~MessageListView()
{
    m_workspace.settings.setViewState(viewName(), m_table->saveLayout());
}

MessageListView::Look MessageListView::lookOf(const QueueListModel &queues,
                                              const QString &queueName)
{
    if (queues.takesDeadLetters(queueName))
        return Look::DeadLetters;
    const int row = queues.rowOf(queueName);
    return row >= 0 && queues.queueAt(row).settings.isFifo() ? Look::Fifo : Look::Plain;
}

QString MessageListView::viewName() const
{
    switch (m_look) {
    case Look::DeadLetters:
        return kDeadLettersView;
    case Look::Fifo:
        return kFifoView;
    case Look::Plain:
        break;
    }
    return kMessagesView;
}

const Admin::QueueRow *MessageListView::queue() const
{
    const QueueListModel &queues = m_workspace.connection.queues();
    const int row = queues.rowOf(m_queueName);
    return row < 0 ? nullptr : &queues.queueAt(row);
}

void MessageListView::showCounts()
{
    if (const Admin::QueueRow *row = queue()) {
        m_tools->setCounts(row->counts);
        m_model->setMaxReceives(row->settings.deadLetters.maxReceiveCount);
        showFooter();
    }
}

void MessageListView::showWhatFits()
{
    m_table->setLoading(m_model->isLoading() && !m_model->isLoaded());
    showEmptyState();
    const bool isEmpty = m_model->isLoaded() && !m_model->isLoading() && m_model->rowCount() == 0;
    m_pages->setCurrentWidget(isEmpty ? m_empty : static_cast<QWidget *>(m_table));
    m_newer->setNewer(m_model->newerCount(), m_model->newerCount() >= MessageListModel::kPage);
    showSelection();
    showSearch();
    showFooter();
}

void MessageListView::showEmptyState()
{
    const bool searched = !m_model->search().isEmpty();
    const bool filtered = m_tools->state().has_value();
    m_empty->setIconName(searched ? u"search"_s : u"inbox"_s);
    m_empty->setTitle(searched       ? tr("No message matches “%1”").arg(m_model->search())
                          : filtered ? tr("No message in this state")
                                     : tr("This queue is empty"));
    m_empty->setText(searched ? tr("Bodies, properties, groups and message IDs were searched.")
                         : filtered ? tr("Messages show here as soon as they are in it.")
                                    : tr("A message stays here until a receiver deletes it."));
    m_sendFirst->setVisible(!filtered && !searched);
    m_clearSearch->setVisible(searched);
}

void MessageListView::showSearch()
{
    const bool searching = m_model->isSearching();
    m_progress->setVisible(searching);
    m_progress->setProgress(m_model->scannedCount(), m_tools->total(), m_model->rowCount());
    if (m_tools->isTailing()) {
        m_tools->setRemark(m_table->verticalScrollBar()->value() == 0
                               ? tr("Following")
                               : tr("Paused while you scroll"));
    } else if (m_model->search().isEmpty() || searching) {
        m_tools->setRemark({});
    } else {
        const QString found = Format::count(m_model->rowCount());
        //: After a search; %1 is a number of messages, "+" says that there may be more.
        m_tools->setRemark(m_model->isComplete() ? tr("%1 match").arg(found)
                                                 : tr("%1+ match").arg(found));
    }
}

void MessageListView::followSearch()
{
    if (m_searchJob || !m_model->isSearching() || m_model->scannedCount() == 0)
        return;
    auto job = std::make_unique<SearchJob>(*m_model, m_queueName, m_tools->total());
    m_searchJob = job.get();
    connect(job.get(), &BackgroundJob::finished, this, [this] {
        m_searchJob.clear();
        if (!isVisible()) // Who looks elsewhere by now is told.
            m_workspace.notices.say([found = m_model->rowCount(), queueName = m_queueName] {
                return tr("The search in %1 found %Ln message(s).", nullptr, found).arg(queueName);
            });
    });
    m_workspace.jobs.add(std::move(job));
}

void MessageListView::showFooter()
{
    const int shown = m_model->presentCount();
    const auto looking = tr("Reading here does not count as a receive.");
    if (!m_model->search().isEmpty()) {
        //: After or during a search; %1 and %2 are numbers of messages, %3 is a further sentence.
        m_footer->setText(
            tr("%1 found in %2 looked at, newest first. %3")
                .arg(Format::count(shown), Format::count(m_model->scannedCount()), looking));
    } else if (shown == 0 || !queue()) {
        m_footer->setText(looking);
    } else {
        const QString count = Format::count(shown);
        const QString all = Format::count(std::max<qint64>(m_tools->total(), shown));
        m_footer->setText(
            m_model->isFull() && !m_model->isComplete()
                //: %1 rows, as many as there can be, of %2 messages; %3 is a further sentence.
                ? tr("The newest %1 of %2. A state or a search shows others. %3")
                      .arg(count, all, looking)
                //: %1 rows are shown of %2 messages; %3 is a further sentence.
                : tr("%1 of %2, newest first. %3").arg(count, all, looking));
    }
}

void MessageListView::showSelection()
{
    const qsizetype rows = m_table->selectedRowsInOrder().size();
    m_selectionBar->setSelectedCount(int(rows));
    m_tools->giveWayTo(m_selectionBar, rows > 1);
    emit selectionChanged();
}

void MessageListView::check()
{
    QList<QByteArray> shown;
    if (const int first = m_table->rowAt(0); first >= 0) {
        const int last = m_table->rowAt(m_table->viewport()->height() - 1);
        for (int row = first; row <= (last < 0 ? m_model->rowCount() - 1 : last); ++row)
            shown.append(m_model->messageAt(row).messageId);
    }
    // What the inspector shows may have been scrolled away.
    if (const int row = selectedRow(); row >= 0)
        shown.append(m_model->messageAt(row).messageId);
    m_model->check(shown);
}

void MessageListView::refresh()
{
    m_model->refresh();
}

void MessageListView::showNewer()
{
    m_table->scrollToTop(); // They were asked for, so they are to be seen.
    refresh();
}

int MessageListView::selectedRow() const
{
    const QModelIndexList rows = m_table->selectedRowsInOrder();
    return rows.size() == 1 && m_pages->currentWidget() == m_table ? rows.constFirst().row() : -1;
}

void MessageListView::showError(const Error &error)
{
    // Who gave no answer may give one yet.
    const bool unanswered =
        error.code == ErrorCode::NetworkFailure || error.code == ErrorCode::Timeout;
    m_table->setLoading(unanswered && !m_model->isLoaded());
    showSearch();
    if (error.code == ErrorCode::QueueNotExist) {
        emit queueMissing();
        return;
    }
    if (error.code == ErrorCode::InvalidSearch) // The broker knows another language of searches.
        return m_tools->setProblem(error.message);
    m_workspace.notices.complain([queueName = m_queueName, error] {
        return tr("The messages of %1 could not be read.").arg(queueName) + u' ' + errorText(error);
    });
}

void MessageListView::setTailing(bool tailing)
{
    if (tailing) {
        m_tools->clearSearch();
        m_table->scrollToTop();
        m_model->reload();
        m_tailTimer.start();
    } else {
        m_tailTimer.stop();
    }
    showSearch();
}

void MessageListView::tail()
{
    // Scrolling away from the newest pauses it, going back resumes it.
    if (m_table->verticalScrollBar()->value() == 0 && !m_workspace.connection.isPaused())
        m_model->loadNewer();
    showSearch();
}

void MessageListView::showMessage(const QString &messageId)
{
    m_toSelect = {messageId.toUpper().toLatin1()};
    m_tools->setState(std::nullopt);
    m_tools->setSearch(messageId);
    m_model->setSearch(messageId); // at once
    if (m_model->rowOf(m_toSelect.constFirst()) >= 0) // It is what shows already.
        select(std::exchange(m_toSelect, {}));
}

void MessageListView::showReceived(const QList<QByteArray> &messageIds)
{
    m_toSelect = messageIds;
    m_tools->clearSearch();
    m_model->setSearch({});
    m_tools->setState(Admin::MessageState::Leased);
    m_model->reload();
}

void MessageListView::select(const QList<QByteArray> &messageIds)
{
    m_table->clearSelection();
    for (const QByteArray &id : messageIds) {
        if (const int row = m_model->rowOf(id); row >= 0) {
            m_table->scrollTo(m_model->index(row, 0));
            m_table->selectionModel()->select(
                m_model->index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
    }
    m_table->setFocus();
}

QList<QByteArray> MessageListView::selectedIds() const
{
    QList<QByteArray> ids;
    const QModelIndexList rows = m_table->selectedRowsInOrder();
    for (const QModelIndex &index : rows)
        ids.append(m_model->messageAt(index.row()).messageId);
    return ids;
}

void MessageListView::clearSelection()
{
    m_table->clearSelection();
}

void MessageListView::step(int rows)
{
    const int row = m_table->currentIndex().row() + rows;
    if (row >= 0 && row < m_model->rowCount())
        m_table->setCurrentIndex(m_model->index(row, 0));
}

void MessageListView::addColumnChoice(QMenu &menu)
{
    m_table->addColumnChoice(menu);
}

void MessageListView::focusSearch()
{
    m_tools->focusSearch();
}

bool MessageListView::stepBack()
{
    if (!m_table->selectedRowsInOrder().isEmpty())
        m_table->clearSelection();
    else if (!m_tools->search().isEmpty())
        m_tools->clearSearch();
    else if (m_tools->isTailing())
        m_tools->setTailing(false);
    else
        return false;
    return true;
}

QList<QWidget *> MessageListView::regions() const
{
    return m_tools->regions() + QList<QWidget *>{m_table, m_empty};
}

void MessageListView::takeFocus()
{
    if (m_pages->currentWidget() == m_table)
        m_table->setFocus();
    else
        (m_sendFirst->isHidden() ? m_clearSearch : m_sendFirst)->setFocus();
}

void MessageListView::hideEvent(QHideEvent *event)
{
    ThemedWidget::hideEvent(event);
    m_tools->setTailing(false);
}

} // namespace Signalbox
