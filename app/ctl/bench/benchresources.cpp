// SPDX-License-Identifier: GPL-3.0-only
#include "bench/benchresources.h"

#include <QRandomGenerator>

namespace Signalbox::Ctl {

using namespace Qt::StringLiterals;

BenchResources::BenchResources(Session &session)
    : m_session(session)
    , m_prefix(
          u"signalbox-bench-%1"_s.arg(QString::number(QRandomGenerator::system()->generate(), 16)))
{
}

BenchResources::~BenchResources()
{
    const auto warn = [this](const QString &name, const Result<void> &removed) {
        if (!removed)
            m_session.warn(u"%1 could not be removed: %2"_s.arg(name, removed.error().message));
    };
    for (const QString &topic : std::as_const(m_topics)) // first what still sends to the queues
        warn(topic, m_session.wait(m_session.mns().deleteTopic(topic)));
    for (const QString &queue : std::as_const(m_queues))
        warn(queue, m_session.wait(m_session.mns().deleteQueue(queue)));
}

QString BenchResources::nextName()
{
    return u"%1-%2"_s.arg(m_prefix).arg(++m_lastNumber);
}

Result<QString> BenchResources::makeQueue(const QueueSettingsPatch &settings)
{
    const QString name = nextName();
    const auto created = m_session.wait(m_session.mns().createQueue(name, settings));
    if (!created)
        return created.error();
    m_queues.append(name);
    return name;
}

Result<QString> BenchResources::makeTopic()
{
    const QString name = nextName();
    const auto created = m_session.wait(m_session.mns().createTopic(name));
    if (!created)
        return created.error();
    m_topics.append(name);
    return name;
}

Result<void> BenchResources::removeTopic(const QString &topic)
{
    m_topics.removeOne(topic);
    return m_session.wait(m_session.mns().deleteTopic(topic));
}

} // namespace Signalbox::Ctl
