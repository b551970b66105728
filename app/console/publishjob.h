// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/copiesjob.h"
#include "protocol/topic.h"

#include <functional>

namespace Signalbox {

/// Publishes many messages to one topic, one in a request.
class PublishJob : public CopiesJob
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PublishJob)

public:
    /// The message with the number \a index, from 0 on.
    using MakeMessage = std::function<PublishedMessage(qint64 index)>;

    /// The job fails when \a client dies before its end.
    PublishJob(MnsClient &client, const QString &topicName, qint64 count, MakeMessage make,
               QObject *parent = nullptr);
    ~PublishJob() override;

protected:
    qint64 sendSome(qint64 first, qint64 most) override;

private:
    MakeMessage m_make;
};

} // namespace Signalbox
