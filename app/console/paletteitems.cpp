// SPDX-License-Identifier: GPL-3.0-only
#include "console/paletteitems.h"

#include "console/brokerconnection.h"
#include "console/connectionbook.h"
#include "console/inspectorwalk.h"
#include "console/models/messagelistmodel.h"
#include "console/models/queuestate.h"
#include "console/models/subscriptionstate.h"
#include "console/panels/panel.h"
#include "console/panels/queuepanel.h"
#include "console/panelstack.h"
#include "console/windowactions.h"
#include "widgets/format.h"
#include "widgets/textpainter.h"

#include <QCoreApplication>
#include <QPointer>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

/// Texts of this file, under one context.
class PaletteTexts
{
    Q_DECLARE_TR_FUNCTIONS(PaletteItems)
};

PaletteGroup actionGroup(const WindowActions &actions, PanelStack &panels)
{
    PaletteGroup group;
    group.title = PaletteTexts::tr("Actions");
    group.prefix = u'>';
    if (Panel *panel = panels.currentPanel()) {
        const QList<PanelCommand> commands = panel->commands();
        for (const PanelCommand &command : commands) {
            group.items.append(
                {command.iconName, command.text, command.context, command.keys, command.run});
        }
    }
    if (const Panel *panel = panels.currentPanel(); panel && shownInspector(*panel)) {
        const auto step = [&panels](int by) {
            return [&panels, by] {
                if (const Panel *shown = panels.currentPanel())
                    walkInspector(*shown, by);
            };
        };
        group.items.append({u"chevron-up"_s,
                            PaletteTexts::tr("Previous in the inspector"),
                            {},
                            Qt::ALT | Qt::Key_Up,
                            step(-1)});
        group.items.append({u"chevron-down"_s,
                            PaletteTexts::tr("Next in the inspector"),
                            {},
                            Qt::ALT | Qt::Key_Down,
                            step(1)});
    }
    group.items += actions.items();
    return group;
}

PaletteGroup connectionGroup(ConnectionBook &connections)
{
    PaletteGroup group;
    group.title = PaletteTexts::tr("Connections");
    group.prefix = u'@';
    for (int index = 0; index < connections.count(); ++index) {
        if (index == connections.currentIndex())
            continue;
        PaletteItem item;
        item.iconName = index == ConnectionBook::kOwn ? u"hard-drive"_s : u"server"_s;
        item.text = connections.nameAt(index);
        item.context = connections.savedAt(index).url.authority();
        item.run = [&connections, index] { connections.setCurrent(index); };
        group.items.append(item);
    }
    return group;
}

PaletteGroup queueGroup(ConnectionBook &connections, PanelStack &panels)
{
    PaletteGroup group;
    group.title = PaletteTexts::tr("Queues");
    group.prefix = u'#';
    if (!connections.current())
        return group;
    const QueueListModel &queues = connections.current()->queues();
    group.items.reserve(queues.rowCount());
    for (int row = 0; row < queues.rowCount(); ++row) {
        const Admin::QueueRow &queue = queues.queueAt(row);
        PaletteItem item;
        item.iconName = u"inbox"_s;
        item.text = queue.name;
        //: What a queue is doing, and how many messages are ready in it.
        item.context =
            PaletteTexts::tr("%1 · %2 ready")
                .arg(queueStateBadge(queues.stateAt(row)).text, Format::count(queue.counts.ready));
        item.run = [&panels, name = queue.name] { panels.openQueue(name); };
        group.items.append(item);
    }
    return group;
}

PaletteGroup topicGroup(ConnectionBook &connections, PanelStack &panels)
{
    PaletteGroup group;
    group.title = PaletteTexts::tr("Topics");
    group.prefix = u'*';
    if (!connections.current())
        return group;
    for (const Admin::Topic &topic : connections.current()->topics().rows()) {
        PaletteItem item;
        item.iconName = u"radio-tower"_s;
        item.text = topic.name;
        //: What a topic is doing, and who subscribed.
        item.context = PaletteTexts::tr("%1 · %2").arg(topicBadge(topic).text, targetsText(topic));
        item.run = [&panels, name = topic.name] { panels.openTopic(name); };
        group.items.append(item);
    }
    return group;
}

/// What a whole message ID leads to while a queue is open.
PaletteGroup messageGroup(PanelStack &panels)
{
    PaletteGroup group;
    group.title = PaletteTexts::tr("Messages");
    QPointer<QueuePanel> queue = panels.openedQueue();
    if (!queue)
        return group;
    group.offer = [queue](const QString &text) -> std::optional<PaletteItem> {
        if (!queue || !MessageListModel::isMessageId(text))
            return std::nullopt;
        PaletteItem item;
        item.iconName = u"mail"_s;
        //: %1 is the ID of a message, shortened.
        item.text = PaletteTexts::tr("Open message %1").arg(shortId(text.toUpper()));
        item.context = queue->queueName();
        item.run = [queue, text] {
            if (queue)
                queue->showMessage(text);
        };
        return item;
    };
    return group;
}

} // namespace

QList<PaletteGroup> paletteGroups(const WindowActions &actions, ConnectionBook &connections,
                                  PanelStack &panels)
{
    return {actionGroup(actions, panels), connectionGroup(connections),
            queueGroup(connections, panels), topicGroup(connections, panels), messageGroup(panels)};
}

} // namespace Signalbox
