// SPDX-License-Identifier: GPL-3.0-only
#include "ctlprocess.h"

#include <QJsonDocument>
#include <QProcess>
#include <QTest>

namespace Signalbox::Test {

using namespace Qt::StringLiterals;

QJsonObject CtlResult::object() const
{
    return QJsonDocument::fromJson(out).object();
}

QJsonArray CtlResult::array() const
{
    return QJsonDocument::fromJson(out).array();
}

Ctl::Ctl()
{
    environment.insert(u"XDG_CONFIG_HOME"_s, u"/nonexistent"_s);
    environment.insert(u"TZ"_s, u"UTC"_s);
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    for (const char *sanitizer : {"ASAN_OPTIONS", "TSAN_OPTIONS", "UBSAN_OPTIONS"}) {
        if (qEnvironmentVariableIsSet(sanitizer))
            environment.insert(QLatin1String(sanitizer), qEnvironmentVariable(sanitizer));
    }
}

QString Ctl::program()
{
    return QStringLiteral(SIGNALBOXCTL);
}

CtlResult Ctl::run(const QStringList &arguments, const QByteArray &input) const
{
    QProcessEnvironment clean;
    for (auto it = environment.begin(); it != environment.end(); ++it)
        clean.insert(it.key(), it.value());

    QProcess process;
    process.setProcessEnvironment(clean);
    if (!outputFile.isEmpty())
        process.setStandardOutputFile(outputFile);
    process.start(program(), arguments);
    process.write(input);
    process.closeWriteChannel();
    const bool ended =
        QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 60'000);
    if (!ended || process.exitStatus() != QProcess::NormalExit)
        qFatal("signalboxctl %s did not end.", qPrintable(arguments.join(u' ')));
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace Signalbox::Test
