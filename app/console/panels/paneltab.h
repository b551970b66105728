// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/workspace.h"

#include <QList>
#include <QWidget>

namespace Signalbox {

class Feed;

/// One part of an opened thing. The panel passes the window's shortcuts on to the tab that shows.
class PanelTab : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PanelTab)

public:
    PanelTab(const Workspace &workspace, QWidget *parent);

    /// Where the tab's own live data comes from; null where it has none of its own.
    [[nodiscard]] virtual Feed *liveFeed() { return nullptr; }
    /// Brings everything up to date now (F5).
    virtual void refresh() { }
    /// Puts the focus into the tab's search (Ctrl+F).
    virtual void focusFilter() { }
    /// Deletes what is selected (Delete).
    virtual void deleteSelected() { }
    /// What is selected as others name it (Ctrl+Shift+C); empty when nothing is.
    [[nodiscard]] virtual QString idToCopy() const { return {}; }
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
    /// Sets every text; called again when the language changes.
    virtual void retranslate() = 0;
    void changeEvent(QEvent *event) override;

private:
    Workspace m_workspace;
};

} // namespace Signalbox
