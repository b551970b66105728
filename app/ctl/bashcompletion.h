// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace Signalbox::Ctl {

/// An option or argument of a command that takes a value.
struct CompletedValue
{
    QStringList names; ///< "-e", "--endpoint"; empty for an argument.
    QString type; ///< Its type name, see choices.h.
    bool isGlobal = false; ///< May stand behind every command.
    bool isOfConnection = false; ///< Says which endpoint, with which key.
};

/// What can follow the words of one command.
struct CompletedCommand
{
    QString path; ///< "queue create"; empty for the program itself.
    QStringList words; ///< Subcommands and long options.
    QList<CompletedValue> options; ///< Those with a value.
    QList<CompletedValue> arguments; ///< In their order.
};

/// A script for bash that completes the words of \a commands, and the values of their options and
/// arguments: choices, and the names of what the endpoint has, which it asks the program for.
[[nodiscard]] QString bashCompletion(const QList<CompletedCommand> &commands);

} // namespace Signalbox::Ctl
