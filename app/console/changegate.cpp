// SPDX-License-Identifier: GPL-3.0-only
#include "console/changegate.h"

#include "client/apirequest.h"
#include "console/changetexts.h"

#include <utility>

namespace Signalbox {

ChangeGate::ChangeGate(QObject *parent)
    : QObject(parent)
{
}

ChangeGate::~ChangeGate() = default;

void ChangeGate::setAsking(bool isAsking, const QString &place)
{
    m_isAsking = isAsking;
    m_place = place;
}

void ChangeGate::pass(const ApiRequest &request, std::function<void(bool)> decided)
{
    if (!m_isAsking || !changesSomething(request))
        return decided(true);
    const std::shared_ptr<CallGroup> calls = group();
    if (calls && calls->allowed)
        return decided(*calls->allowed);
    m_held.append({calls, calls ? calls->what : changeText(request), std::move(decided)});
    if (m_isAskingSoon || !m_asked.isEmpty())
        return;
    // What is called in the same turn is one question.
    m_isAskingSoon = true;
    QMetaObject::invokeMethod(this, &ChangeGate::ask, Qt::QueuedConnection);
}

void ChangeGate::ask()
{
    m_isAskingSoon = false;
    m_asked = std::exchange(m_held, {});
    QStringList changes;
    for (const Held &held : std::as_const(m_asked)) {
        if (!changes.contains(held.what))
            changes.append(held.what);
    }
    if (!changes.isEmpty())
        emit asked(changes);
}

void ChangeGate::decide(bool allowed)
{
    const QList<Held> decided = std::exchange(m_asked, {});
    for (const Held &held : decided) {
        if (held.group)
            held.group->allowed = allowed;
    }
    // Calls of a group that came meanwhile are decided with it.
    QList<Held> others;
    QList<Held> same = decided;
    for (const Held &held : std::exchange(m_held, {}))
        (held.group && held.group->allowed ? same : others).append(held);
    m_held = others;
    for (const Held &held : std::as_const(same))
        held.decided(held.group ? *held.group->allowed : allowed);
    if (!m_held.isEmpty() && !m_isAskingSoon && m_asked.isEmpty()) {
        m_isAskingSoon = true;
        QMetaObject::invokeMethod(this, &ChangeGate::ask, Qt::QueuedConnection);
    }
}

} // namespace Signalbox
