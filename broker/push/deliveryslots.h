// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "push/endpointwindow.h"

#include <QString>

#include <array>
#include <map>

namespace Signalbox {

/// How many deliveries may be under way at once.
struct DeliveryLimits
{
    // What settings may say. With fewer in all, failed endpoints would have no slot to recover in.
    static constexpr int kFewestInAll = 8;
    static constexpr int kMostInAll = 4096;
    static constexpr int kMostPerEndpoint = 1024;

    int inAll = 256;
    int perEndpoint = EndpointWindow::kDefaultMost;

    /// Of those to endpoints that failed last.
    [[nodiscard]] int failed() const { return inAll / 2; }
    /// Of those to failed and new ones together.
    [[nodiscard]] int unproven() const { return inAll * 3 / 4; }
};

/// Who may have how many of the deliveries that are under way at once. Nobody takes more than
/// stay free, so that there is a slot for whoever comes next; endpoints that failed last have half
/// of all together, and with those that are new three quarters: any number of them can hang, and
/// the others go on. Lives in the HTTP thread.
class DeliverySlots
{
public:
    explicit DeliverySlots(DeliveryLimits limits = {})
        : m_limits(limits)
    {
    }

    /// Deliveries to \a endpoint that are worth a claim now: a quarter of its window or more, or
    /// whatever there is while nothing is under way.
    [[nodiscard]] int room(const QString &endpoint) const;
    /// Whether the last delivery to \a endpoint succeeded.
    [[nodiscard]] bool isProven(const QString &endpoint) const;

    /// Deliveries to all endpoints.
    [[nodiscard]] int underWay() const;

    void take(const QString &endpoint, int deliveries);
    void giveBack(const QString &endpoint, int deliveries);
    void succeeded(const QString &endpoint);
    void failed(const QString &endpoint, qint64 systemMs);
    /// Whether \a endpoint failed so often in this second that it is left alone until the next.
    [[nodiscard]] bool rests(const QString &endpoint, qint64 systemMs) const;

private:
    [[nodiscard]] EndpointWindow windowOf(const QString &endpoint) const;
    [[nodiscard]] int held(EndpointWindow::Standing standing) const;
    /// Changes the window of \a endpoint and what is counted of it.
    template <typename Change>
    void change(const QString &endpoint, Change change);

    const DeliveryLimits m_limits;
    std::map<QString, EndpointWindow> m_windows; ///< By endpoint; of a new one there may be none.
    std::array<int, 3> m_held{}; ///< By standing.
};

} // namespace Signalbox
