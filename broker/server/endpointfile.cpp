// SPDX-License-Identifier: GPL-3.0-only
#include "server/endpointfile.h"

#include "core/logging.h"
#include "core/wholefile.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

namespace Signalbox {

namespace {

constexpr qint64 kMaxBytes = 4096;

QString pathIn(const QString &directory)
{
    return QDir(directory).filePath(QString::fromLatin1(EndpointFile::kFileName));
}

} // namespace

EndpointFile::EndpointFile(const QString &directory)
    : m_path(pathIn(directory))
{
    QFile::remove(m_path);
}

EndpointFile::~EndpointFile()
{
    QFile::remove(m_path);
}

void EndpointFile::write(const RunningEndpoint &endpoint)
{
    const QJsonObject json{{QStringLiteral("endpoint"), endpoint.endpoint},
                           {QStringLiteral("accessKeyId"), endpoint.accessKeyId}};
    QSaveFile file(m_path);
    if (!file.open(QSaveFile::WriteOnly) || !writeAndCommit(file, QJsonDocument(json).toJson()))
        qCWarning(logServer, "%s cannot be written; others will not find this broker by it.",
                  qUtf8Printable(m_path));
}

std::optional<RunningEndpoint> EndpointFile::read(const QString &directory)
{
    QFile file(pathIn(directory));
    if (!file.open(QFile::ReadOnly))
        return std::nullopt;
    const QJsonObject json = QJsonDocument::fromJson(file.read(kMaxBytes)).object();
    RunningEndpoint found{json.value(QStringLiteral("endpoint")).toString(),
                          json.value(QStringLiteral("accessKeyId")).toString()};
    const QUrl url(found.endpoint, QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != QStringLiteral("http") || url.host().isEmpty())
        return std::nullopt;
    return found;
}

} // namespace Signalbox
