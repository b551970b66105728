// SPDX-License-Identifier: GPL-3.0-only
#include "core/mailbox.h"

#include <utility>

namespace Signalbox {

Mailbox::Mailbox(QObject *parent)
    : QObject(parent)
{
}

Mailbox::~Mailbox() = default;

void Mailbox::post(std::function<void()> call)
{
    bool wasEmpty = false;
    {
        const std::lock_guard lock(m_mutex);
        wasEmpty = m_calls.empty();
        m_calls.push_back(std::move(call));
    }
    if (wasEmpty)
        QMetaObject::invokeMethod(this, "deliver", Qt::QueuedConnection);
}

void Mailbox::deliver()
{
    std::vector<std::function<void()>> calls;
    {
        const std::lock_guard lock(m_mutex);
        calls.swap(m_calls);
    }
    for (const std::function<void()> &call : calls)
        call();
}

} // namespace Signalbox
