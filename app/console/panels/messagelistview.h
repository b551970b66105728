// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/workspace.h"
#include "widgets/themedwidget.h"

#include <QByteArray>
#include <QList>
#include <QPointer>
#include <QTimer>

class QMenu;
class QStackedWidget;

namespace Signalbox {

class Button;
class DataTable;
class EmptyState;
class MessageListModel;
class MessageTools;
class NewerBar;
class QueueListModel;
class SearchJob;
class SearchProgress;
class SelectionBar;
class TextLabel;
struct Error;

namespace Admin {
struct QueueRow;
}

/// The list of a queue's messages with what chooses them: state, search, following what comes. Says
/// how much it shows, and offers what can be done with several selected rows.
class MessageListView : public ThemedWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessageListView)

public:
    MessageListView(const Workspace &workspace, const QString &queueName,
                    QWidget *parent = nullptr);
    ~MessageListView() override;

    [[nodiscard]] MessageListModel &model() { return *m_model; }
    /// The one row that is selected, or -1.
    [[nodiscard]] int selectedRow() const;
    [[nodiscard]] QList<QByteArray> selectedIds() const;
    void clearSelection();
    /// Selects the message \a rows further down.
    void step(int rows);
    /// Looks for the message with this whole ID, whatever its state, and selects it.
    void showMessage(const QString &messageId);
    /// Shows what is in flight and selects these, which were just received.
    void showReceived(const QList<QByteArray> &messageIds);

    /// Brings the list up to date where it is.
    void refresh();
    /// Brings the states of what is in view up to date.
    void check();

    /// Adds which columns there are to the menu of a message.
    void addColumnChoice(QMenu &menu);
    void focusSearch();
    /// Ends the selection, the search or following, the top-most; false when there was none.
    bool stepBack();
    [[nodiscard]] QList<QWidget *> regions() const;
    void takeFocus();

signals:
    /// Other rows are selected, or what is known of them changed.
    void selectionChanged();
    void menuRequested(int row, const QPoint &position);
    void redriveRequested(const QList<QByteArray> &messageIds);
    void moveRequested(const QList<QByteArray> &messageIds);
    void deleteRequested(const QList<QByteArray> &messageIds);
    void sendRequested();
    /// The broker knows no such queue.
    void queueMissing();

protected:
    void languageChanged() override;
    void hideEvent(QHideEvent *event) override;

private:
    /// What kind of queue it is, and so which columns there are at first.
    enum class Look { Plain, DeadLetters, Fifo };
    [[nodiscard]] static Look lookOf(const QueueListModel &queues, const QString &queueName);
    [[nodiscard]] QString viewName() const; ///< Under which its columns are kept.
    void buildTools();
    void buildTable();
    void layOut();
    void followModel();
    void followQueue();
    void showCounts();
    void showWhatFits();
    void showEmptyState();
    void showFooter();
    void showSelection();
    void showSearch();
    void followSearch();
    void showError(const Error &error);
    void showNewer();
    void setTailing(bool tailing);
    void tail();
    void select(const QList<QByteArray> &messageIds);
    /// Null while it is not known or gone. Valid until the next event.
    [[nodiscard]] const Admin::QueueRow *queue() const;

    Workspace m_workspace;
    QString m_queueName;
    Look m_look; ///< When the list was opened.
    MessageListModel *m_model;
    MessageTools *m_tools;
    SelectionBar *m_selectionBar;
    Button *m_redriveMany;
    Button *m_moveMany;
    Button *m_deleteMany;
    SearchProgress *m_progress;
    NewerBar *m_newer;
    QStackedWidget *m_pages;
    DataTable *m_table;
    EmptyState *m_empty;
    Button *m_sendFirst;
    Button *m_clearSearch;
    TextLabel *m_footer;
    QTimer m_tailTimer;
    QTimer m_checkSoon; ///< Rows came into view.
    QPointer<SearchJob> m_searchJob; ///< Of a search that takes longer than one step.
    QList<QByteArray> m_toSelect; ///< Received just now; selected when they show.
};

} // namespace Signalbox
