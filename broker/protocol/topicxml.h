// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/result.h"
#include "protocol/topic.h"

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

/// The documents of topics. Readers of requests give MalformedXml and InvalidArgument, readers of
/// replies UnexpectedReply. Source: MNS API reference, topic operations (2015-06-06).
namespace Signalbox {

/// Body of CreateTopic and SetTopicAttributes: what is present. A blank \a document is an empty
/// patch.
[[nodiscard]] Result<TopicSettingsPatch> parseTopicSettings(QByteArrayView document);
[[nodiscard]] QByteArray writeTopicSettings(const TopicSettingsPatch &settings);

/// Reply of GetTopicAttributes: all seven elements.
[[nodiscard]] QByteArray writeTopicAttributes(const TopicAttributes &attributes);
[[nodiscard]] Result<TopicAttributes> parseTopicAttributes(QByteArrayView document);

/// One page of ListTopic.
struct TopicList
{
    std::vector<TopicAttributes> topics; ///< Without meta data only the names are set.
    QByteArray nextMarker; ///< Empty on the last page.

    bool operator==(const TopicList &) const = default;
};

/// \a baseUrl as of topicUrl(). With \a withMeta each entry carries all attributes.
[[nodiscard]] QByteArray writeTopicList(QByteArrayView baseUrl, const TopicList &list,
                                        bool withMeta);
[[nodiscard]] Result<TopicList> parseTopicList(QByteArrayView document);

/// The URL of a topic, for Location and TopicURL. \a baseUrl as of queueUrl().
[[nodiscard]] QByteArray topicUrl(QByteArrayView baseUrl, const QString &name);

/// Body of PublishMessage. Structure only: bounds are checkPublishedMessage()'s matter. Children of
/// MessageAttributes that are unknown are left out.
[[nodiscard]] Result<PublishedMessage> parsePublish(QByteArrayView document);
[[nodiscard]] QByteArray writePublish(const PublishedMessage &message);

} // namespace Signalbox
