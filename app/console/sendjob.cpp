// SPDX-License-Identifier: GPL-3.0-only
#include "console/sendjob.h"

#include "client/mnsclient.h"
#include "console/errortext.h"
#include "console/onreply.h"

#include <utility>
#include <vector>

namespace Signalbox {

namespace {

constexpr qsizetype kMostBatchBytes = 48 * 1024; // of bodies, to stay below 64 KiB with the rest

} // namespace

SendJob::SendJob(MnsClient &client, const QString &queueName, qint64 count, MakeMessage make,
                 QObject *parent)
    : CopiesJob(client, queueName, count, parent)
    , m_make(std::move(make))
{
}

SendJob::~SendJob() = default;

qint64 SendJob::sendSome(qint64 first, qint64 most)
{
    std::vector<OutgoingMessage> batch;
    qsizetype bytes = 0;
    while (std::ssize(batch) < std::min<qint64>(most, Limits::kMaxBatch)) {
        OutgoingMessage message = m_make(first + std::ssize(batch));
        bytes += message.body.size();
        if (!batch.empty() && bytes > kMostBatchBytes)
            break; // It begins the next batch.
        batch.push_back(std::move(message));
    }
    onReply(client().sendMessages(target(), batch), this, [this](const Result<SentBatch> &reply) {
        if (!reply)
            return answered(0, reason(reply.error()));
        qint64 taken = 0;
        Sentence problem;
        for (const Result<SentMessage> &entry : *reply) {
            if (entry)
                ++taken;
            else
                problem = reason(entry.error());
        }
        answered(taken, problem);
    });
    return std::ssize(batch);
}

} // namespace Signalbox
