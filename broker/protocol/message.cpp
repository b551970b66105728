// SPDX-License-Identifier: GPL-3.0-only
#include "protocol/message.h"

#include "protocol/xmltext.h"

#include <algorithm>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

Error invalid(const QString &message)
{
    return {ErrorCode::InvalidArgument, message};
}

Error forbiddenCharacter(QLatin1StringView element)
{
    return {ErrorCode::MalformedXml,
            u"%1 holds a character that XML does not allow."_s.arg(element)};
}

bool isPropertyName(const QString &name)
{
    return std::all_of(name.begin(), name.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9')
            || c == u'_' || c == u'.' || c == u'-';
    });
}

/// Characters of \a text, not its UTF-16 units.
qsizetype lengthOf(const QString &text)
{
    return text.size() - std::ranges::count_if(text, [](QChar c) { return c.isLowSurrogate(); });
}

Result<void> checkProperties(QLatin1StringView element, const QList<MessageProperty> &properties)
{
    if (properties.size() > Limits::kMaxPropertiesPerMessage) {
        return invalid(u"%1 must hold at most %2 properties."_s.arg(element).arg(
            Limits::kMaxPropertiesPerMessage));
    }
    for (qsizetype i = 0; i < properties.size(); ++i) {
        const MessageProperty &property = properties.at(i);
        if (property.name.isEmpty() || property.name.size() > Limits::kMaxPropertyNameLength
            || !isPropertyName(property.name)) {
            return invalid(u"A name in %1 must be 1 to %2 letters, digits, underscores, dots and "
                           u"hyphens."_s.arg(element)
                               .arg(Limits::kMaxPropertyNameLength));
        }
        if (property.value.isEmpty()
            || lengthOf(property.value) > Limits::kMaxPropertyValueLength) {
            return invalid(u"The value of %2 in %1 must be 1 to %3 characters long."_s.arg(
                element, property.name, QString::number(Limits::kMaxPropertyValueLength)));
        }
        if (!isXmlText(property.value))
            return forbiddenCharacter(element);
        const auto sameName = [&](const MessageProperty &other) {
            return other.name == property.name;
        };
        if (std::any_of(properties.begin(), properties.begin() + i, sameName))
            return invalid(u"%1 names %2 twice."_s.arg(element, property.name));
    }
    return {};
}

} // namespace

Result<void> checkOutgoingMessage(const OutgoingMessage &message, int maximumMessageSizeBytes)
{
    if (message.body.isEmpty() || message.body.size() > maximumMessageSizeBytes) {
        return invalid(
            u"MessageBody must be 1 to %1 bytes long, not %2."_s.arg(maximumMessageSizeBytes)
                .arg(message.body.size()));
    }
    if (!isXmlText(message.body))
        return forbiddenCharacter("MessageBody"_L1);
    if (message.delay
        && (*message.delay < Limits::kDelay.min || *message.delay > Limits::kDelay.max)) {
        return invalid(u"DelaySeconds must be from %1 to %2."_s.arg(Limits::kDelay.min.count())
                           .arg(Limits::kDelay.max.count()));
    }
    if (message.priority < Limits::kMinPriority || message.priority > Limits::kMaxPriority) {
        return invalid(u"Priority must be from %1 to %2."_s.arg(Limits::kMinPriority)
                           .arg(Limits::kMaxPriority));
    }
    const QString &groupId = message.groupId;
    const QList<uint> characters = groupId.toUcs4();
    if (characters.size() > Limits::kMaxMessageGroupIdLength
        || !std::all_of(characters.begin(), characters.end(),
                        [](char32_t c) { return QChar::isPrint(c); })) {
        return invalid(u"MessageGroupId must be at most %1 printable characters."_s.arg(
            Limits::kMaxMessageGroupIdLength));
    }
    if (Result<void> system = checkProperties("SystemProperties"_L1, message.systemProperties);
        !system) {
        return system;
    }
    return checkProperties("UserProperties"_L1, message.userProperties);
}

Result<void> checkOrderedMessage(const OutgoingMessage &message)
{
    if (message.groupId.isEmpty())
        return Error{ErrorCode::InvalidArgument,
                     u"A message of a FIFO queue or topic needs a MessageGroupId."_s};
    if (message.delay.value_or(std::chrono::seconds(0)).count() > 0)
        return Error{ErrorCode::InvalidArgument,
                     u"A FIFO queue keeps the order of its messages and takes no DelaySeconds."_s};
    return {};
}

} // namespace Signalbox
