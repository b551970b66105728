// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/topicspanel.h"

#include "console/brokerconnection.h"
#include "console/dialogs/createtopicdialog.h"
#include "console/dialogs/publishdialog.h"
#include "console/dialogs/subscribedialog.h"
#include "console/models/topicfiltermodel.h"
#include "console/notices.h"
#include "console/panels/topicactions.h"
#include "console/panels/topicinspector.h"
#include "widgets/card.h"
#include "widgets/emptystate.h"
#include "widgets/icons.h"
#include "widgets/searchfield.h"
#include "widgets/table/datatable.h"

#include <QMenu>
#include <QVBoxLayout>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFilterWidth = 280;

} // namespace

TopicsPanel::TopicsPanel(const Workspace &workspace, QWidget *parent)
    : NamedListPanel(workspace,
                     {.iconName = u"radio-tower"_s,
                      .layoutKey = u"topics"_s,
                      .filterWidth = kFilterWidth,
                      .inspects = true},
                     parent)
    , m_model(new TopicFilterModel(workspace.connection.topics(), this))
    , m_inspector(new TopicInspector(workspace, this))
{
    column()->addWidget(new Hairline(Qt::Horizontal, this));
    build(m_model, TopicListModel::columns(), m_inspector);
    table().setRowKind(DataTable::RowKind::TwoLine);
    connect(&filter(), &SearchField::searchChanged, this, [this](const QString &text) {
        m_model->setText(text);
        showWhatFits();
    });
    connect(m_inspector, &TopicInspector::openRequested, this, &TopicsPanel::opened);
    connect(m_inspector, &TopicInspector::publishRequested, this, &TopicsPanel::publishTo);
    connect(m_inspector, &TopicInspector::subscribeRequested, this, &TopicsPanel::subscribeTo);
    connect(&workspace.connection.topicFeed(), &Feed::updated, this, &TopicsPanel::showWhatFits);
    retranslate();
}

TopicsPanel::~TopicsPanel() = default;

void TopicsPanel::inspect(const QString &name)
{
    m_inspector->showTopic(name);
}

void TopicsPanel::showWhatFits()
{
    BrokerConnection &connection = workspace().connection;
    const auto page = showPage(connection.topicFeed().isComplete(), connection.topics().rowCount());
    if (page == ListPages::Page::NoMatch)
        noMatch().setTitle(tr("No topic matches “%1”").arg(m_model->text()));
}

void TopicsPanel::create()
{
    auto *dialog = new CreateTopicDialog(workspace(), window());
    connect(dialog, &CreateTopicDialog::created, this, [this](const QString &topicName) {
        workspace().notices.say([topicName] { return tr("Created topic %1.").arg(topicName); });
        workspace().connection.refresh();
    });
    dialog->open();
}

void TopicsPanel::publishTo(const QString &topicName)
{
    (new PublishDialog(workspace(), topicName, window()))->open();
}

void TopicsPanel::subscribeTo(const QString &topicName)
{
    (new SubscribeDialog(workspace(), topicName, window()))->open();
}

void TopicsPanel::confirmDelete(const QString &name)
{
    confirmDeleteTopic(workspace(), name, window());
}

void TopicsPanel::addActions(QMenu &menu, const QString &name)
{
    menu.addAction(themedIcon(u"send"_s), tr("Publish…"), this, [this, name] { publishTo(name); });
    menu.addAction(themedIcon(u"plus"_s), tr("Subscribe…"), this,
                   [this, name] { subscribeTo(name); });
}

Feed *TopicsPanel::liveFeed()
{
    return &workspace().connection.topicFeed();
}

void TopicsPanel::refresh()
{
    m_model->resort();
}

QList<PanelCommand> TopicsPanel::commands()
{
    return {{u"plus"_s, tr("Create topic…"), {}, {}, [this] { create(); }}};
}

void TopicsPanel::retranslate()
{
    NamedListPanel::retranslate();
    header().setTitle(tr("Topics"));
    filter().setPlaceholderText(tr("Search topic, endpoint or tag"));
    filter().setAccessibleName(tr("Search topic, endpoint or tag"));
    setCreateText(tr("Create topic…"));
    none().setTitle(tr("No topics yet"));
    none().setText(tr("A topic hands each message to all its subscribers: HTTP endpoints,\n"
                      "queues, mail and SMS. Create one here, or let your code do it."));
    noMatch().setText(tr("The search looks at names, endpoints and tags."));
    table().setAccessibleName(tr("Topics"));
    showWhatFits();
}

} // namespace Signalbox
