// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/steppingjob.h"

#include <QByteArray>

namespace Signalbox {

/// Moves dead letters back to where they were, or all to one queue; its undo takes back what nobody
/// received since.
class RedriveJob final : public SteppingJob
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RedriveJob)

public:
    /// All messages of \a queueName where \a messageIds is empty; to where each was where \a to is.
    RedriveJob(const Workspace &workspace, const QString &queueName,
               const QList<QByteArray> &messageIds, const QString &to, QObject *parent = nullptr);
    ~RedriveJob() override;

    [[nodiscard]] QString title() const override;

protected:
    [[nodiscard]] bool isAtEnd() const override { return m_isAtEnd; }
    void step() override;
    Sentence summarize() override;

private:
    void take(const Admin::Redriven &step);

    QString m_queueName;
    QList<QByteArray> m_messageIds;
    QString m_to;
    qsizetype m_taken = 0; ///< Of those named.
    QString m_cursor; ///< Of all.
    QList<Admin::Redriven> m_steps; ///< That moved something.
    qint64 m_moved = 0;
    qint64 m_inFlight = 0;
    qint64 m_withoutOrigin = 0;
    bool m_isAtEnd = false;
};

/// Takes a redrive back to the dead-letter queue, the last step first.
class UndoRedriveJob final : public SteppingJob
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UndoRedriveJob)

public:
    UndoRedriveJob(const Workspace &workspace, const QString &queueName,
                   const QList<Admin::Redriven> &steps, QObject *parent = nullptr);
    ~UndoRedriveJob() override;

    [[nodiscard]] QString title() const override;

protected:
    [[nodiscard]] bool isAtEnd() const override { return m_steps.isEmpty(); }
    void step() override;
    Sentence summarize() override;

private:
    QString m_queueName;
    QList<Admin::Redriven> m_steps; ///< Still to be taken back.
    qint64 m_done = 0; ///< Messages looked at.
    qint64 m_all = 0;
    qint64 m_moved = 0;
};

} // namespace Signalbox
