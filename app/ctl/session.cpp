// SPDX-License-Identifier: GPL-3.0-only
#include "session.h"

#include "jsonshapes.h"
#include "protocol/wireerrors.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

namespace Signalbox::Ctl {

using namespace Qt::StringLiterals;

namespace {

/// False when not all of it went out.
bool write(std::FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    const std::size_t size = std::size_t(bytes.size());
    return std::fwrite(bytes.constData(), 1, size, stream) == size && std::fflush(stream) == 0;
}

ExitCode exitCode(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NetworkFailure:
    case ErrorCode::Timeout:
    case ErrorCode::UnexpectedReply:
    case ErrorCode::Cancelled:
        return ExitCode::NoAnswer;
    default:
        return ExitCode::Refused;
    }
}

} // namespace

Session::Session(const Endpoint &endpoint, Format format, std::chrono::milliseconds timeout)
    : m_format(format)
    , m_mns(endpoint)
    , m_admin(endpoint)
{
    m_mns.setTimeout(timeout);
    m_admin.setTimeout(timeout);
    const auto remember = [this](const CallRecord &record) { m_lastRequestId = record.requestId; };
    QObject::connect(&m_mns, &MnsClient::called, &m_mns, remember);
    QObject::connect(&m_admin, &AdminClient::called, &m_admin, remember);
}

void Session::print(const QJsonValue &json, const QString &text)
{
    if (write(stdout, isJson() ? toJsonText(json) + u'\n' : text) || m_isOutputLost)
        return;
    m_isOutputLost = true;
    warn(u"The output could not be written."_s);
}

void Session::warn(const QString &message) const
{
    write(stderr, u"signalboxctl: "_s + message + u'\n');
}

ExitCode Session::fail(const Error &error) const
{
    return printError(error, m_format, m_lastRequestId);
}

ExitCode Session::refuseUsage(const QString &message) const
{
    printError({ErrorCode::InvalidArgument, message}, m_format);
    return ExitCode::Usage;
}

ExitCode printError(const Error &error, Session::Format format, const QString &requestId)
{
    const QString code = QString::fromLatin1(wireError(error.code).name);
    if (format == Session::Format::Json) {
        QJsonObject json{{u"code"_s, code}, {u"message"_s, error.message}};
        if (!requestId.isEmpty())
            json.insert(u"requestId"_s, requestId);
        write(stderr, toJsonText(QJsonObject{{u"error"_s, json}}) + u'\n');
    } else {
        const QString request = requestId.isEmpty() ? QString() : u" (request %1)"_s.arg(requestId);
        write(stderr, u"signalboxctl: %1: %2%3\n"_s.arg(code, error.message, request));
    }
    return exitCode(error.code);
}

} // namespace Signalbox::Ctl
