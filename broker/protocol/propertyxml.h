// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "protocol/message.h"
#include "protocol/xmlreader.h"
#include "protocol/xmlwriter.h"

namespace Signalbox {

/// "NUMBER", "STRING", "BOOLEAN" or "BINARY", as it travels.
[[nodiscard]] QString propertyTypeName(PropertyType type);

/// Reads the current element, UserProperties or SystemProperties: entries of Name, Value and Type,
/// all required.
void readProperties(XmlReader &reader, QList<MessageProperty> &properties);

/// SystemProperties, then UserProperties; nothing of what is empty. Must come last in its message:
/// PHP reads user properties to the end of the document.
void writeProperties(XmlWriter &writer, const QList<MessageProperty> &systemProperties,
                     const QList<MessageProperty> &userProperties);

/// About how many bytes writeProperties() adds.
[[nodiscard]] qsizetype propertyBytes(const QList<MessageProperty> &properties);

} // namespace Signalbox
