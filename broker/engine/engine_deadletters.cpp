// SPDX-License-Identifier: GPL-3.0-only
#include "engine/engine.h"

namespace Signalbox {

Result<void> Engine::checkDeadLetters(const Caller &caller, const QString &queue,
                                      const QueueSettings &settings)
{
    const QueueRegistry::Queue *target =
        m_registry.find(caller.account, settings.deadLetters.targetQueue);
    return checkDeadLetterTarget(queue, settings, target ? &target->row.settings : nullptr);
}

Result<void> Engine::checkTakesDeadLetters(const Caller &caller, const QString &name,
                                           QueueType type) const
{
    QString other;
    m_registry.visit(caller.account, {}, [&](const QueueRegistry::Queue &queue) {
        const QueueSettings &settings = queue.row.settings;
        if (settings.deadLetters.targetQueue == name && settings.type != type)
            other = queue.row.name;
        return other.isEmpty();
    });
    if (other.isEmpty())
        return {};
    return Error{ErrorCode::InvalidArgument,
                 QStringLiteral("The DlqPolicy of the queue %1 names %2, which has to be of its "
                                "type: create it with the QueueType \"%3\", or change the policy.")
                     .arg(other, name,
                          QLatin1StringView(toWire(type == QueueType::Fifo ? QueueType::Normal
                                                                           : QueueType::Fifo)))};
}

void Engine::redrive(const Caller &caller, const QString &name, const RedriveOrder &order,
                     Done<Redriven> done)
{
    const Result<QueueRegistry::Queue *> queue = find(caller, name);
    if (!queue)
        return done(queue.error());
    RedriveRequest request;
    request.from = (*queue)->row.id;
    request.target = order.target;
    request.after = order.after;
    if (order.target) {
        const Result<QueueRegistry::Queue *> target = find(caller, *order.target);
        if (!target)
            return done(target.error());
        if (*queue == *target)
            return done(Error{ErrorCode::InvalidArgument,
                              QStringLiteral("The messages are in %1.").arg(name)});
    }
    if (!order.messageIds.isEmpty()) {
        Result<std::vector<MessageSequence>> sequences =
            sequencesOf(order.messageIds, Limits::kMaxRedriven);
        if (!sequences)
            return done(sequences.error());
        request.messages = std::move(*sequences);
    }
    m_store.redrive(request, std::move(done));
}

void Engine::undoRedrive(const Caller &caller, const QString &name, const QByteArray &first,
                         const QByteArray &last, Done<MovedMessages> done)
{
    const Result<QueueRegistry::Queue *> queue = find(caller, name);
    if (!queue)
        return done(queue.error());
    const Result<std::vector<MessageSequence>> range = sequencesOf({first, last}, 2);
    if (!range)
        return done(range.error());
    const MessageSequence from = range->front();
    const MessageSequence to = range->back();
    if (from > to || to - from >= Limits::kMaxRedriven)
        return done(
            Error{ErrorCode::InvalidArgument,
                  QStringLiteral("These are not the first and last message of a redrive.")});
    m_store.undoRedrive((*queue)->row.id, from, to, std::move(done));
}

} // namespace Signalbox
