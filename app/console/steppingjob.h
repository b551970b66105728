// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/adminclient.h"
#include "console/jobs.h"
#include "console/workspace.h"

#include <QPointer>

namespace Signalbox {

/// Work done in calls one after the other. Between two of them it can be stopped; what a step did
/// stays done.
class SteppingJob : public BackgroundJob
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SteppingJob)

public:
    ~SteppingJob() override;

protected:
    SteppingJob(const Workspace &workspace, QObject *parent);

    void run() override;
    void wind() override;

    [[nodiscard]] virtual bool isAtEnd() const = 0;
    /// Begins the next step, which ends in stepDone() or stepFailed().
    virtual void step() = 0;
    void stepDone();
    void stepFailed(const Error &error);
    /// What was done; may set the undo.
    virtual Sentence summarize() = 0;

    [[nodiscard]] AdminClient *client() const { return m_client; }
    [[nodiscard]] const Workspace &workspace() const { return m_workspace; }

private:
    void next();
    /// \a problem says why it did not go on; null for the end or a stop.
    void conclude(const Sentence &problem);

    Workspace m_workspace;
    QPointer<AdminClient> m_client;
    bool m_isUnderWay = false;
};

} // namespace Signalbox
