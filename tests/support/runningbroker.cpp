// SPDX-License-Identifier: GPL-3.0-only
#include "runningbroker.h"

#include <QTest>
#include <QUrl>

namespace Signalbox::Test {

namespace {

constexpr int kPatienceMs = 30'000;

} // namespace

RunningBroker::RunningBroker(const Configure &configure)
{
    m_options.dataDirectory = m_directory.filePath(QStringLiteral("data"));
    m_options.listen.port = 0;
    m_options.brokerTime = [now = m_nowMs] { return now->load(); };
    if (configure)
        configure(m_options);
    start();
}

RunningBroker::~RunningBroker()
{
    stop();
}

quint16 RunningBroker::port() const
{
    return quint16(QUrl(endpoint()).port());
}

void RunningBroker::start()
{
    m_broker = std::make_unique<Broker>(m_options);
    const QFuture<Result<QString>> started = m_broker->start();
    if (!QTest::qWaitFor([&] { return started.isFinished(); }, kPatienceMs))
        qFatal("The broker did not start in time.");
    if (const Result<QString> endpoint = started.result(); !endpoint)
        qFatal("The broker did not start: %s", qUtf8Printable(endpoint.error().message));
}

void RunningBroker::stop()
{
    if (!m_broker)
        return;
    const QFuture<void> stopped = m_broker->stop();
    if (!QTest::qWaitFor([&] { return stopped.isFinished(); }, kPatienceMs))
        qFatal("The broker did not stop in time.");
    m_broker.reset();
}

void RunningBroker::restart()
{
    stop();
    start();
}

} // namespace Signalbox::Test
