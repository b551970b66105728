// SPDX-License-Identifier: GPL-3.0-only
#include "protocol/notification.h"

#include "protocol/xmlwriter.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

QByteArray writeXml(const Notification &notification)
{
    XmlWriter writer("Notification", notification.body.size(), XmlWriter::Kind::Notification);
    writer.text("TopicOwner", notification.topicOwner);
    writer.text("TopicName", notification.topic);
    writer.text("Subscriber", notification.subscriber);
    writer.text("SubscriptionName", notification.subscription);
    writer.text("MessageId", notification.messageId);
    writer.text("MessageMD5", notification.bodyMd5);
    writer.text("Message", notification.body);
    writer.text("MessageTag", notification.tag);
    writer.number("PublishTime", notification.publishedAtMs);
    return writer.finish();
}

QByteArray writeJson(const Notification &notification)
{
    QJsonObject object{
        {u"TopicOwner"_s, notification.topicOwner},
        {u"TopicName"_s, notification.topic},
        {u"Subscriber"_s, notification.subscriber},
        {u"SubscriptionName"_s, notification.subscription},
        {u"MessageId"_s, QString::fromLatin1(notification.messageId)},
        {u"Message"_s, QString::fromUtf8(notification.body)},
        {u"MessageMD5"_s, QString::fromLatin1(notification.bodyMd5)},
        {u"PublishTime"_s, QString::number(notification.publishedAtMs)}, // a text, as all of them
    };
    if (!notification.tag.isEmpty())
        object.insert(u"MessageTag"_s, notification.tag);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

QByteArray writeNotification(const Notification &notification, NotifyContentFormat format)
{
    switch (format) {
    case NotifyContentFormat::Xml:
        return writeXml(notification);
    case NotifyContentFormat::Json:
        return writeJson(notification);
    case NotifyContentFormat::Simplified:
        break;
    }
    return notification.body;
}

QByteArrayView notificationContentType(NotifyContentFormat format)
{
    switch (format) {
    case NotifyContentFormat::Xml:
        return "text/xml;charset=utf-8";
    case NotifyContentFormat::Json:
        return "application/json;charset=utf-8";
    case NotifyContentFormat::Simplified:
        break;
    }
    return "text/plain;charset=utf-8";
}

} // namespace Signalbox
