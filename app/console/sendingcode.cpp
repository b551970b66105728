// SPDX-License-Identifier: GPL-3.0-only
#include "console/sendingcode.h"

#include "console/snippets.h"

#include <QStringList>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

const auto kDevelopmentSecret = u"local-secret"_s;

// What stands in the templates, so that each of them is code in its language.
const auto kQueue = u"QUEUE_NAME"_s;
const auto kBody = u"BODY"_s; // the SDK encodes it
const auto kTravelling = u"TRAVELLING"_s; // the SDK sends it as it is
const auto kEscaped = u"ESCAPED"_s; // the SDK does not even make XML of it
const auto kDelay = u"8640001"_s;
const auto kPriority = u"8640002"_s;
const auto kEncodedLine = u" Base64 on the wire"_s; // of two lines, one stays
const auto kPlainLine = u" as it is"_s;

/// Of a string between double quotes; the same in every language here that has them.
QString doubleQuoted(const QString &text)
{
    QString literal = u"\""_s;
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            literal += u'\\' + QString(c);
        else if (c == u'\n')
            literal += u"\\n"_s;
        else if (c == u'\r')
            literal += u"\\r"_s;
        else if (c == u'\t')
            literal += u"\\t"_s;
        else if (c < u' ' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
            literal += u"\\u%1"_s.arg(uint(c.unicode()), 4, 16, QChar(u'0'));
        else
            literal += c;
    }
    return literal + u'"';
}

/// Of a string of PHP that takes nothing but these two specially.
QString singleQuoted(QString text)
{
    return u'\'' + text.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s) + u'\'';
}

} // namespace

QList<CodeTarget> codeTargets()
{
    return {{u"Java"_s, u"SendMessage.java"_s}, {u"Python"_s, u"send_message.py"_s},
            {u"Go"_s, u"send_message.go"_s},    {u"PHP"_s, u"send_message.php"_s},
            {u"Node"_s, u"send-message.js"_s},  {u".NET"_s, u"SendMessage.cs"_s}};
}

QString sendingCode(const CodeTarget &target, const CodedMessage &message, const Endpoint &endpoint,
                    const QString &account)
{
    Endpoint shown = endpoint;
    if (shown.accessKeySecret != kDevelopmentSecret)
        shown.accessKeySecret = u"ACCESS_KEY_SECRET"_s;
    QStringList lines = snippetText(target.fileName, shown, account).split(u'\n');
    lines.removeIf([&](const QString &line) {
        return line.endsWith(message.base64 ? kPlainLine : kEncodedLine);
    });
    const QString travelling =
        message.base64 ? QString::fromLatin1(message.body.toUtf8().toBase64()) : message.body;
    // The body last: it may contain anything.
    return lines.join(u'\n')
        .replace(kDelay, QString::number(message.delay.count()))
        .replace(kPriority, QString::number(message.priority))
        .replace(kQueue, message.queueName)
        .replace(u'"' + kTravelling + u'"', doubleQuoted(travelling))
        .replace(u'"' + kEscaped + u'"', doubleQuoted(travelling.toHtmlEscaped()))
        .replace(u'"' + kBody + u'"', doubleQuoted(message.body))
        .replace(u'\'' + kBody + u'\'', singleQuoted(message.body));
}

} // namespace Signalbox
