// SPDX-License-Identifier: GPL-3.0-only
#include "daemonprocess.h"

#include <QTest>

namespace Signalbox {

namespace {

constexpr int kStartMs = 30'000;
constexpr char kAccount[] = "1234567890123456";

QString program()
{
    return qEnvironmentVariable("SIGNALBOX_TEST_DAEMON", QStringLiteral(SIGNALBOX_DAEMON));
}

} // namespace

DaemonProcess::DaemonProcess(QString dataDirectory)
    : m_dataDirectory(std::move(dataDirectory))
{
}

DaemonProcess::~DaemonProcess()
{
    kill();
}

const Credentials &DaemonProcess::credentials()
{
    static const Credentials credentials{"recovery-id", "recovery-secret", {}};
    return credentials;
}

bool DaemonProcess::start(const std::function<void()> &inChild)
{
    return startAt(0, inChild);
}

bool DaemonProcess::startAgain()
{
    return startAt(m_port, {});
}

QUrl DaemonProcess::url() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_port));
}

bool DaemonProcess::startAt(quint16 port, const std::function<void()> &inChild)
{
    const Credentials &key = credentials();
    m_process = std::make_unique<QProcess>();
#ifdef Q_OS_UNIX
    if (inChild)
        m_process->setChildProcessModifier(inChild);
#else
    Q_UNUSED(inChild)
#endif
    m_process->start(program(),
                     {QStringLiteral("--data-dir"), m_dataDirectory, QStringLiteral("--listen"),
                      QStringLiteral("127.0.0.1:%1").arg(port), QStringLiteral("--access-key"),
                      QString::fromLatin1(key.accessKeyId + ':' + key.accessKeySecret),
                      QStringLiteral("--account"), QLatin1String(kAccount)});
    const bool said = QTest::qWaitFor(
        [this] { return m_process->canReadLine() || m_process->state() == QProcess::NotRunning; },
        kStartMs);
    static const QByteArray kReady = "signalboxd ready ";
    const QByteArray line = m_process->readLine().trimmed();
    if (!said || !line.startsWith(kReady))
        return false;
    m_port = quint16(QUrl(QString::fromLatin1(line.mid(kReady.size()))).port(0));
    return m_port != 0;
}

void DaemonProcess::kill()
{
    if (!isRunning())
        return;
    m_process->kill();
    m_process->waitForFinished();
}

bool DaemonProcess::terminate()
{
    if (!isRunning())
        return false;
    m_process->terminate();
    return m_process->waitForFinished() && m_process->exitStatus() == QProcess::NormalExit
        && m_process->exitCode() == 0;
}

qint64 DaemonProcess::processId() const
{
    return isRunning() ? m_process->processId() : 0;
}

bool DaemonProcess::isRunning() const
{
    return m_process && m_process->state() != QProcess::NotRunning;
}

QByteArray DaemonProcess::log()
{
    return m_process ? m_process->readAllStandardError() : QByteArray();
}

} // namespace Signalbox
