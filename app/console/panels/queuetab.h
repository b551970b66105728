// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/workspace.h"

#include <QList>
#include <QWidget>

namespace Signalbox {

class Feed;

namespace Admin {
struct QueueRow;
}

/// One part of an open queue. The panel passes the window's shortcuts on to the tab that shows.
class QueueTab : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QueueTab)

public:
    QueueTab(const Workspace &workspace, const QString &queueName, QWidget *parent);

    /// Brings everything up to date now (F5).
    virtual void refresh() { }
    /// Puts the focus into the tab's search (Ctrl+F).
    virtual void focusFilter() { }
    /// Deletes what is selected (Delete).
    virtual void deleteSelected() { }
    /// Closes the top-most thing of the tab (Esc); false when there was none.
    virtual bool stepBack() { return false; }
    /// Parts of the tab that F6 goes through, in reading order.
    [[nodiscard]] virtual QList<QWidget *> regions() { return {}; }
    /// Where the keyboard starts.
    virtual void takeFocus() { }

signals:
    /// What the chip beside the tab's name shows.
    void countChanged(qint64 count);

protected:
    [[nodiscard]] const Workspace &workspace() const { return m_workspace; }
    [[nodiscard]] const QString &queueName() const { return m_queueName; }
    /// The queue's row; null while it is not known or gone. Valid until the next event.
    [[nodiscard]] const Admin::QueueRow *queue() const;
    /// Lets \a feed, which this tab owns, ask while the tab shows and live updates are not paused.
    void runWhileShown(Feed *feed);

    /// Sets every text; called again when the language changes.
    virtual void retranslate() = 0;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void updateFeeds(bool shown);

    Workspace m_workspace;
    QString m_queueName;
    QList<Feed *> m_feeds;
};

} // namespace Signalbox
