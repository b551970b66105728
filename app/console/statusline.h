// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/statusbar.h"
#include "widgets/statuspill.h"

namespace Signalbox {

class BrokerConnection;
class Hairline;
class ConnectionBook;
class Jobs;
class OwnBroker;

namespace Admin {
struct Status;
}

/// The window's status bar: state of the current broker, endpoint, commit latency with its
/// durability (of another than the one inside: the round trip), messages, clock.
class StatusLine : public StatusBar
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatusLine)

public:
    explicit StatusLine(QWidget *parent = nullptr);

    /// Shows the current connection of \a book.
    void showState(const ConnectionBook &book, const OwnBroker &broker);
    /// How long commits take, as far as there were any lately, and how durable they are.
    [[nodiscard]] static QString commitText(const Admin::Status &status);
    /// Shows what is under way, or that nothing is.
    void showJobs(const Jobs &jobs);

signals:
    /// The user wants to see all jobs.
    void jobsRequested();

protected:
    void languageChanged() override;

private:
    [[nodiscard]] QString ownStateText(const StateBadge &state) const;
    void showSpeed(const BrokerConnection &connection, bool isOwn);
    void showItems(bool endpoint, bool rest);

    StatusItem *m_state;
    StatusItem *m_endpoint;
    IconButton *m_copy;
    StatusItem *m_commit;
    StatusItem *m_jobs;
    Hairline *m_jobsLine;
    StatusItem *m_messages;
    StatusItem *m_clock;
};

} // namespace Signalbox
