// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/steppingjob.h"

#include <QByteArray>

namespace Signalbox {

/// Does something with many messages of a queue, as many in a step as the broker takes in one call.
/// Between two steps it can be stopped; what a step did stays done. Messages that are not there any
/// more are passed over.
class MessageJob : public SteppingJob
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessageJob)

public:
    static constexpr int kStep = 1000; ///< Messages in one call of the admin API.

    ~MessageJob() override;

signals:
    /// A step is done: these messages are not in the queue any more, but for those it left there.
    void stepped(const QList<QByteArray> &messageIds);

protected:
    MessageJob(const Workspace &workspace, const QString &queueName,
               const QList<QByteArray> &messageIds, QObject *parent);

    [[nodiscard]] bool isAtEnd() const override { return m_done == m_messageIds.size(); }
    void step() override;

    /// Does it with \a messageIds and calls messagesDone() or messagesFailed().
    virtual void treat(const QList<QByteArray> &messageIds) = 0;
    void messagesDone();
    void messagesFailed(const Error &error);

    [[nodiscard]] const QString &queueName() const { return m_queueName; }

private:
    QString m_queueName;
    QList<QByteArray> m_messageIds;
    qsizetype m_done = 0;
    qsizetype m_underWay = 0; ///< Messages of the step at work.
};

/// Deletes messages; its undo brings all of them back from the trash.
class DeleteMessagesJob final : public MessageJob
{
    Q_OBJECT

public:
    DeleteMessagesJob(const Workspace &workspace, const QString &queueName,
                      const QList<QByteArray> &messageIds, QObject *parent = nullptr);

    [[nodiscard]] QString title() const override;

protected:
    void treat(const QList<QByteArray> &messageIds) override;
    Sentence summarize() override;

private:
    QList<Admin::TrashEntry> m_entries;
    qint64 m_deleted = 0;
};

/// Moves messages to another queue, except those in flight; its undo moves them back.
class MoveMessagesJob final : public MessageJob
{
    Q_OBJECT

public:
    enum class Direction { There, Back };

    MoveMessagesJob(const Workspace &workspace, const QString &from, const QString &to,
                    const QList<QByteArray> &messageIds, Direction direction = Direction::There,
                    QObject *parent = nullptr);

    [[nodiscard]] QString title() const override;

protected:
    void treat(const QList<QByteArray> &messageIds) override;
    Sentence summarize() override;

private:
    QString m_to;
    Direction m_direction;
    QList<QByteArray> m_taken; ///< Of steps that moved something.
    qint64 m_moved = 0;
    qint64 m_inFlight = 0;
};

} // namespace Signalbox
