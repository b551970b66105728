// SPDX-License-Identifier: GPL-3.0-only
#include "console/windowactions.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>
#include <QWidget>

namespace Signalbox {

namespace {

QString wordsOf(const WindowActions::Definition &definition)
{
    return QCoreApplication::translate("WindowActions", definition.text);
}

} // namespace

WindowActions::WindowActions(QWidget &window)
    : QObject(&window)
    , m_window(window)
    , m_menu(new QMenu(&window))
{
}

WindowActions::~WindowActions() = default;

QAction *WindowActions::add(const Definition &definition)
{
    auto *action = new QAction(wordsOf(definition), &m_window);
    action->setShortcut(definition.keys);
    connect(action, &QAction::triggered, this, definition.run);
    m_window.addAction(action);
    if (definition.inMenu)
        m_menu->addAction(action);
    m_entries.append({definition, action});
    return action;
}

void WindowActions::addSeparator()
{
    m_menu->addSeparator();
}

void WindowActions::retranslate()
{
    for (const Entry &entry : std::as_const(m_entries))
        entry.action->setText(wordsOf(entry.definition));
}

QList<PaletteItem> WindowActions::items() const
{
    QList<PaletteItem> items;
    for (const Entry &entry : m_entries) {
        if (!entry.action->isEnabled())
            continue;
        PaletteItem item;
        item.iconName = QString::fromLatin1(entry.definition.iconName);
        item.text = entry.action->text();
        item.keys = entry.action->shortcut();
        item.run = [action = entry.action] { action->trigger(); };
        item.alsoFor = QString::fromLatin1(entry.definition.text); // English words find it too.
        items.append(item);
    }
    return items;
}

} // namespace Signalbox
