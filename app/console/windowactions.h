// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/commandpalette.h"

#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>

#include <functional>

class QAction;
class QMenu;
class QWidget;

namespace Signalbox {

/// Everything that can be done from anywhere in a window: the shortcuts, the menu, and what the
/// command palette offers of it. GUI thread.
class WindowActions : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowActions)

public:
    /// An action: icon, words, keys, what it does. Words are marked with
    /// QT_TRANSLATE_NOOP("WindowActions", …).
    struct Definition
    {
        const char *iconName;
        const char *text;
        QKeySequence keys{};
        std::function<void()> run;
        bool inMenu = false;
    };

    /// Shortcuts work in \a window and what stands on it.
    explicit WindowActions(QWidget &window);
    ~WindowActions() override;

    QAction *add(const Definition &definition);
    /// A line in the menu before what follows.
    void addSeparator();
    /// Of the actions that are to be in it.
    [[nodiscard]] QMenu &menu() const { return *m_menu; }
    /// Sets the words in the language in use.
    void retranslate();
    /// What can be done now, for the palette.
    [[nodiscard]] QList<PaletteItem> items() const;

private:
    struct Entry
    {
        Definition definition;
        QAction *action;
    };

    QWidget &m_window;
    QMenu *m_menu;
    QList<Entry> m_entries;
};

} // namespace Signalbox
