// SPDX-License-Identifier: GPL-3.0-only
#include "layers.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace Signalbox {

Layers::Layers(const QString &description, const QString &tree)
{
    const QDir root(tree);
    const QStringList lines = description.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const QStringList fields = line.split(u'|');
        if (fields.size() != 4)
            continue;
        const QString folder = root.relativeFilePath(fields.at(1));
        m_targets.insert(fields.at(0),
                         {folder, fields.at(2).split(u',', Qt::SkipEmptyParts),
                          fields.at(3).split(u',', Qt::SkipEmptyParts)});
        // A program beside its library stands in the same folder; the library comes first and owns
        // it.
        if (folder != u"." && !m_ownerOfFolder.contains(folder))
            m_ownerOfFolder.insert(folder, fields.at(0));
    }
}

QString Layers::targetOf(const QString &file) const
{
    for (qsizetype slash = file.lastIndexOf(u'/'); slash > 0;
         slash = file.lastIndexOf(u'/', slash - 1)) {
        const auto owner = m_ownerOfFolder.constFind(file.left(slash));
        if (owner != m_ownerOfFolder.cend())
            return *owner;
    }
    return {};
}

QString Layers::targetOfInclude(const QString &include) const
{
    // Headers of the broker are included from broker/, the others from the root of the tree.
    const QString inBroker = targetOf(u"broker/"_s + include);
    return inBroker.isEmpty() ? targetOf(include) : inBroker;
}

QSet<QString> Layers::reachable(const QString &target) const
{
    QSet<QString> reached;
    QStringList waiting = m_targets.value(target).links;
    while (!waiting.isEmpty()) {
        const QString next = waiting.takeLast();
        // $<LINK_ONLY:…> is linked into the program without its headers.
        if (next.startsWith(u"$<") || reached.contains(next))
            continue;
        reached.insert(next);
        waiting += m_targets.value(next).passedOn;
    }
    return reached;
}

QStringList Layers::targetsBelow(const QString &folder) const
{
    QStringList names;
    for (auto target = m_targets.cbegin(); target != m_targets.cend(); ++target) {
        if ((target->folder + u'/').startsWith(folder))
            names.append(target.key());
    }
    names.sort();
    return names;
}

} // namespace Signalbox
