// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/feeds/trashfeed.h"
#include "console/workspace.h"

#include <QWidget>

class QStackedWidget;

namespace Signalbox {

class Button;
class DataTable;
class EmptyState;
class TextLabel;
class TrashListModel;

/// Activity › Trash: what was deleted, how long it can still be brought back, and the buttons that
/// do so.
class TrashPage : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TrashPage)

public:
    explicit TrashPage(const Workspace &workspace, QWidget *parent = nullptr);
    ~TrashPage() override;

    [[nodiscard]] Feed &feed() { return m_feed; }
    void refresh();
    /// Gives up the selected entry, after asking.
    void deleteSelected();
    [[nodiscard]] QList<QWidget *> regions() const;

signals:
    /// How many entries there are.
    void countChanged(int entries);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void buildTable();
    void showEntries();
    void showWhatFits();
    void restoreSelected();
    void restore(qint64 entry);
    void stopRestoring(qint64 id);
    void emptyAll();
    void giveUp(const QString &question, const QString &verb, qint64 messages,
                std::optional<qint64> entry);
    void openMenu(const QModelIndex &index, const QPoint &position);
    void retranslate();
    [[nodiscard]] std::optional<Admin::TrashEntry> selected() const;

    Workspace m_workspace;
    TrashFeed m_feed;
    TrashListModel *m_model;
    TextLabel *m_summary;
    Button *m_restore;
    Button *m_emptyNow;
    QWidget *m_tools;
    QStackedWidget *m_pages;
    DataTable *m_table;
    EmptyState *m_none;
};

} // namespace Signalbox
