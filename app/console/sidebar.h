// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/connectionlist.h"
#include "widgets/sectionlist.h"
#include "widgets/themedwidget.h"

#include <optional>

class QBoxLayout;
class QMenu;

namespace Signalbox {

class IconButton;
class TextLabel;

/// The window's left edge: the program's name, the connections and the sections. Collapsed it shows
/// icons alone.
class Sidebar : public ThemedWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Sidebar)

public:
    enum Section { Overview, Queues, Topics, Outbox, Activity, Settings, SectionCount };

    explicit Sidebar(QWidget *parent = nullptr);

    void setConnections(const QList<ConnectionRow> &connections, int current);
    void setCurrentSection(Section section);
    [[nodiscard]] Section currentSection() const;
    /// Number of queues or topics, absent while it is not known, and of those that someone should
    /// look at.
    void setQueueCounts(std::optional<int> queues, int needAttention);
    void setTopicCounts(std::optional<int> topics, int needAttention);
    void setCollapsed(bool collapsed);
    /// The program's menu, behind the button beside its name.
    void setMenu(QMenu *menu);

    [[nodiscard]] ConnectionList &connectionList() { return *m_connections; }
    /// Where keyboard focus enters the sidebar.
    [[nodiscard]] QWidget *focusTarget() const { return m_sections; }

signals:
    void sectionChosen(Signalbox::Sidebar::Section section);
    void connectionChosen(int index);
    /// Menu key, Shift+F10 or right click; \a position is global.
    void connectionMenuRequested(int index, const QPoint &position);
    void addConnectionRequested();
    void paletteRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void themeChanged() override;
    void languageChanged() override;

private:
    void retranslate();
    void setCounts(Section section, std::optional<int> things, int needAttention);

    class BrandMark *m_brand;
    IconButton *m_palette;
    IconButton *m_menuButton;
    QBoxLayout *m_top;
    TextLabel *m_connectionsLabel;
    IconButton *m_add;
    QBoxLayout *m_connectionsHead;
    ConnectionList *m_connections;
    SectionList *m_sections;
    bool m_collapsed = false;
    bool m_showing = false; ///< What changes in the list was not chosen by the user.
};

} // namespace Signalbox
