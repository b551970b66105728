// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/jobs.h"
#include "protocol/messagexml.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <vector>

namespace Signalbox {

class MnsClient;

/// Sends many messages to one queue, sixteen in a request and a few requests at a time, as fast as
/// the broker takes them or at a rate. Stopped or refused, it says how many the broker took.
class SendJob : public BackgroundJob
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

    [[nodiscard]] QString title() const override;

    /// Messages a second; 0, unless set, for no limit. Before start().
    void setRate(int perSecond) { m_perSecond = perSecond; }

protected:
    void run() override;
    void wind() override;

private:
    void sendMore();
    /// How many more may be begun now.
    [[nodiscard]] qint64 allowedNow() const;
    void sendBatch(const std::vector<OutgoingMessage> &batch);
    void takeReply(const SentBatch &entries);
    void endIfIdle();

    QPointer<MnsClient> m_client;
    QString m_queueName;
    qint64 m_count;
    MakeMessage m_make;
    qint64 m_begun = 0; ///< Messages handed to the client.
    qint64 m_taken = 0;
    int m_underWay = 0; ///< Requests.
    int m_perSecond = 0;
    QElapsedTimer m_since;
    QTimer m_pause; ///< Until the rate allows more.
    QString m_problem;
};

} // namespace Signalbox
