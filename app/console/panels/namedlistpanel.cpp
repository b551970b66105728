// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/namedlistpanel.h"

#include "console/feeds/feed.h"
#include "console/feeds/retrywhenlate.h"
#include "console/inspectorwalk.h"
#include "console/settings.h"
#include "widgets/button.h"
#include "widgets/emptystate.h"
#include "widgets/format.h"
#include "widgets/icons.h"
#include "widgets/inspector.h"
#include "widgets/inspectorsplit.h"
#include "widgets/scaledsize.h"
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

constexpr int kNameColumn = 0;

} // namespace

NamedListPanel::NamedListPanel(const Workspace &workspace, const Looks &looks, QWidget *parent)
    : Panel(parent)
    , m_workspace(workspace)
    , m_layoutKey(looks.layoutKey)
    , m_filter(new SearchField({}, this))
    , m_create(new Button({}, ButtonKind::Primary, u"plus"_s, this))
    , m_pages(new ListPages(looks.iconName, this))
    , m_createFirst(new Button({}, ButtonKind::Primary, u"plus"_s, m_pages->none()))
    , m_clearFilter(new Button({}, ButtonKind::Default, {}, m_pages->noMatch()))
    , m_inspecting(looks.inspects)
{
    keepScaled(*m_filter, &QWidget::setFixedWidth, looks.filterWidth);
    header().addAction(m_filter);
    header().addAction(m_create);
    none().addAction(m_createFirst);
    noMatch().addAction(m_clearFilter);
    connect(m_create, &QPushButton::clicked, this, [this] { create(); });
    connect(m_createFirst, &QPushButton::clicked, this, [this] { create(); });
    connect(m_clearFilter, &QPushButton::clicked, this, [this] { clearFilters(); });
}

NamedListPanel::~NamedListPanel()
{
    m_workspace.settings.setViewState(m_layoutKey, table().saveLayout());
}

void NamedListPanel::build(QAbstractItemModel *model, const QList<TableColumn> &columns,
                           Inspector *inspector)
{
    DataTable &list = table();
    list.setModel(model);
    list.setSelectionMode(QAbstractItemView::SingleSelection);
    list.setColumns(columns);
    list.setSortingEnabled(true);
    list.sortByColumn(kNameColumn, Qt::AscendingOrder);
    list.restoreLayout(m_workspace.settings.viewState(m_layoutKey));
    retryWhenLate(list, m_workspace.connection, [this] { liveFeed()->retry(); });
    connect(&list, &QAbstractItemView::activated, this,
            [this](const QModelIndex &index) { emit opened(nameAt(index)); });
    connect(&list, &DataTable::rowMenuRequested, this, &NamedListPanel::openMenu);
    connect(&list, &DataTable::selectedCountChanged, this, &NamedListPanel::showInspector);

    m_inspector = inspector;
    column()->addWidget(new InspectorSplit(m_pages, inspector, this), 1);
    letWalk(*inspector, list);
    connect(inspector, &Inspector::closeRequested, this, [this] { setInspecting(false); });
    m_inspect = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_I), this);
    connect(m_inspect, &QShortcut::activated, this, [this] { setInspecting(!m_inspecting); });
}

ListPages::Page NamedListPanel::showPage(bool known, int all)
{
    header().setCount(known && all > 0 ? Format::count(all) : QString());
    const auto page = m_pages->showWhatFits(known, all, table().model()->rowCount());
    m_filter->setVisible(page != ListPages::Page::None);
    showInspector();
    return page;
}

void NamedListPanel::setInspecting(bool inspecting)
{
    m_inspecting = inspecting;
    if (inspecting && selected().isEmpty() && table().model()->rowCount() > 0)
        table().setCurrentIndex(table().model()->index(0, kNameColumn));
    showInspector();
    if (!inspecting)
        table().setFocus();
}

void NamedListPanel::showInspector()
{
    const QString name = selected();
    const bool shown = m_inspecting && !name.isEmpty() && m_pages->currentWidget() == &table();
    if (shown)
        inspect(name);
    m_inspector->setVisible(shown);
}

void NamedListPanel::setCreateText(const QString &text)
{
    m_create->setText(text);
    m_createFirst->setText(text);
}

QString NamedListPanel::selected() const
{
    const QModelIndexList rows = table().selectedRowsInOrder();
    return rows.isEmpty() ? QString() : nameAt(rows.constFirst());
}

QString NamedListPanel::nameAt(const QModelIndex &index)
{
    return index.siblingAtColumn(kNameColumn).data().toString();
}

void NamedListPanel::openMenu(const QModelIndex &index, const QPoint &position)
{
    const QString name = nameAt(index);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Open"), this, [this, name] { emit opened(name); });
    menu->addAction(themedIcon(u"info"_s), tr("Inspect (Ctrl+I)"), this,
                    [this] { setInspecting(true); });
    addActions(*menu, name);
    menu->addAction(themedIcon(u"copy"_s), tr("Copy name"), this,
                    [name] { QApplication::clipboard()->setText(name); });
    menu->addSeparator();
    addRemovals(*menu, name);
    menu->addAction(themedIcon(u"trash-2"_s), tr("Delete…"), this,
                    [this, name] { confirmDelete(name); });
    menu->addSeparator();
    table().addColumnChoice(*menu);
    menu->popup(position);
}

void NamedListPanel::takeFocus()
{
    table().isVisible() ? table().setFocus() : m_filter->setFocus();
}

void NamedListPanel::focusFilter()
{
    if (m_filter->isVisible())
        m_filter->setFocus(Qt::ShortcutFocusReason);
}

void NamedListPanel::deleteSelected()
{
    if (const QString name = selected(); !name.isEmpty())
        confirmDelete(name);
}

QString NamedListPanel::idToCopy() const
{
    return selected();
}

bool NamedListPanel::stepBack()
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

void NamedListPanel::clearFilters()
{
    m_filter->clear();
}

QList<QWidget *> NamedListPanel::regions()
{
    return {m_filter, &table(), &none(), m_inspector};
}

void NamedListPanel::retranslate()
{
    m_clearFilter->setText(tr("Clear filter"));
    m_inspect->setWhatsThis(tr("Show or hide the inspector"));
}

} // namespace Signalbox
