// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/topicspanel.h"

#include "console/brokerconnection.h"
#include "console/dialogs/createtopicdialog.h"
#include "console/dialogs/publishdialog.h"
#include "console/dialogs/subscribedialog.h"
#include "console/inspectorwalk.h"
#include "console/models/topicfiltermodel.h"
#include "console/notices.h"
#include "console/panels/listpages.h"
#include "console/panels/topicactions.h"
#include "console/panels/topicinspector.h"
#include "console/settings.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/emptystate.h"
#include "widgets/format.h"
#include "widgets/icons.h"
#include "widgets/inspectorsplit.h"
#include "widgets/searchfield.h"
#include "widgets/table/datatable.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QShortcut>
#include <QVBoxLayout>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

const auto kTopicsView = u"topics"_s;
constexpr int kFilterWidth = 280;

} // namespace

TopicsPanel::TopicsPanel(const Workspace &workspace, QWidget *parent)
    : Panel(parent)
    , m_workspace(workspace)
    , m_model(new TopicFilterModel(workspace.connection.topics(), this))
    , m_filter(new SearchField({}, this))
    , m_create(new Button({}, ButtonKind::Primary, u"plus"_s, this))
    , m_pages(new ListPages(u"radio-tower"_s, this))
    , m_table(m_pages->table())
    , m_noTopics(m_pages->none())
    , m_createFirst(new Button({}, ButtonKind::Primary, u"plus"_s, m_noTopics))
    , m_noMatch(m_pages->noMatch())
    , m_clearFilter(new Button({}, ButtonKind::Default, {}, m_noMatch))
    , m_inspector(new TopicInspector(workspace, this))
{
    m_filter->setFixedWidth(Theme::current().px(kFilterWidth));
    header().addAction(m_filter);
    header().addAction(m_create);
    connect(m_filter, &SearchField::searchChanged, this, [this](const QString &text) {
        m_model->setText(text);
        showWhatFits();
    });
    connect(m_create, &QPushButton::clicked, this, &TopicsPanel::createTopic);
    buildTable();
    buildInspector();
    connect(&m_workspace.connection.topicFeed(), &Feed::updated, this, &TopicsPanel::showWhatFits);
    retranslate();
}

TopicsPanel::~TopicsPanel()
{
    m_workspace.settings.setViewState(kTopicsView, m_table->saveLayout());
}

void TopicsPanel::buildTable()
{
    m_table->setModel(m_model);
    m_table->setRowKind(DataTable::RowKind::TwoLine);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setColumns(TopicListModel::columns());
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(TopicListModel::Name, Qt::AscendingOrder);
    m_table->restoreLayout(m_workspace.settings.viewState(kTopicsView));
    m_noTopics->addAction(m_createFirst);
    m_noMatch->addAction(m_clearFilter);
    connect(m_table, &QAbstractItemView::activated, this,
            [this](const QModelIndex &index) { emit topicOpened(topicAt(index)); });
    connect(m_table, &DataTable::rowMenuRequested, this, &TopicsPanel::openMenu);
    connect(m_table, &DataTable::selectedCountChanged, this, &TopicsPanel::showInspector);
    connect(m_createFirst, &QPushButton::clicked, this, &TopicsPanel::createTopic);
    connect(m_clearFilter, &QPushButton::clicked, m_filter, &QLineEdit::clear);
}

void TopicsPanel::buildInspector()
{
    column()->addWidget(new Hairline(Qt::Horizontal, this));
    column()->addWidget(new InspectorSplit(m_pages, m_inspector, this), 1);
    letWalk(*m_inspector, *m_table);
    connect(m_inspector, &Inspector::closeRequested, this, [this] { setInspecting(false); });
    connect(m_inspector, &TopicInspector::openRequested, this, &TopicsPanel::topicOpened);
    connect(m_inspector, &TopicInspector::publishRequested, this, &TopicsPanel::publishTo);
    connect(m_inspector, &TopicInspector::subscribeRequested, this, &TopicsPanel::subscribeTo);
    auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_I), this);
    connect(shortcut, &QShortcut::activated, this, [this] { setInspecting(!m_inspecting); });
}

void TopicsPanel::setInspecting(bool inspecting)
{
    m_inspecting = inspecting;
    if (inspecting && selectedTopic().isEmpty() && m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(0, 0));
    showInspector();
    if (!inspecting)
        m_table->setFocus();
}

void TopicsPanel::showInspector()
{
    const QString name = selectedTopic();
    const bool shown = m_inspecting && !name.isEmpty() && m_pages->currentWidget() == m_table;
    if (shown)
        m_inspector->showTopic(name);
    m_inspector->setVisible(shown);
}

QString TopicsPanel::selectedTopic() const
{
    const QModelIndexList selected = m_table->selectedRowsInOrder();
    return selected.isEmpty() ? QString() : topicAt(selected.constFirst());
}

QString TopicsPanel::topicAt(const QModelIndex &index)
{
    return index.siblingAtColumn(TopicListModel::Name).data().toString();
}

void TopicsPanel::showWhatFits()
{
    const TopicListModel &topics = m_workspace.connection.topics();
    const bool complete = m_workspace.connection.topicFeed().isComplete();
    header().setCount(complete && topics.rowCount() > 0 ? Format::count(topics.rowCount())
                                                        : QString());
    const auto page = m_pages->showWhatFits(complete, topics.rowCount(), m_model->rowCount());
    if (page == ListPages::Page::NoMatch)
        m_noMatch->setTitle(tr("No topic matches “%1”").arg(m_model->text()));
    m_filter->setVisible(page != ListPages::Page::None);
    showInspector();
}

void TopicsPanel::createTopic()
{
    auto *dialog = new CreateTopicDialog(m_workspace, window());
    connect(dialog, &CreateTopicDialog::created, this, [this](const QString &topicName) {
        m_workspace.notices.say([topicName] { return tr("Created topic %1.").arg(topicName); });
        m_workspace.connection.refresh();
    });
    dialog->open();
}

void TopicsPanel::publishTo(const QString &topicName)
{
    (new PublishDialog(m_workspace, topicName, window()))->open();
}

void TopicsPanel::subscribeTo(const QString &topicName)
{
    (new SubscribeDialog(m_workspace, topicName, window()))->open();
}

void TopicsPanel::openMenu(const QModelIndex &index, const QPoint &position)
{
    const QString topicName = topicAt(index);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Open"), this, [this, topicName] { emit topicOpened(topicName); });
    menu->addAction(themedIcon(u"info"_s), tr("Inspect (Ctrl+I)"), this,
                    [this] { setInspecting(true); });
    menu->addAction(themedIcon(u"send"_s), tr("Publish…"), this,
                    [this, topicName] { publishTo(topicName); });
    menu->addAction(themedIcon(u"plus"_s), tr("Subscribe…"), this,
                    [this, topicName] { subscribeTo(topicName); });
    menu->addAction(themedIcon(u"copy"_s), tr("Copy name"), this,
                    [topicName] { QApplication::clipboard()->setText(topicName); });
    menu->addSeparator();
    menu->addAction(themedIcon(u"trash-2"_s), tr("Delete…"), this,
                    [this, topicName] { confirmDeleteTopic(m_workspace, topicName, window()); });
    menu->addSeparator();
    m_table->addColumnChoice(*menu);
    menu->popup(position);
}

void TopicsPanel::refresh()
{
    m_model->resort();
}

void TopicsPanel::focusFilter()
{
    if (m_filter->isVisible())
        m_filter->setFocus(Qt::ShortcutFocusReason);
}

void TopicsPanel::deleteSelected()
{
    if (const QString name = selectedTopic(); !name.isEmpty())
        confirmDeleteTopic(m_workspace, name, window());
}

bool TopicsPanel::stepBack()
{
    if (m_inspector->isVisible()) {
        setInspecting(false);
        return true;
    }
    if (m_filter->text().isEmpty())
        return false;
    m_filter->clear();
    return true;
}

QList<PanelCommand> TopicsPanel::commands()
{
    return {{u"plus"_s, tr("Create topic…"), {}, {}, [this] { createTopic(); }}};
}

QList<QWidget *> TopicsPanel::regions()
{
    return {m_filter, m_table, m_noTopics, m_inspector};
}

void TopicsPanel::retranslate()
{
    header().setTitle(tr("Topics"));
    m_filter->setPlaceholderText(tr("Search topic, endpoint or tag"));
    m_filter->setAccessibleName(tr("Search topic, endpoint or tag"));
    m_create->setText(tr("Create topic…"));
    m_createFirst->setText(tr("Create topic…"));
    m_noTopics->setTitle(tr("No topics yet"));
    m_noTopics->setText(tr("A topic hands each message to all its subscribers: HTTP endpoints,\n"
                           "queues, mail and SMS. Create one here, or let your code do it."));
    m_noMatch->setText(tr("The search looks at names, endpoints and tags."));
    m_clearFilter->setText(tr("Clear filter"));
    m_table->setAccessibleName(tr("Topics"));
    showWhatFits();
}

} // namespace Signalbox
