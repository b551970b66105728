// SPDX-License-Identifier: GPL-3.0-only
#include "client/callgate.h"

#include <utility>

namespace Signalbox {

CallGate::CallGate() = default;

CallGate::~CallGate() = default;

CallGate::Scope::Scope(CallGate *gate, std::shared_ptr<CallGroup> group)
    : m_gate(gate)
{
    if (!m_gate)
        return;
    m_outer = std::exchange(m_gate->m_group, std::move(group));
    if (m_outer && m_outer->allowed == true && !m_gate->m_group->allowed)
        m_gate->m_group->allowed = true;
}

CallGate::Scope::~Scope()
{
    if (m_gate)
        m_gate->m_group = std::move(m_outer);
}

} // namespace Signalbox
