// SPDX-License-Identifier: GPL-3.0-only
#include "protocol/topic.h"

#include "protocol/bounds.h"
#include "protocol/xmltext.h"

#include <QJsonDocument>

namespace Signalbox {

using namespace Qt::StringLiterals;

TopicSettings TopicSettingsPatch::appliedTo(TopicSettings base) const
{
    base.maximumMessageSizeBytes = maximumMessageSizeBytes.value_or(base.maximumMessageSizeBytes);
    base.loggingEnabled = loggingEnabled.value_or(base.loggingEnabled);
    base.type = type.value_or(base.type);
    return base;
}

Result<void> checkTopicName(const QString &name)
{
    if (name.isEmpty() || name.size() > Limits::kMaxTopicNameLength) {
        return Error{
            ErrorCode::TopicNameLengthError,
            u"A topic name must be 1 to %1 characters long."_s.arg(Limits::kMaxTopicNameLength)};
    }
    if (!hasNameAlphabet(name)) {
        return Error{ErrorCode::TopicNameInvalid,
                     u"A topic name must start with a letter or digit and hold only letters, "
                     u"digits and hyphens."_s};
    }
    return {};
}

Result<void> checkTopicSettings(const TopicSettings &settings)
{
    return checkBounds("MaximumMessageSize"_L1, settings.maximumMessageSizeBytes,
                       Limits::kMinMaximumMessageSizeBytes, Limits::kMaxMaximumMessageSizeBytes);
}

Result<void> checkPublishedMessage(const PublishedMessage &message, int maximumMessageSizeBytes)
{
    if (Result<void> content = checkOutgoingMessage(message.content, maximumMessageSizeBytes);
        !content)
        return content;
    if (characterCount(message.tag) > Limits::kMaxTagLength) {
        return Error{
            ErrorCode::InvalidArgument,
            u"MessageTag must be at most %1 characters long."_s.arg(Limits::kMaxTagLength)};
    }
    if (!isXmlText(message.tag))
        return Error{ErrorCode::MalformedXml,
                     u"MessageTag holds a character that XML does not allow."_s};
    for (const MessageAttribute &attribute : message.attributes) {
        if (!QJsonDocument::fromJson(attribute.json.toUtf8()).isObject()) {
            return Error{ErrorCode::InvalidArgument,
                         u"%1 in MessageAttributes must be a JSON object."_s.arg(attribute.name)};
        }
    }
    return {};
}

} // namespace Signalbox
