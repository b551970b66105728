// SPDX-License-Identifier: GPL-3.0-only
#include "console/steppingjob.h"

#include "console/brokerconnection.h"
#include "console/errortext.h"

namespace Signalbox {

SteppingJob::SteppingJob(const Workspace &workspace, QObject *parent)
    : BackgroundJob(parent)
    , m_workspace(workspace)
    , m_client(&workspace.connection.admin())
{
    connect(m_client.data(), &QObject::destroyed, this,
            [this] { conclude([] { return tr("The connection was removed."); }); });
}

SteppingJob::~SteppingJob() = default;

void SteppingJob::run()
{
    next();
}

void SteppingJob::wind()
{
    if (!m_isUnderWay)
        conclude({});
}

void SteppingJob::next()
{
    if (isOver() || !m_client)
        return;
    if (isStopping() || isAtEnd())
        return conclude({});
    m_isUnderWay = true;
    const CallGate::Scope calls = changes(m_client->gate());
    step();
}

void SteppingJob::stepDone()
{
    m_isUnderWay = false;
    next();
}

void SteppingJob::stepFailed(const Error &error)
{
    m_isUnderWay = false;
    conclude(reason(error));
}

void SteppingJob::conclude(const Sentence &problem)
{
    if (isOver() || state() == State::Waiting)
        return;
    const Sentence text = summarize();
    if (problem) {
        //: What was done, then why it did not go on; both are sentences.
        return fail([text, problem] { return tr("%1 %2").arg(text(), problem()); });
    }
    if (!isAtEnd()) {
        //: %1 is what was done, as a sentence.
        return finish([text] { return tr("Stopped. %1").arg(text()); });
    }
    finish(text);
}

} // namespace Signalbox
