// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QString>
#include <QtGlobal>

#include <functional>
#include <memory>
#include <optional>

namespace Signalbox {

struct ApiRequest;

/// Calls that are one thing to whoever made them, such as the steps of a job: decided once.
struct CallGroup
{
    QString what; ///< As a sentence.
    std::optional<bool> allowed;
};

/// Stands before the calls of clients, and may hold each back until somebody decides. Lives in
/// their thread, and longer than they do.
class CallGate
{
    Q_DISABLE_COPY_MOVE(CallGate)

public:
    CallGate();
    virtual ~CallGate();

    /// Calls \a decided once, now or later: true lets the call out, false makes it fail with
    /// Cancelled.
    virtual void pass(const ApiRequest &request, std::function<void(bool)> decided) = 0;

    /// While it lives, what passes belongs to a group; one inside an allowed one is allowed.
    class Scope
    {
        Q_DISABLE_COPY_MOVE(Scope)

    public:
        /// Without \a gate it does nothing.
        Scope(CallGate *gate, std::shared_ptr<CallGroup> group);
        ~Scope();

    private:
        CallGate *m_gate;
        std::shared_ptr<CallGroup> m_outer;
    };

protected:
    /// Null: a call of its own.
    [[nodiscard]] const std::shared_ptr<CallGroup> &group() const { return m_group; }

private:
    std::shared_ptr<CallGroup> m_group; ///< Shared with the job it stands for.
};

} // namespace Signalbox
