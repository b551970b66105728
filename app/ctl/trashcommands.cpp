// SPDX-License-Identifier: GPL-3.0-only
#include "commands.h"
#include "jsonshapes.h"
#include "optionvalues.h"
#include "session.h"
#include "table.h"

#include <memory>

namespace Signalbox::Ctl {

using namespace Qt::StringLiterals;

namespace {

/// "web of news" for a subscription.
QString nameOf(const QString &name, const QString &topicName)
{
    return topicName.isEmpty() ? name : u"%1 of %2"_s.arg(name, topicName);
}

ExitCode listTrash(Session &session)
{
    const auto entries = session.wait(session.admin().trash());
    if (!entries)
        return session.fail(entries.error());
    Table table({{u"ENTRY"_s, Table::Align::Right},
                 {u"WHAT"_s},
                 {u"NAME"_s},
                 {u"MESSAGES"_s, Table::Align::Right},
                 {u"SIZE"_s, Table::Align::Right},
                 {u"DELETED"_s},
                 {u"KEPT UNTIL"_s}});
    for (const Admin::TrashEntry &entry : *entries) {
        table.addRow({QString::number(entry.id),
                      entry.restoring ? u"%1, restoring"_s.arg(trashKindName(entry.kind))
                                      : trashKindName(entry.kind),
                      nameOf(entry.name, entry.topicName), QString::number(entry.messages),
                      formatBytes(entry.bodyBytes), formatTime(entry.deletedAtMs),
                      formatTime(entry.expiresAtMs)});
    }
    session.print(toJsonArray(*entries), table.toText());
    return ExitCode::Ok;
}

ExitCode restore(Session &session, qint64 entry, const QString &newName)
{
    const auto restored = session.wait(session.admin().restore(entry, newName));
    if (!restored)
        return session.fail(restored.error());
    session.print(toJson(*restored),
                  u"Restored entry %1 to %2 %3.\n"_s.arg(
                      QString::number(entry), trashKindName(restored->kind),
                      nameOf(restored->name, restored->topicName)));
    return ExitCode::Ok;
}

ExitCode stopRestore(Session &session, qint64 entry)
{
    const auto left = session.wait(session.admin().stopRestore(entry));
    if (!left)
        return session.fail(left.error());
    session.print(
        toJson(*left),
        u"Stopped. %1 messages of entry %2 stay in the trash until %3.\n"_s.arg(left->messages)
            .arg(entry)
            .arg(formatTime(left->expiresAtMs)));
    return ExitCode::Ok;
}

ExitCode emptyTrash(Session &session, std::optional<qint64> entry)
{
    AdminClient &admin = session.admin();
    const auto removed = session.wait(entry ? admin.deleteTrashEntry(*entry) : admin.emptyTrash());
    if (!removed)
        return session.fail(removed.error());
    const QString noun = *removed == 1 ? u"entry"_s : u"entries"_s;
    session.print(QJsonObject{{u"removed"_s, *removed}},
                  u"Removed %1 %2 for good.\n"_s.arg(*removed).arg(noun));
    return ExitCode::Ok;
}

} // namespace

void addTrashCommands(CLI::App &app, Command &chosen)
{
    CLI::App *group = app.add_subcommand(
        "trash", "See, bring back and give up what was deleted (Signalbox only)");
    group->require_subcommand(1);

    group->add_subcommand("list", "List what can be brought back")->callback([&chosen] {
        chosen = listTrash;
    });

    struct Options
    {
        qint64 entry = 0;
        std::string newName;
        std::optional<qint64> only;
    };
    auto options = std::make_shared<Options>();

    CLI::App *restoring = group->add_subcommand("restore", "Bring an entry back");
    restoring->add_option("entry", options->entry, "Its number")->required()->type_name("ENTRY");
    restoring
        ->add_option("--name", options->newName,
                     "Another name for a deleted queue, topic or subscription")
        ->type_name("NAME");
    restoring->callback([&chosen, options] {
        chosen = [options](Session &session) {
            return restore(session, options->entry, fromStd(options->newName));
        };
    });

    CLI::App *stopping =
        group->add_subcommand("stop", "Stop bringing an entry back; what is back stays");
    stopping->add_option("entry", options->entry, "Its number")->required()->type_name("ENTRY");
    stopping->callback([&chosen, options] {
        chosen = [options](Session &session) { return stopRestore(session, options->entry); };
    });

    CLI::App *emptying = group->add_subcommand("empty", "Give up all entries, or one, for good");
    emptying->add_option("entry", options->only, "Only the entry of this number")
        ->type_name("ENTRY");
    emptying->callback([&chosen, options] {
        chosen = [options](Session &session) { return emptyTrash(session, options->only); };
    });
}

} // namespace Signalbox::Ctl
