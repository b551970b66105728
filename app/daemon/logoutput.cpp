// SPDX-License-Identifier: GPL-3.0-only
#include "logoutput.h"

#include "core/brokerclock.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

#include <atomic>
#include <cstdio>

namespace Signalbox {

namespace {

std::atomic<LogFormat> chosenFormat{LogFormat::Text};

const char *levelName(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug";
    case QtInfoMsg:
        return "info";
    case QtWarningMsg:
        return "warning";
    case QtCriticalMsg:
        return "error";
    case QtFatalMsg:
        break;
    }
    return "fatal";
}

void writeLogLine(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const QByteArray line =
        formatLogLine(chosenFormat, type, context.category, message, systemTimeMs()) + '\n';
    std::fwrite(line.constData(), 1, size_t(line.size()),
                stderr); // one call a line: lines of threads do not mix
}

} // namespace

void installLogOutput(LogFormat format)
{
    chosenFormat = format;
    qInstallMessageHandler(writeLogLine);
}

QByteArray formatLogLine(LogFormat format, QtMsgType type, const char *category,
                         const QString &message, qint64 timeMs)
{
    const QString time = QDateTime::fromMSecsSinceEpoch(timeMs).toUTC().toString(Qt::ISODateWithMs);
    const QString name = QString::fromLatin1(category ? category : "default");
    if (format == LogFormat::Text) {
        QString oneLine = message;
        oneLine.replace(QLatin1Char('\n'), QLatin1String("\\n"));
        return QStringLiteral("%1 %2 %3: ").arg(time, QLatin1String(levelName(type)), name).toUtf8()
            + oneLine.toUtf8();
    }
    const QJsonObject line{{QStringLiteral("time"), time},
                           {QStringLiteral("level"), QString::fromLatin1(levelName(type))},
                           {QStringLiteral("category"), name},
                           {QStringLiteral("message"), message}};
    return QJsonDocument(line).toJson(QJsonDocument::Compact);
}

} // namespace Signalbox
