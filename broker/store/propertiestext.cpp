// SPDX-License-Identifier: GPL-3.0-only
#include "store/propertiestext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Signalbox {

namespace {

// One property is [name, value, type]; the order of PropertyType is part of the stored form.
QJsonArray toJson(const QList<MessageProperty> &properties)
{
    QJsonArray array;
    for (const MessageProperty &property : properties)
        array.append(QJsonArray{property.name, property.value, static_cast<int>(property.type)});
    return array;
}

QList<MessageProperty> fromJson(const QJsonArray &array)
{
    QList<MessageProperty> properties;
    properties.reserve(array.size());
    for (const QJsonValue &value : array) {
        const QJsonArray parts = value.toArray();
        properties.append({parts.at(0).toString(), parts.at(1).toString(),
                           static_cast<PropertyType>(parts.at(2).toInt())});
    }
    return properties;
}

// One attribute is [name, JSON text].
QJsonArray toJson(const QList<MessageAttribute> &attributes)
{
    QJsonArray array;
    for (const MessageAttribute &attribute : attributes)
        array.append(QJsonArray{attribute.name, attribute.json});
    return array;
}

} // namespace

QVariant writeProperties(const QList<MessageProperty> &user, const QList<MessageProperty> &system,
                         const QList<MessageAttribute> &attributes)
{
    if (user.isEmpty() && system.isEmpty() && attributes.isEmpty())
        return {};
    QJsonObject object{{QStringLiteral("user"), toJson(user)},
                       {QStringLiteral("system"), toJson(system)}};
    if (!attributes.isEmpty())
        object.insert(QStringLiteral("attributes"), toJson(attributes));
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

void readProperties(const QString &text, QList<MessageProperty> &user,
                    QList<MessageProperty> &system, QList<MessageAttribute> &attributes)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    user = fromJson(object.value(QLatin1String("user")).toArray());
    system = fromJson(object.value(QLatin1String("system")).toArray());
    attributes.clear();
    for (const QJsonValue &value : object.value(QLatin1String("attributes")).toArray())
        attributes.append({value.toArray().at(0).toString(), value.toArray().at(1).toString()});
}

} // namespace Signalbox
