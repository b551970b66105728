// SPDX-License-Identifier: GPL-3.0-only
#include "wiresuite.h"

#include <QTest>

namespace Signalbox::Test {

WireSuite::WireSuite(QList<QByteArray> queues)
    : m_queues(std::move(queues))
{
}

WireSuite::~WireSuite() = default;

void WireSuite::init()
{
    m_broker = std::make_unique<RunningBroker>();
    m_client = std::make_unique<SignedClient>(m_broker->port());
    for (const QByteArray &queue : m_queues)
        QCOMPARE(m_client->call("PUT", "/queues/" + queue).status, 201);
}

void WireSuite::cleanup()
{
    m_client.reset();
    m_broker.reset();
}

QByteArray message(const QByteArray &body, const QByteArray &elements)
{
    return "<Message><MessageBody>" + body + "</MessageBody>" + elements + "</Message>";
}

} // namespace Signalbox::Test
