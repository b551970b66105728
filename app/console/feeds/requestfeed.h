// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/admintypes.h"
#include "console/feeds/feed.h"

namespace Signalbox {

class AdminClient;

/// The last requests that a broker answered, every second: first the newest page, then what came
/// since, and page by page what was before, as far as the broker remembers.
class RequestFeed final : public Feed
{
    Q_OBJECT

public:
    static constexpr int kPage = 1000;
    static constexpr int kMost = 10'000; ///< What a broker remembers.

    explicit RequestFeed(AdminClient &client, QObject *parent = nullptr);

signals:
    /// Newer than all before, newest first.
    void arrived(const QList<Signalbox::Admin::RequestRecord> &requests);
    /// Older than all before, newest first.
    void older(const QList<Signalbox::Admin::RequestRecord> &requests);
    /// The broker began anew: what was given is no longer known there.
    void startedOver();

protected:
    void ask() override;

private:
    void takeNewest(const Admin::RequestLog &log);
    /// The next \a page of what is new up to \a lastId.
    void takeFresh(const Admin::RequestLog &page, qint64 lastId);
    void takeOlder(const Admin::RequestLog &log);

    AdminClient &m_client;
    QList<Admin::RequestRecord> m_fresh; ///< New since m_lastId, as far as it has come.
    qint64 m_lastId = 0;
    qint64 m_oldestId = 0; ///< Of what was given; 0 before the first.
    int m_given = 0;
    bool m_askOlder = false;
};

} // namespace Signalbox
