// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/caller.h"
#include "core/result.h"
#include "server/brokeroptions.h"

#include <functional>
#include <optional>

namespace Signalbox {

class Topics;

/// Makes what a configuration declares: queues, then topics, then their subscriptions, those of a
/// kind together. What is there already gets the attributes declared and keeps its messages. Lives
/// in the engine's thread, as long as that engine's completions may come.
class Declarations
{
public:
    using Done = std::function<void(const Result<void> &)>;

    Declarations(Engine &engine, Topics &topics, const BrokerOptions &options, Done done);
    Declarations(const Declarations &) = delete;
    Declarations &operator=(const Declarations &) = delete;

    /// Calls done at the end, with the first error: InternalError when the store does not take it,
    /// else InvalidArgument, naming what was declared, and where.
    void run();

private:
    enum class Phase { Queues, Topics, Subscriptions, End };

    void runPhase();
    void declare(const DeclaredQueue &queue);
    void declare(const DeclaredTopic &topic);
    void declare(const DeclaredTopic &topic, const DeclaredSubscription &subscription);
    /// A completion that counts one of the phase as made, or keeps why it was not.
    [[nodiscard]] std::function<void(const Result<void> &)>
    made(const QString &what, const QString &name, const QString &where);

    Engine &m_engine;
    Topics &m_topics;
    const BrokerOptions &m_options;
    const Done m_done;
    Caller m_self;
    Phase m_phase = Phase::Queues;
    std::size_t m_left = 0; ///< In this phase.
    std::optional<Error> m_error;
};

} // namespace Signalbox
