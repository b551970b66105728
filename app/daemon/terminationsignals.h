// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QObject>

#include <memory>

namespace Signalbox {

/// Tells when the system asks the process to end: SIGTERM and SIGINT, or the console's events on
/// Windows. One at a time; lives in the main thread. One source file per platform.
class TerminationSignals : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TerminationSignals)

public:
    explicit TerminationSignals(QObject *parent = nullptr);
    ~TerminationSignals() override;

signals:
    void received();

private:
    class Platform;
    std::unique_ptr<Platform> m_platform;
};

} // namespace Signalbox
