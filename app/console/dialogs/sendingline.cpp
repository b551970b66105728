// SPDX-License-Identifier: GPL-3.0-only
#include "console/dialogs/sendingline.h"

#include "console/jobs.h"
#include "widgets/button.h"
#include "widgets/format.h"
#include "widgets/label.h"
#include "widgets/metrics.h"

#include <QHBoxLayout>

namespace Signalbox {

SendingLine::SendingLine(QWidget *parent)
    : ThemedWidget(parent)
    , m_said(new TextLabel(TextRole::BodyMedium, Token::Ok, {}, this))
    , m_stop(new Button({}, ButtonKind::Link, {}, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Metrics::kSpaceMd);
    row->addWidget(m_said);
    row->addWidget(m_stop);
    row->addStretch();
    m_stop->hide();
    hide();
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (m_job)
            m_job->stop();
    });
    SendingLine::languageChanged();
}

void SendingLine::say(const QString &outcome)
{
    m_said->setText(outcome);
    show();
}

void SendingLine::clear()
{
    hide();
}

void SendingLine::follow(BackgroundJob *job)
{
    m_job = job;
    connect(job, &BackgroundJob::progressed, this, &SendingLine::showProgress);
    connect(job, &BackgroundJob::finished, this, &SendingLine::takeEnd);
    m_stop->show();
    showProgress();
}

void SendingLine::showProgress()
{
    if (!m_job || m_job->isOver())
        return;
    say(tr("Sent %1 of %2.").arg(Format::count(m_job->done()), Format::count(m_job->total())));
}

void SendingLine::takeEnd()
{
    m_stop->hide();
    const QString outcome = m_job->outcome() ? m_job->outcome()() : QString();
    const bool failed = m_job->state() == BackgroundJob::State::Failed;
    m_job.clear();
    if (failed)
        clear();
    else
        say(outcome);
    emit ended(failed ? outcome : QString());
}

void SendingLine::languageChanged()
{
    m_stop->setText(tr("Stop"));
}

} // namespace Signalbox
