// SPDX-License-Identifier: GPL-3.0-only
#include "console/clockactions.h"

#include "console/brokerconnection.h"
#include "console/notices.h"
#include "console/onreply.h"

#include <QCoreApplication>

namespace Signalbox {

namespace {

/// Texts of this file, under one context.
class ClockTexts
{
    Q_DECLARE_TR_FUNCTIONS(ClockActions)
};

void finish(const Workspace &workspace, const QFuture<Result<Admin::ClockState>> &future,
            const Sentence &failure)
{
    onReply(future, &workspace.connection,
            [workspace, failure](const Result<Admin::ClockState> &reply) {
                if (!reply)
                    workspace.notices.complain(failure, reply.error());
                workspace.connection.refresh();
            });
}

} // namespace

void runClock(const Workspace &workspace)
{
    finish(workspace, workspace.connection.admin().runClock(),
           [] { return ClockTexts::tr("The clock could not be started."); });
}

void freezeClock(const Workspace &workspace)
{
    finish(workspace, workspace.connection.admin().freezeClock(),
           [] { return ClockTexts::tr("The clock could not be stopped."); });
}

void advanceClock(const Workspace &workspace, std::chrono::milliseconds by)
{
    finish(workspace, workspace.connection.admin().advanceClock(by),
           [] { return ClockTexts::tr("The clock could not be set forward."); });
}

} // namespace Signalbox
