// SPDX-License-Identifier: GPL-3.0-only
#include "push/deliveryslots.h"

#include <numeric>

namespace Signalbox {

using Standing = EndpointWindow::Standing;

EndpointWindow DeliverySlots::windowOf(const QString &endpoint) const
{
    const auto window = m_windows.find(endpoint);
    return window == m_windows.end() ? EndpointWindow(m_limits.perEndpoint) : window->second;
}

int DeliverySlots::held(Standing standing) const
{
    return m_held.at(static_cast<std::size_t>(standing));
}

int DeliverySlots::room(const QString &endpoint) const
{
    const EndpointWindow window = windowOf(endpoint);
    const int free = m_limits.inAll - underWay();
    int room = std::min(window.room(), (free - window.used() + 1) / 2);
    if (window.standing() != Standing::Proven)
        room = std::min(room, m_limits.unproven() - held(Standing::New) - held(Standing::Failed));
    if (window.standing() == Standing::Failed)
        room = std::min(room, m_limits.failed() - held(Standing::Failed));
    const int fewest = window.used() == 0 ? 1 : window.fewest();
    return room >= fewest ? room : 0;
}

int DeliverySlots::underWay() const
{
    return std::accumulate(m_held.begin(), m_held.end(), 0);
}

bool DeliverySlots::isProven(const QString &endpoint) const
{
    return windowOf(endpoint).standing() == Standing::Proven;
}

template <typename Change>
void DeliverySlots::change(const QString &endpoint, Change change)
{
    EndpointWindow &window = m_windows.try_emplace(endpoint, m_limits.perEndpoint).first->second;
    const auto held = [&]() -> int & {
        return m_held.at(static_cast<std::size_t>(window.standing()));
    };
    held() -= window.used();
    change(window);
    held() += window.used();
}

void DeliverySlots::take(const QString &endpoint, int deliveries)
{
    change(endpoint, [deliveries](EndpointWindow &window) { window.take(deliveries); });
}

void DeliverySlots::giveBack(const QString &endpoint, int deliveries)
{
    take(endpoint, -deliveries);
}

void DeliverySlots::succeeded(const QString &endpoint)
{
    change(endpoint, [](EndpointWindow &window) { window.succeeded(); });
}

void DeliverySlots::failed(const QString &endpoint, qint64 systemMs)
{
    change(endpoint, [systemMs](EndpointWindow &window) { window.failed(systemMs); });
}

bool DeliverySlots::rests(const QString &endpoint, qint64 systemMs) const
{
    return windowOf(endpoint).rests(systemMs);
}

} // namespace Signalbox
