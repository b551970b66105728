// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/admintypes.h"
#include "console/feeds/feed.h"

#include <QSet>
#include <QString>

namespace Signalbox {

class AdminClient;
class MnsClient;

/// Waits for the first request of an app: one of the MNS API that this console did not make itself.
/// The welcome panel runs it while it is shown.
class FirstRequestFeed final : public Feed
{
    Q_OBJECT

public:
    /// Requests that \a own makes are not counted.
    FirstRequestFeed(AdminClient &client, MnsClient &own, QObject *parent = nullptr);

    /// The newest request of an app since the feed was made; absent while there was none.
    [[nodiscard]] const std::optional<Admin::RequestRecord> &request() const { return m_request; }

signals:
    /// request() is there, or a newer one took its place.
    void arrived();

protected:
    void ask() override;

private:
    void take(const Admin::RequestLog &log);

    AdminClient &m_client;
    qint64 m_lastId = 0;
    QSet<QString> m_ownRequestIds;
    /// Seen in the last answer: a reply to one of our own may still be on its way here.
    std::optional<Admin::RequestRecord> m_candidate;
    std::optional<Admin::RequestRecord> m_request;
};

} // namespace Signalbox
