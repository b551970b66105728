// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/topictypes.h"
#include "console/feeds/feed.h"

namespace Signalbox {

class AdminClient;

/// The last attempts to deliver the messages of one topic, every second: first the newest page,
/// then what came since.
class AttemptFeed final : public Feed
{
    Q_OBJECT

public:
    static constexpr int kPage = 1000;

    AttemptFeed(AdminClient &client, const QString &topicName, QObject *parent = nullptr);

signals:
    /// Newer than all before, newest first.
    void arrived(const QList<Signalbox::Admin::Attempt> &attempts);
    /// The broker began anew: what was given is no longer known there.
    void startedOver();

protected:
    void ask() override;

private:
    AdminClient &m_client;
    QString m_topicName;
    qint64 m_lastNumber = 0;
};

} // namespace Signalbox
