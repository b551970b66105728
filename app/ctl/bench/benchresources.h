// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "session.h"

#include <QStringList>

namespace Signalbox::Ctl {

/// Queues and topics that a bench made, all with names of one prefix: it removes them when it is
/// destroyed, whatever happened in between.
class BenchResources
{
public:
    explicit BenchResources(Session &session);
    ~BenchResources();
    BenchResources(const BenchResources &) = delete;
    BenchResources &operator=(const BenchResources &) = delete;

    /// A new queue, or topic; gives its name. Errors: those of the service.
    [[nodiscard]] Result<QString> makeQueue(const QueueSettingsPatch &settings = {});
    [[nodiscard]] Result<QString> makeTopic();
    /// Errors: those of the service.
    [[nodiscard]] Result<void> removeTopic(const QString &topic);

private:
    [[nodiscard]] QString nextName();

    Session &m_session;
    QString m_prefix;
    int m_lastNumber = 0;
    QStringList m_queues;
    QStringList m_topics;
};

} // namespace Signalbox::Ctl
