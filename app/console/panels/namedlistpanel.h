// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/panels/listpages.h"
#include "console/panels/panel.h"
#include "console/workspace.h"

class QAbstractItemModel;
class QMenu;
class QShortcut;

namespace Signalbox {

class Button;
class Inspector;
class SearchField;
struct TableColumn;

/// What queues and topics have in common as lists: a filter and Create in the header, a table whose
/// first column is the name, an inspector beside it, a row menu, and what to say when it is empty.
class NamedListPanel : public Panel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NamedListPanel)

public:
    ~NamedListPanel() override;

    /// Asks for a new one.
    virtual void create() = 0;

    /// The keyboard goes to the list.
    void takeFocus();
    void focusFilter() override;
    void deleteSelected() override;
    [[nodiscard]] QString idToCopy() const override;
    bool stepBack() override;
    [[nodiscard]] QList<QWidget *> regions() override;

signals:
    void opened(const QString &name);

protected:
    struct Looks
    {
        QString iconName; ///< Of the empty list.
        QString layoutKey; ///< Under which the table's layout is kept.
        int filterWidth = 0;
        bool inspects = false; ///< The inspector shows at first.
    };
    NamedListPanel(const Workspace &workspace, const Looks &looks, QWidget *parent);

    /// Puts the list with \a columns of \a model at the end of column(), \a inspector beside it.
    void build(QAbstractItemModel *model, const QList<TableColumn> &columns, Inspector *inspector);

    [[nodiscard]] const Workspace &workspace() const { return m_workspace; }
    [[nodiscard]] SearchField &filter() const { return *m_filter; }
    [[nodiscard]] DataTable &table() const { return *m_pages->table(); }
    [[nodiscard]] EmptyState &none() const { return *m_pages->none(); }
    [[nodiscard]] EmptyState &noMatch() const { return *m_pages->noMatch(); }

    /// Shows the list, or what fits instead of it, of \a all that there are, if they are \a known.
    ListPages::Page showPage(bool known, int all);
    void setInspecting(bool inspecting);
    void showInspector();
    void setCreateText(const QString &text);

    /// Fills the inspector.
    virtual void inspect(const QString &name) = 0;
    virtual void confirmDelete(const QString &name) = 0;
    /// Shows everything again, whatever hid it.
    virtual void clearFilters();
    /// What can be done with \a name beyond looking at it and copying its name.
    virtual void addActions(QMenu &menu, const QString &name) = 0;
    /// What takes something away, above Delete.
    virtual void addRemovals(QMenu &, const QString &) { }
    void retranslate() override;

    /// The name of the selected one; empty without one.
    [[nodiscard]] QString selected() const;

private:
    void openMenu(const QModelIndex &index, const QPoint &position);
    [[nodiscard]] static QString nameAt(const QModelIndex &index);

    Workspace m_workspace;
    const QString m_layoutKey;
    SearchField *m_filter;
    Button *m_create;
    ListPages *m_pages;
    Button *m_createFirst;
    Button *m_clearFilter;
    Inspector *m_inspector = nullptr;
    QShortcut *m_inspect = nullptr;
    bool m_inspecting; ///< The inspector shows while something is selected.
};

} // namespace Signalbox
