// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/admintypes.h"
#include "console/feeds/feed.h"

namespace Signalbox {

class AdminClient;

/// Who receives from one queue, every two seconds while somebody looks.
class ReceiverFeed final : public Feed
{
    Q_OBJECT

public:
    ReceiverFeed(AdminClient &client, const QString &queueName, QObject *parent = nullptr);

    /// Absent before the first answer.
    [[nodiscard]] const std::optional<Admin::ReceiverList> &list() const { return m_list; }

protected:
    void ask() override;

private:
    AdminClient &m_client;
    QString m_queueName;
    std::optional<Admin::ReceiverList> m_list;
};

} // namespace Signalbox
