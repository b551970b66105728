// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

namespace Signalbox {

/// The targets of the build and what each may include, read from the file that the configure step
/// writes.
class Layers
{
public:
    /// \a description: a line a target, "name|folder|all links|links passed on", lists separated by
    /// commas. \a tree: the root of the project, which the folders lie below.
    Layers(const QString &description, const QString &tree);

    /// The target whose folder holds \a file (relative to the tree), or an empty name.
    QString targetOf(const QString &file) const;

    /// The target that owns what an include line names ("core/result.h"), or an empty name if it is
    /// no folder of ours.
    QString targetOfInclude(const QString &include) const;

    /// Every target and imported library that \a target may include: its links and what they pass
    /// on.
    QSet<QString> reachable(const QString &target) const;

    /// Names of all targets whose folder begins with \a folder, for instance "broker/".
    QStringList targetsBelow(const QString &folder) const;

private:
    struct Target
    {
        QString folder; ///< Relative to the tree.
        QStringList links;
        QStringList passedOn;
    };
    QHash<QString, Target> m_targets;
    QHash<QString, QString> m_ownerOfFolder;
};

} // namespace Signalbox
