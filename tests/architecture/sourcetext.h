// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QList>
#include <QString>

namespace Signalbox {

/// A piece of a source file and the line it starts on, counted from 1.
struct SourcePiece
{
    int line = 0;
    QString text;
    bool operator==(const SourcePiece &) const = default;
};

/// A C++ file taken apart, so that a rule about code is not fooled by a comment or a string.
struct SourceText
{
    QStringList
        codeLines; ///< The lines with comments blanked and literals emptied ("…" becomes "").
    QList<SourcePiece> strings; ///< What stands between the quotes, raw strings included.
    QList<SourcePiece> includes; ///< What is included, with its quotes or angle brackets.
};

/// Takes \a text apart. Never fails: text that is no C++ gives odd pieces.
SourceText readSource(const QString &text);

} // namespace Signalbox
