// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/admintypes.h"
#include "console/feeds/feed.h"

namespace Signalbox {

class AdminClient;

/// What a broker kept instead of sending it, every two seconds: what came since the last answer.
class OutboxFeed final : public Feed
{
    Q_OBJECT

public:
    static constexpr int kPage = 200;

    explicit OutboxFeed(AdminClient &client, QObject *parent = nullptr);

    /// Only messages with \a text, from the first one on.
    void setSearch(const QString &text);

    /// Everything is given anew.
    void startOver();

signals:
    /// Newer than all before, newest first.
    void arrived(const QList<Signalbox::Admin::Message> &messages);
    /// What was given no longer counts: something else is looked for.
    void startedOver();

protected:
    void ask() override;

private:
    void take(const Admin::BrowsePage &page);

    AdminClient &m_client;
    QString m_search;
    QByteArray m_newestId; ///< Of what was given.
};

} // namespace Signalbox
