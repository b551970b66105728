// SPDX-License-Identifier: GPL-3.0-only
#include "store/commands.h"
#include "store/deadletters.h"
#include "store/refusals.h"

#include <algorithm>

namespace Signalbox {

namespace {

constexpr int kRowsPerPage = 500;

bool isInFlight(const WriteContext &context, const MessageRow &message)
{
    return message.state == MessageState::Leased && message.visibleAtMs > context.nowMs;
}

/// Moves dead letters of one queue back, one by one.
class Redrive
{
public:
    Redrive(WriteContext &context, QueueBook::Entry &source, QueueBook::Entry *target)
        : m_context(context)
        , m_source(source)
        , m_target(target)
    {
    }

    void take(MessageRow message)
    {
        if (hasOutlived(m_context, m_source, message.enqueuedAtMs))
            return;
        if (isInFlight(m_context, message)) {
            ++m_result.held;
            return;
        }
        QueueBook::Entry *target = m_target ? m_target : home(message.deadLetter);
        if (!target || target->row.id == m_source.row.id) {
            ++m_result.homeless;
            return;
        }
        const MessageSequence was = message.key.sequence;
        // A new number and enqueue time: it is kept for the whole retention again, and the order of
        // arrival holds.
        message.key = {m_context.messageIds.next(m_context.sql), 0};
        message.enqueuedAtMs = m_context.nowMs;
        message.systemProperties = withoutDeadLetterProperties(message.systemProperties);
        if (!message.deadLetter)
            message.deadLetter.emplace();
        message.deadLetter->deadLetterQueue = m_source.row.name;
        if (m_result.moved++ == 0)
            m_result.first = message.key.sequence;
        m_result.last = message.key.sequence;
        moveAsNew(m_context, m_source, *target, was, std::move(message));
    }

    Redriven &result() { return m_result; }

private:
    /// Where a dead letter was; null when that is not known, or no more.
    QueueBook::Entry *home(const std::optional<DeadLetterOrigin> &origin)
    {
        if (!origin)
            return nullptr;
        const QString &account = m_source.row.account;
        if (origin->subscription.isEmpty())
            return m_context.book.named(account, QueueKind::User, origin->queue);
        const TopicBook::Entry *topic = m_context.topics.named(account, origin->topic);
        if (!topic)
            return nullptr;
        const auto subscription = topic->subscriptions.find(origin->subscription);
        return subscription == topic->subscriptions.end()
            ? nullptr
            : m_context.book.named(subscription->second.queue);
    }

    WriteContext &m_context;
    QueueBook::Entry &m_source;
    QueueBook::Entry *const m_target; ///< Of all; null: each to where it was.
    Redriven m_result;
};

void redriveListed(WriteContext &context, QueueId queue, std::vector<MessageSequence> messages,
                   Redrive &redrive)
{
    std::sort(messages.begin(), messages.end()); // in the order they came
    for (const MessageSequence sequence : messages) {
        if (std::optional<MessageRow> message = context.sql.message(queue, sequence, false))
            redrive.take(std::move(*message));
    }
}

void redriveAll(WriteContext &context, QueueId queue, const std::optional<BrowseCursor> &after,
                Redrive &redrive)
{
    BrowseQuery query;
    query.queue = queue;
    query.order = kRedriveOrder;
    query.withBodies = false;
    query.after = after;
    for (int looked = 0; looked < Limits::kMaxRedriven; looked += query.limit) {
        query.limit = std::min(kRowsPerPage, Limits::kMaxRedriven - looked);
        BrowsePage page = context.sql.browse(query, QDeadlineTimer(QDeadlineTimer::Forever));
        for (MessageRow &message : page.messages)
            redrive.take(std::move(message));
        query.after = redrive.result().next = page.next;
        if (!page.next)
            return;
    }
}

} // namespace

Result<Redriven> RedriveCommand::apply(WriteContext &context)
{
    QueueBook::Entry *source = context.book.addressed(request.from);
    if (!source)
        return queueGone();
    QueueBook::Entry *target = nullptr;
    if (request.target) {
        target = context.book.named(source->row.account, QueueKind::User, *request.target);
        if (!target)
            return queueGone();
    }
    Redrive redrive(context, *source, target);
    if (request.messages.empty())
        redriveAll(context, source->row.id, request.after, redrive);
    else
        redriveListed(context, source->row.id, std::move(request.messages), redrive);
    return redrive.result();
}

Result<MovedMessages> UndoRedriveCommand::apply(WriteContext &context)
{
    QueueBook::Entry *target = context.book.addressed(to);
    if (!target)
        return queueGone();
    MovedMessages result;
    for (MessageSequence sequence = first; sequence <= last; ++sequence) {
        const std::optional<MessageStatus> status = context.sql.status(sequence);
        QueueBook::Entry *source = status ? context.book.any(status->queue) : nullptr;
        if (!source || source->row.name.isEmpty() || source->row.account != target->row.account)
            continue;
        std::optional<MessageRow> message = context.sql.message(source->row.id, sequence, false);
        if (!message || !message->deadLetter
            || message->deadLetter->deadLetterQueue != target->row.name)
            continue;
        if (isInFlight(context, *message)) {
            ++result.held;
            continue;
        }
        message->deadLetter->deadLetterQueue.clear();
        if (message->deadLetter->messageId.isEmpty()) { // it was put there by hand
            message->deadLetter.reset();
        } else {
            message->systemProperties = withDeadLetterProperties(
                message->systemProperties, target->row.account, *message->deadLetter);
        }
        moveAsNew(context, *source, *target, sequence, std::move(*message));
        ++result.moved;
    }
    return result;
}

} // namespace Signalbox
