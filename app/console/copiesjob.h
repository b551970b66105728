// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/jobs.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>

namespace Signalbox {

class MnsClient;

/// Sends many messages to one queue or topic, a few requests at a time, as fast as the broker takes
/// them or at a rate. Stopped or refused, it says how many the broker took.
class CopiesJob : public BackgroundJob
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CopiesJob)

public:
    ~CopiesJob() override;

    [[nodiscard]] QString title() const override;

    /// Messages a second; 0, unless set, for no limit. Before start().
    void setRate(int perSecond) { m_perSecond = perSecond; }

protected:
    /// The job fails when \a client dies before its end.
    CopiesJob(MnsClient &client, const QString &target, qint64 count, QObject *parent);

    void run() override;
    void wind() override;

    /// Sends the messages from number \a first on, counted from 0, in one request, \a most of them
    /// or fewer; gives how many. Its answer goes to answered().
    virtual qint64 sendSome(qint64 first, qint64 most) = 0;
    /// A request ended: the broker took so many; \a problem says why it took no more.
    void answered(qint64 taken, const Sentence &problem);

    [[nodiscard]] MnsClient &client() const;
    [[nodiscard]] const QString &target() const { return m_target; }

private:
    void sendMore();
    /// How many more may be begun now.
    [[nodiscard]] qint64 allowedNow() const;
    void endIfIdle();

    QPointer<MnsClient> m_client;
    QString m_target;
    qint64 m_count;
    qint64 m_begun = 0; ///< Messages handed to the client.
    qint64 m_taken = 0;
    int m_underWay = 0; ///< Requests.
    int m_perSecond = 0;
    QElapsedTimer m_since;
    QTimer m_pause; ///< Until the rate allows more.
    Sentence m_problem;
};

} // namespace Signalbox
