// SPDX-License-Identifier: GPL-3.0-only
#include "messagebody.h"

#include <QFile>
#include <QStringDecoder>

#include <CLI/CLI.hpp>
#include <cstdio>

namespace Signalbox::Ctl {

using namespace Qt::StringLiterals;

namespace {

Result<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    const bool opened =
        path == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened) {
        return Error{ErrorCode::InvalidArgument,
                     u"%1 cannot be read: %2."_s.arg(path, file.errorString())};
    }
    return file.readAll();
}

bool isUtf8(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = decoder(bytes);
    return !decoder.hasError() && decoded.toUtf8().size() == bytes.size();
}

} // namespace

void BodySource::addTo(CLI::App &command)
{
    CLI::Option *text =
        command.add_option("body", argument, "Body; without it, standard input")->type_name("TEXT");
    command.add_option("-f,--body-file", file, "File with the body, - for standard input")
        ->type_name("FILE")
        ->excludes(text);
    command.add_flag("--base64", base64, "Encode the body in Base64, as most SDKs do");
}

Result<QByteArray> BodySource::read() const
{
    Result<QByteArray> body = argument
        ? Result(QByteArray::fromStdString(*argument))
        : readFile(file.empty() ? u"-"_s : QString::fromStdString(file));
    if (!body)
        return body;
    if (base64)
        return body->toBase64();
    if (!isUtf8(*body)) {
        return Error{ErrorCode::InvalidArgument,
                     u"The body is not text in UTF-8. Send it with --base64."_s};
    }
    return body;
}

std::optional<QByteArray> decodedBody(const QByteArray &body)
{
    const auto decoded =
        QByteArray::fromBase64Encoding(body, QByteArray::AbortOnBase64DecodingErrors);
    return decoded && isUtf8(*decoded) ? std::optional(*decoded) : std::nullopt;
}

} // namespace Signalbox::Ctl
