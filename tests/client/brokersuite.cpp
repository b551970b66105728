// SPDX-License-Identifier: GPL-3.0-only
#include "brokersuite.h"

#include "awaited.h"

namespace Signalbox::Test {

using namespace Qt::StringLiterals;

void BrokerSuite::initTestCase_data()
{
    QTest::addColumn<Endpoint::Signature>("signature");
    QTest::newRow("V2") << Endpoint::Signature::V2;
    QTest::newRow("V4") << Endpoint::Signature::V4;
}

void BrokerSuite::init()
{
    m_broker = std::make_unique<RunningBroker>();
    m_mns = std::make_unique<MnsClient>(endpoint());
    m_admin = std::make_unique<AdminClient>(endpoint());
}

void BrokerSuite::cleanup()
{
    m_admin.reset();
    m_mns.reset();
    m_broker.reset();
}

Endpoint BrokerSuite::endpoint() const
{
    QFETCH_GLOBAL(const Endpoint::Signature, signature);
    Endpoint endpoint = Endpoint::local();
    endpoint.url = QUrl(m_broker->endpoint());
    endpoint.signature = signature;
    endpoint.region = u"cn-hangzhou"_s;
    return endpoint;
}

void BrokerSuite::createQueue()
{
    const auto created = awaited(m_mns->createQueue(m_queue));
    if (!created)
        qFatal("No queue: %s", qPrintable(created.error().message));
}

SentMessage BrokerSuite::send(const QByteArray &body, std::optional<std::chrono::seconds> delay)
{
    OutgoingMessage message;
    message.body = body;
    message.delay = delay;
    const Result<SentMessage> sent = awaited(m_mns->sendMessage(m_queue, message));
    if (!sent)
        qFatal("Nothing sent: %s", qPrintable(sent.error().message));
    return *sent;
}

QueueCounts BrokerSuite::counts()
{
    const auto attributes = awaited(m_mns->queueAttributes(m_queue));
    return attributes ? attributes->counts : QueueCounts{-1, -1, -1, -1};
}

} // namespace Signalbox::Test
