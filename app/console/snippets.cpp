// SPDX-License-Identifier: GPL-3.0-only
#include "console/snippets.h"

#include <QCoreApplication>
#include <QFile>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

// What stands in the files, so that each of them runs as it is.
const auto kFileEndpoint = u"http://127.0.0.1:9324"_s;
const auto kFileKeyId = u"local-id"_s;
const auto kFileKeySecret = u"local-secret"_s;
const auto kFileAccount = u"1000000000000000"_s;

QString note(const char *source)
{
    return QCoreApplication::translate("Snippets", source);
}

} // namespace

QList<Snippet> snippets()
{
    return {
        {u"Java"_s, u"FirstMessage.java"_s,
         note(QT_TRANSLATE_NOOP("Snippets",
                                "The SDK encodes bodies as Base64; here they show decoded."))},
        {u"Python"_s, u"first_message.py"_s,
         note(QT_TRANSLATE_NOOP("Snippets",
                                "The SDK encodes bodies as Base64; here they show decoded."))},
        {u"Go"_s, u"first_message.go"_s,
         note(QT_TRANSLATE_NOOP("Snippets",
                                "Older versions than 2.0.1 want a host name of five parts."))},
        {u"PHP"_s, u"first_message.php"_s,
         note(QT_TRANSLATE_NOOP("Snippets",
                                "The SDK encodes bodies as Base64; here they show decoded."))},
        {u"Node"_s, u"first-message.js"_s,
         note(QT_TRANSLATE_NOOP(
             "Snippets", "The SDK does not escape < and & in bodies: encode those yourself."))},
        {u".NET"_s, u"FirstMessage.cs"_s,
         note(QT_TRANSLATE_NOOP("Snippets", "Bodies travel as they are."))},
    };
}

QString snippetText(const QString &fileName, const Endpoint &endpoint, const QString &account)
{
    QFile file(u":/signalbox/snippets/"_s + fileName);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll())
        .replace(kFileEndpoint, endpoint.url.toString(QUrl::StripTrailingSlash))
        .replace(kFileKeyId, endpoint.accessKeyId)
        .replace(kFileKeySecret, endpoint.accessKeySecret)
        .replace(kFileAccount, account);
}

QString environmentText(const Endpoint &endpoint, const QString &account)
{
    return u"export MNS_ENDPOINT='%1'\n"
           u"export ALIBABA_CLOUD_ACCESS_KEY_ID='%2'\n"
           u"export ALIBABA_CLOUD_ACCESS_KEY_SECRET='%3'\n"
           u"export MNS_ACCOUNT_ID='%4'\n"_s.arg(endpoint.url.toString(QUrl::StripTrailingSlash),
                                                 endpoint.accessKeyId, endpoint.accessKeySecret,
                                                 account);
}

} // namespace Signalbox
