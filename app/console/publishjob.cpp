// SPDX-License-Identifier: GPL-3.0-only
#include "console/publishjob.h"

#include "client/mnsclient.h"
#include "console/errortext.h"
#include "console/onreply.h"

#include <utility>

namespace Signalbox {

PublishJob::PublishJob(MnsClient &client, const QString &topicName, qint64 count, MakeMessage make,
                       QObject *parent)
    : CopiesJob(client, topicName, count, parent)
    , m_make(std::move(make))
{
}

PublishJob::~PublishJob() = default;

qint64 PublishJob::sendSome(qint64 first, qint64)
{
    onReply(client().publish(target(), m_make(first)), this,
            [this](const Result<SentMessage> &reply) {
                reply ? answered(1, {}) : answered(0, reason(reply.error()));
            });
    return 1;
}

} // namespace Signalbox
