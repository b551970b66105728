// SPDX-License-Identifier: GPL-3.0-only
#include "remotebroker.h"

#include "consoleharness.h"

#include <QTest>

namespace Signalbox {

namespace {

constexpr int kPatienceMs = 20'000;

} // namespace

RemoteBroker::RemoteBroker(const QString &accessKeyId, const QString &accessKeySecret,
                           const QString &dataDirectory)
{
    m_options.dataDirectory =
        dataDirectory.isEmpty() ? m_directory.filePath(QStringLiteral("data")) : dataDirectory;
    m_options.listen.port = 0;
    m_options.accessKeyId = accessKeyId;
    m_options.accessKeySecret = accessKeySecret;
    start();
}

RemoteBroker::~RemoteBroker()
{
    stop();
}

void RemoteBroker::start()
{
    m_broker = std::make_unique<Broker>(m_options);
    const QFuture<Result<QString>> started = m_broker->start();
    if (!QTest::qWaitFor([&] { return started.isFinished(); }, kPatienceMs) || !started.result())
        qFatal("The broker did not start.");
    m_endpoint = {QUrl(*started.result()), m_options.accessKeyId, m_options.accessKeySecret};
    m_options.listen.port = quint16(m_endpoint.url.port());
}

void RemoteBroker::stop()
{
    if (!m_broker)
        return;
    const QFuture<void> stopped = m_broker->stop();
    if (!QTest::qWaitFor([&] { return stopped.isFinished(); }, kPatienceMs))
        qFatal("The broker did not stop.");
    m_broker.reset();
}

bool RemoteBroker::createQueue(const QString &name)
{
    MnsClient client(m_endpoint);
    return ConsoleHarness::succeeded(client.createQueue(name));
}

} // namespace Signalbox
