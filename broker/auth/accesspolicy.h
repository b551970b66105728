// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/caller.h"
#include "core/result.h"

#include <QByteArrayView>

namespace Signalbox {

/// Decides whether a caller may do something. Asked once a request, after its signature. Lives in
/// the HTTP thread.
class AccessPolicy
{
public:
    virtual ~AccessPolicy() = default;

    /// \a action: "mns:SendMessage"; \a resource: its path, "/queues/demo/messages". Errors:
    /// AccessDenied.
    [[nodiscard]] virtual Result<void> check(const Caller &caller, QByteArrayView action,
                                             QByteArrayView resource) const = 0;
};

/// The owner of an account may do everything within it.
class OwnerPolicy final : public AccessPolicy
{
public:
    [[nodiscard]] Result<void> check(const Caller &, QByteArrayView, QByteArrayView) const override
    {
        return {};
    }
};

} // namespace Signalbox
