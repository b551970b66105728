// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/copiesjob.h"
#include "protocol/messagexml.h"

#include <functional>

namespace Signalbox {

/// Sends many messages to one queue, sixteen in a request.
class SendJob : public CopiesJob
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SendJob)

public:
    /// The message with the number \a index, from 0 on.
    using MakeMessage = std::function<OutgoingMessage(qint64 index)>;

    /// The job fails when \a client dies before its end.
    SendJob(MnsClient &client, const QString &queueName, qint64 count, MakeMessage make,
            QObject *parent = nullptr);
    ~SendJob() override;

protected:
    qint64 sendSome(qint64 first, qint64 most) override;

private:
    MakeMessage m_make;
};

} // namespace Signalbox
