// SPDX-License-Identifier: GPL-3.0-only
#include "console/statusline.h"

#include "console/brokerconnection.h"
#include "console/connectionbook.h"
#include "console/connectionrow.h"
#include "console/jobs.h"
#include "console/ownbroker.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/format.h"

#include <QDateTime>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

QString endpointText(const Endpoint &endpoint)
{
    return endpoint.url.toString(QUrl::StripTrailingSlash);
}

} // namespace

StatusLine::StatusLine(QWidget *parent)
    : StatusBar(parent)
    , m_state(addLeft())
    , m_endpoint(addCopyable({}))
    , m_copy(findChild<IconButton *>())
    , m_commit(addLeft())
    , m_jobs(addLeft())
    , m_jobsLine(findChildren<Hairline *>().last())
    , m_messages(addRight())
    , m_clock(addRight())
{
    m_jobs->setClickable(true);
    m_jobs->hide();
    m_jobsLine->hide();
    connect(m_jobs, &StatusItem::clicked, this, &StatusLine::jobsRequested);
    m_state->setStrong(true);
    m_endpoint->setMono(true);
    languageChanged();
}

void StatusLine::languageChanged()
{
    m_copy->setName(tr("Copy endpoint"));
}

void StatusLine::showJobs(const Jobs &jobs)
{
    const QList<BackgroundJob *> &running = jobs.running();
    m_jobs->setVisible(!running.isEmpty());
    m_jobsLine->setVisible(!running.isEmpty());
    if (running.isEmpty())
        return;
    const BackgroundJob &first = *running.constFirst();
    //: %1 is what is done, such as "Sending to orders", %2 how far it is.
    QString text = tr("%1: %2").arg(first.title(), progressText(first));
    if (running.size() > 1)
        //: %1 is a job and its progress; %2 further ones run.
        text = tr("%1 (+%2)").arg(text, QString::number(running.size() - 1));
    m_jobs->setContent(u"loader"_s, text, Tone::Info);
    m_jobs->setAccessibleDescription(tr("Shows all jobs and stops them."));
}

void StatusLine::showItems(bool endpoint, bool rest)
{
    m_endpoint->setVisible(endpoint);
    m_copy->setVisible(endpoint);
    for (StatusItem *item : {m_commit, m_messages, m_clock})
        item->setVisible(rest);
    const QList<Hairline *> lines = findChildren<Hairline *>();
    for (Hairline *line : lines)
        line->setVisible(line == m_jobsLine ? m_jobs->isVisibleTo(this) : rest);
}

/// Of the broker inside, where the bar speaks of nothing else.
QString StatusLine::ownStateText(const StateBadge &state) const
{
    switch (state.tone) {
    case Tone::Ok:
        return tr("Broker running");
    case Tone::Info:
        return tr("Broker starting");
    case Tone::Neutral:
        return tr("Broker stopped");
    default:
        return state.text;
    }
}

QString StatusLine::commitText(const Admin::Status &status)
{
    const QString durability =
        status.durability == "normal"_L1 ? tr("durability normal") : tr("durability full");
    if (status.commitNumber == 0)
        return durability;
    // The broker knows of none lately where it says 0.
    const QString p99 = status.commitP99Ms > 0 ? tr("%1 ms").arg(Format::rate(status.commitP99Ms))
                                               : Format::unknown();
    //: %1 is a duration such as "3.1 ms", or "–" while nothing is written; %2 the durability.
    return tr("Commit p99 %1 · %2").arg(p99, durability);
}

void StatusLine::showSpeed(const BrokerConnection &connection, bool isOwn)
{
    if (isOwn)
        return m_commit->setContent(u"database"_s, commitText(*connection.status().status()));
    //: How long a question to a broker elsewhere takes; %1 is a duration.
    m_commit->setContent(
        u"activity"_s, tr("Round trip %1").arg(Format::duration(connection.status().roundTrip())));
}

void StatusLine::showState(const ConnectionBook &book, const OwnBroker &broker)
{
    const bool isOwn = book.isOwnCurrent();
    BrokerConnection *connection = book.current();
    const StateBadge state = connectionRow(book, broker, book.currentIndex()).state;
    m_state->setContent(state.iconName, isOwn ? ownStateText(state) : state.text, state.tone);
    if (!connection)
        return showItems(false, false);
    const std::optional<Admin::Status> &status = connection->status().status();
    m_endpoint->setContent({}, endpointText(connection->endpoint()));
    showItems(true, status.has_value());
    if (!status)
        return;

    showSpeed(*connection, isOwn);
    m_messages->setContent({}, tr("%Ln message(s)", nullptr, int(status->messages.total())));
    const QString time =
        Format::clock(QDateTime::fromMSecsSinceEpoch(connection->status().brokerNowMs()),
                      QDateTime::currentDateTime());
    if (status->clock.frozen)
        m_clock->setContent(u"snowflake"_s, tr("Clock: frozen, %1").arg(time), Tone::Warn);
    else if (status->clock.offsetMs != 0)
        m_clock->setContent(u"clock"_s, tr("Clock: shifted, %1").arg(time), Tone::Warn);
    else
        m_clock->setContent(u"clock"_s, tr("Clock: real, %1").arg(time));
}

} // namespace Signalbox
