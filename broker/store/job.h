// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "store/store.h"
#include "store/writecontext.h"

#include <optional>
#include <type_traits>

namespace Signalbox {

struct ClaimCommand;

/// One command on its way through the writer and back.
class Job
{
public:
    Job() = default;
    virtual ~Job() = default;
    Job(const Job &) = delete;
    Job &operator=(const Job &) = delete;

    /// In the writer's thread, inside the transaction.
    virtual void apply(WriteContext &context) = 0;
    /// In the writer's thread: the transaction failed, whatever apply() said.
    virtual void fail(const Error &error) = 0;
    /// In the store's thread, after the commit.
    virtual void complete() = 0;
    /// What the command claims; nullptr for any other command.
    [[nodiscard]] virtual const ClaimRequest *claim() const { return nullptr; }
};

template <typename Command>
class CommandJob final : public Job
{
public:
    using Reply = typename Command::Reply;

    CommandJob(Command command, Done<Reply> done)
        : m_command(std::move(command))
        , m_done(std::move(done))
    {
    }

    void apply(WriteContext &context) override { m_result.emplace(m_command.apply(context)); }
    void fail(const Error &error) override { m_result.emplace(error); }
    void complete() override
    {
        if (m_done)
            m_done(std::move(*m_result));
    }
    [[nodiscard]] const ClaimRequest *claim() const override
    {
        if constexpr (std::is_same_v<Command, ClaimCommand>)
            return &m_command.request;
        return nullptr;
    }

private:
    Command m_command;
    Done<Reply> m_done;
    std::optional<Result<Reply>> m_result;
};

} // namespace Signalbox
