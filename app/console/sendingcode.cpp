// SPDX-License-Identifier: GPL-3.0-only
#include "console/sendingcode.h"

#include "console/snippets.h"
#include "protocol/propertyxml.h"

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
const auto kGroup = u"GROUP_ID"_s;
const auto kPropertyName = u"PROPERTY_NAME"_s; // one line for each property
const auto kPropertyValue = u"PROPERTY_VALUE"_s;
const auto kGroupLine = u" // with a group"_s; // these stay where that is so, without the remark
const auto kPropertiesLine = u" // with properties"_s;
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

QString quoted(const QString &text, QChar quotationMark)
{
    return quotationMark == u'"' ? doubleQuoted(text) : singleQuoted(text);
}

/// The value as the SDK makes one; that of binary ones is Base64, which the SDK does itself.
QString javaValue(const MessageProperty &property)
{
    const QString value = doubleQuoted(property.value);
    return property.type == PropertyType::Binary
        ? u"new MessagePropertyValue(java.util.Base64.getDecoder().decode(%1))"_s.arg(value)
        : u"new MessagePropertyValue(PropertyType.%1, %2)"_s.arg(propertyTypeName(property.type),
                                                                 value);
}

QString phpValue(const MessageProperty &property)
{
    const QString value = singleQuoted(property.value);
    return u"new MessagePropertyValue(PropertyType::%1, %2)"_s.arg(
        propertyTypeName(property.type),
        property.type == PropertyType::Binary ? u"base64_decode(%1)"_s.arg(value)
                                              : u"null, "_s + value);
}

/// \a line once for each of \a properties.
QStringList propertyLines(const QString &line, const QList<MessageProperty> &properties)
{
    const QChar quotationMark = line.at(line.indexOf(kPropertyName) - 1);
    QStringList lines;
    for (const MessageProperty &property : properties) {
        const QString value = quotationMark == u'"' ? javaValue(property) : phpValue(property);
        QString code = line; // The value first: the name has no placeholder in it.
        code.replace(kPropertyValue, value);
        code.replace(code.indexOf(quotationMark + kPropertyName), kPropertyName.size() + 2,
                     quoted(property.name, quotationMark));
        lines.append(code);
    }
    return lines;
}

/// Takes \a remark from the end of \a line; false when it did not stand there.
bool takeRemark(QString &line, const QString &remark)
{
    if (!line.endsWith(remark))
        return false;
    line.chop(remark.size());
    return true;
}

/// What \a target cannot send of \a message, as a comment in its language; empty for nothing.
QString leftOut(const CodeTarget &target, const CodedMessage &message)
{
    QStringList parts;
    if (!message.groupId.isEmpty() && !target.sendsGroup)
        parts.append(u"the message group"_s);
    if (!message.userProperties.isEmpty() && !target.sendsProperties)
        parts.append(u"the user properties"_s);
    if (message.hasSystemProperties)
        parts.append(u"the system properties"_s);
    if (parts.isEmpty())
        return {};
    const QString mark = target.fileName.endsWith(u".py"_s) ? u"#"_s : u"//"_s;
    return u"%1 Not sent by this code, as its SDK has no call for it: %2."_s.arg(
        mark, parts.join(u", "_s));
}

} // namespace

QList<CodeTarget> codeTargets()
{
    return {{u"Java"_s, u"SendMessage.java"_s, true, true},
            {u"Python"_s, u"send_message.py"_s},
            {u"Go"_s, u"send_message.go"_s},
            {u"PHP"_s, u"send_message.php"_s, false, true},
            {u"Node"_s, u"send-message.js"_s},
            {u".NET"_s, u"SendMessage.cs"_s}};
}

QString sendingCode(const CodeTarget &target, const CodedMessage &message, const Endpoint &endpoint,
                    const QString &account)
{
    Endpoint shown = endpoint;
    if (shown.accessKeySecret != kDevelopmentSecret)
        shown.accessKeySecret = u"ACCESS_KEY_SECRET"_s;
    const QString travelling =
        message.base64 ? QString::fromLatin1(message.body.toUtf8().toBase64()) : message.body;
    QStringList code;
    const QStringList lines = snippetText(target.fileName, shown, account).split(u'\n');
    for (QString line : lines) {
        if (line.endsWith(message.base64 ? kPlainLine : kEncodedLine)
            || (takeRemark(line, kGroupLine) && message.groupId.isEmpty())
            || (takeRemark(line, kPropertiesLine) && message.userProperties.isEmpty()))
            continue;
        if (line.contains(kPropertyName)) {
            code += propertyLines(line, message.userProperties);
            continue;
        }
        // What may contain anything last, and no two of that in a line.
        code.append(line.replace(kDelay, QString::number(message.delay.count()))
                        .replace(kPriority, QString::number(message.priority))
                        .replace(kQueue, message.queueName)
                        .replace(u'"' + kGroup + u'"', doubleQuoted(message.groupId))
                        .replace(u'"' + kTravelling + u'"', doubleQuoted(travelling))
                        .replace(u'"' + kEscaped + u'"', doubleQuoted(travelling.toHtmlEscaped()))
                        .replace(u'"' + kBody + u'"', doubleQuoted(message.body))
                        .replace(u'\'' + kBody + u'\'', singleQuoted(message.body)));
    }
    if (const QString comment = leftOut(target, message); !comment.isEmpty())
        code.insert(code.constFirst().startsWith(u"<?"_s) ? 1 : 0, comment);
    return code.join(u'\n');
}

} // namespace Signalbox
