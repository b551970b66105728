// SPDX-License-Identifier: GPL-3.0-only
#include "propertyoptions.h"

#include "optionvalues.h"

namespace Signalbox::Ctl {

using namespace Qt::StringLiterals;

namespace {

Result<MessageProperty> parseProperty(const QString &text)
{
    const qsizetype equals = text.indexOf(u'=');
    if (equals <= 0)
        return Error{ErrorCode::InvalidArgument, u"\"%1\" is not NAME=VALUE."_s.arg(text)};
    MessageProperty property{text.first(equals), text.sliced(equals + 1), PropertyType::String};
    const qsizetype colon = property.name.lastIndexOf(u':');
    if (colon < 0)
        return property;
    const QString type = property.name.sliced(colon + 1).toUpper();
    property.name.truncate(colon);
    if (type == "NUMBER"_L1)
        property.type = PropertyType::Number;
    else if (type == "BOOLEAN"_L1)
        property.type = PropertyType::Boolean;
    else if (type == "BINARY"_L1)
        property.type = PropertyType::Binary;
    else if (type != "STRING"_L1)
        return Error{ErrorCode::InvalidArgument, u"No property has the type %1."_s.arg(type)};
    return property;
}

} // namespace

void PropertyOptions::addTo(CLI::App &command)
{
    command
        .add_option("--property", texts,
                    "User property NAME=VALUE, or NAME:NUMBER=VALUE (BOOLEAN, BINARY); repeatable")
        ->type_name("PROPERTY")
        ->allow_extra_args(false);
}

Result<QList<MessageProperty>> PropertyOptions::read() const
{
    QList<MessageProperty> properties;
    for (const std::string &text : texts) {
        const Result<MessageProperty> property = parseProperty(fromStd(text));
        if (!property)
            return property.error();
        properties.append(*property);
    }
    return properties;
}

} // namespace Signalbox::Ctl
