// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/panels/panel.h"

#include <QList>

class QStackedWidget;

namespace Signalbox {

class Button;
class EmptyState;
class PanelTab;
class TabStrip;

/// A panel about one thing, in tabs that are made when they are needed first. In their place it
/// says that the thing is gone. The window's shortcuts go to the tab that shows.
class TabbedPanel : public Panel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TabbedPanel)

public:
    TabbedPanel(int tabs, QWidget *parent);

    [[nodiscard]] Feed *liveFeed() override;
    /// The keyboard goes to what the current tab shows first.
    void takeFocus();

    void refresh() override;
    void focusFilter() override;
    void deleteSelected() override;
    [[nodiscard]] QString idToCopy() const override;
    bool stepBack() override;
    [[nodiscard]] QList<QWidget *> regions() override;

signals:
    /// The user goes back to the list.
    void closed();

protected:
    [[nodiscard]] TabStrip &tabs() { return *m_tabs; }
    [[nodiscard]] PanelTab *currentTab();
    /// Shows the current tab, or that the thing is gone; to be called when that may have changed.
    void showWhatFits();
    /// What is said when the thing is gone, and the words of the button that leads back.
    void setGoneTexts(const QString &title, const QString &text, const QString &back);

    [[nodiscard]] virtual PanelTab *makeTab(int tab, QWidget *parent) = 0;
    [[nodiscard]] virtual bool isThere() const = 0;
    /// Where what every tab shows comes from.
    [[nodiscard]] virtual Feed &feed() = 0;
    void showEvent(QShowEvent *event) override;

private:
    TabStrip *m_tabs;
    QStackedWidget *m_pages;
    QList<PanelTab *> m_views; ///< Null while not needed yet.
    EmptyState *m_gone;
    Button *m_back;
};

} // namespace Signalbox
