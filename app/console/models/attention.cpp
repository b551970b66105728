// SPDX-License-Identifier: GPL-3.0-only
#include "console/models/attention.h"

#include "console/models/queuelistmodel.h"
#include "widgets/format.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>

namespace Signalbox {

namespace {

class AttentionTexts
{
    Q_DECLARE_TR_FUNCTIONS(Attention)
};

QString age(qint64 milliseconds)
{
    return Format::age(std::chrono::milliseconds(std::max<qint64>(0, milliseconds)));
}

/// What is wrong with one queue; nothing when all is well.
std::optional<Attention> attentionFor(const Admin::QueueRow &queue, QueueState state, qint64 nowMs)
{
    const qint64 oldestMs = queue.oldestReadyMs.value_or(nowMs);
    const qint64 retentionMs = std::chrono::milliseconds(queue.settings.retention).count();
    if (nowMs - oldestMs > retentionMs / 2) {
        return Attention{Tone::Warn,
                         AttentionTexts::tr("Messages of %1 will expire").arg(queue.name),
                         AttentionTexts::tr("The oldest has waited %1; after %2 it is deleted.")
                             .arg(age(nowMs - oldestMs), age(retentionMs)),
                         Attention::Remedy::OpenQueue, queue.name};
    }
    if (state == QueueState::NoReceiver) {
        const qint64 sinceMs = std::max(oldestMs, queue.lastReceiveMs.value_or(0));
        return Attention{Tone::Warn, AttentionTexts::tr("%1 has no receiver").arg(queue.name),
                         AttentionTexts::tr("%1 ready, nothing received for %2.")
                             .arg(Format::count(queue.counts.ready), age(nowMs - sinceMs)),
                         Attention::Remedy::OpenQueue, queue.name};
    }
    if (state == QueueState::Growing) {
        return Attention{Tone::Warn, AttentionTexts::tr("%1 is growing").arg(queue.name),
                         AttentionTexts::tr("%1 messages/s come in, %2 go out.")
                             .arg(Format::rate(queue.inPerS), Format::rate(queue.outPerS)),
                         Attention::Remedy::OpenQueue, queue.name};
    }
    return std::nullopt;
}

} // namespace

QList<Attention> attentions(const std::optional<Admin::Status> &status,
                            const QueueListModel &queues, qint64 brokerNowMs, int limit)
{
    QList<Attention> found;
    if (status && status->writesStopped) {
        found.append({Tone::Danger,
                      AttentionTexts::tr("Writes are stopped"),
                      AttentionTexts::tr("Send, receive and delete are refused."),
                      Attention::Remedy::None,
                      {}});
    }
    for (int row = 0; row < queues.rowCount() && found.size() < limit; ++row) {
        if (const auto attention =
                attentionFor(queues.queueAt(row), queues.stateAt(row), brokerNowMs))
            found.append(*attention);
    }
    if (status && status->clock.frozen && found.size() < limit) {
        found.append({Tone::Info,
                      AttentionTexts::tr("The clock is frozen"),
                      AttentionTexts::tr("Delays and leases wait until it runs again."),
                      Attention::Remedy::RunClock,
                      {}});
    }
    return found;
}

} // namespace Signalbox
