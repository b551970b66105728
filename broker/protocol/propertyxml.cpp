// SPDX-License-Identifier: GPL-3.0-only
#include "protocol/propertyxml.h"

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

struct TypeName
{
    PropertyType type;
    QByteArrayView name;
};

constexpr TypeName kTypeNames[] = {
    {PropertyType::Number, "NUMBER"},
    {PropertyType::String, "STRING"},
    {PropertyType::Boolean, "BOOLEAN"},
    {PropertyType::Binary, "BINARY"},
};

std::optional<PropertyType> typeFromName(QByteArrayView name)
{
    for (const TypeName &entry : kTypeNames) {
        if (entry.name == name)
            return entry.type;
    }
    return std::nullopt;
}

void readProperty(XmlReader &reader, QList<MessageProperty> &properties)
{
    std::optional<QString> name;
    std::optional<QString> value;
    std::optional<QByteArray> typeName;
    while (reader.nextChild()) {
        if (reader.name() == "Name")
            reader.read(name);
        else if (reader.name() == "Value")
            reader.read(value);
        else if (reader.name() == "Type")
            reader.read(typeName);
        else
            reader.skip();
    }
    if (!name || !value || !typeName)
        return reader.refuse(u"A property needs a Name, a Value and a Type, none of them empty."_s);
    const std::optional<PropertyType> type = typeFromName(*typeName);
    if (!type)
        return reader.refuse(
            u"The Type of a property must be NUMBER, STRING, BOOLEAN or BINARY."_s);
    properties.append({*name, *value, *type});
}

void writeList(XmlWriter &writer, QByteArrayView listName, QByteArrayView entryName,
               const QList<MessageProperty> &properties)
{
    if (properties.isEmpty())
        return;
    writer.open(listName);
    for (const MessageProperty &property : properties) {
        writer.open(entryName);
        writer.text("Name", property.name);
        writer.text("Value", property.value);
        writer.text("Type", propertyTypeName(property.type));
        writer.close();
    }
    writer.close();
}

} // namespace

QString propertyTypeName(PropertyType type)
{
    for (const TypeName &entry : kTypeNames) {
        if (entry.type == type)
            return QString::fromLatin1(entry.name);
    }
    return {};
}

void readProperties(XmlReader &reader, QList<MessageProperty> &properties)
{
    while (reader.nextChild()) {
        if (reader.name() == "PropertyValue" || reader.name() == "SystemPropertyValue")
            readProperty(reader, properties);
        else
            reader.skip();
    }
}

void writeProperties(XmlWriter &writer, const QList<MessageProperty> &systemProperties,
                     const QList<MessageProperty> &userProperties)
{
    writeList(writer, "SystemProperties", "SystemPropertyValue", systemProperties);
    writeList(writer, "UserProperties", "PropertyValue", userProperties);
}

qsizetype propertyBytes(const QList<MessageProperty> &properties)
{
    constexpr qsizetype kMarkupBytes = 160; // Of one property.
    qsizetype bytes = 0;
    for (const MessageProperty &property : properties)
        bytes += property.name.size() + property.value.size() + kMarkupBytes;
    return bytes;
}

} // namespace Signalbox
