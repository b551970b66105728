// SPDX-License-Identifier: GPL-3.0-only
#include "ctlsuite.h"

namespace Signalbox::Test {

using namespace Qt::StringLiterals;

void CtlSuite::init()
{
    m_broker = std::make_unique<RunningBroker>();
}

void CtlSuite::cleanup()
{
    m_broker.reset();
}

CtlResult CtlSuite::ctl(const QString &command, const QByteArray &input) const
{
    return Ctl().run(QStringList{u"--endpoint"_s, m_broker->endpoint()} + command.split(u' '),
                     input);
}

CtlResult CtlSuite::json(const QString &command, const QByteArray &input) const
{
    const CtlResult result = ctl(command + u" --json"_s, input);
    if (result.exitCode != 0)
        qWarning("%s ended with %d: %s", qPrintable(command), result.exitCode,
                 result.err.constData());
    return result;
}

QStringList CtlSuite::names(const QJsonObject &object)
{
    return object.keys();
}

QStringList CtlSuite::sorted(QStringList list)
{
    list.sort();
    return list;
}

} // namespace Signalbox::Test
