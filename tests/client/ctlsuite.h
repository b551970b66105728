// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "ctlprocess.h"
#include "runningbroker.h"

#include <QObject>

#include <memory>

namespace Signalbox::Test {

/// What tests of signalboxctl start from: a fresh broker for each.
class CtlSuite : public QObject
{
    Q_OBJECT

protected slots:
    void init();
    void cleanup();

protected:
    /// Runs \a command, whose words are parted by single spaces, against the broker.
    CtlResult ctl(const QString &command, const QByteArray &input = {}) const;
    /// The same with --json; it is told when that does not end with 0.
    CtlResult json(const QString &command, const QByteArray &input = {}) const;

    /// The names in \a object, in order.
    [[nodiscard]] static QStringList names(const QJsonObject &object);
    [[nodiscard]] static QStringList sorted(QStringList list);

    std::unique_ptr<RunningBroker> m_broker;
};

} // namespace Signalbox::Test
