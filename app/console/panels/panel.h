// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/panelheader.h"

#include <QKeySequence>
#include <QList>
#include <QString>
#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace Signalbox {

class Feed;

/// Something that can be done in a panel, as the command palette offers it.
struct PanelCommand
{
    QString iconName;
    QString text;
    QString context{}; ///< What it is done to; empty where that is plain.
    QKeySequence keys{};
    std::function<void()> run;
};

/// What the window shows at the right: a header, a place for a banner and the panel's own content.
/// The window calls the verbs below for its shortcuts; a panel that has nothing to do for one
/// leaves it out.
class Panel : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Panel)

public:
    explicit Panel(QWidget *parent = nullptr);

    [[nodiscard]] PanelHeader &header() { return *m_header; }
    /// Shows \a banner under the header; it moves here from the panel that had it.
    void takeBanner(QWidget *banner);

    /// Where the live data of what shows comes from; null while nothing in it is live.
    [[nodiscard]] virtual Feed *liveFeed() { return nullptr; }
    /// The age of that is told also while it is fresh.
    [[nodiscard]] virtual bool tellsFreshAge() const { return false; }
    /// Brings everything up to date now (F5).
    virtual void refresh() { }
    /// Puts the focus into the panel's filter (Ctrl+F).
    virtual void focusFilter() { }
    /// Deletes what is selected (Delete).
    virtual void deleteSelected() { }
    /// What is selected as others name it (Ctrl+Shift+C): IDs, one a line, or a name; empty when
    /// nothing is.
    [[nodiscard]] virtual QString idToCopy() const { return {}; }
    /// Closes the top-most thing of the panel (Esc); false when there was none.
    virtual bool stepBack() { return false; }
    /// What can be done in this panel now beyond the verbs above, for the command palette.
    [[nodiscard]] virtual QList<PanelCommand> commands() { return {}; }
    /// Parts of the panel that F6 goes through, in reading order.
    [[nodiscard]] virtual QList<QWidget *> regions() { return {}; }

protected:
    /// The panel's content goes here.
    [[nodiscard]] QVBoxLayout *column() const { return m_column; }
    /// Sets every text of the panel; called again when the language changes.
    virtual void retranslate() = 0;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    PanelHeader *m_header;
    QVBoxLayout *m_bannerSlot;
    QVBoxLayout *m_column;
};

} // namespace Signalbox
