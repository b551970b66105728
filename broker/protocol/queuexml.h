// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/result.h"
#include "protocol/queue.h"

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

/// The documents of queues. Readers of requests give MalformedXml and InvalidArgument, readers of
/// replies UnexpectedReply. Source: MNS API reference, queue operations (2015-06-06).
namespace Signalbox {

/// Body of CreateQueue and SetQueueAttributes: what is present. A blank \a document is an empty
/// patch. Bounds are not looked at here: checkQueueSettings() does that on the effective settings.
[[nodiscard]] Result<QueueSettingsPatch> parseQueueSettings(QByteArrayView document);
[[nodiscard]] QByteArray writeQueueSettings(const QueueSettingsPatch &settings);

/// Reply of GetQueueAttributes: all twelve elements, then QueueType of a FIFO queue and DlqPolicy
/// where there is one. Blocked messages count as ActiveMessages, for
/// which the protocol has no other word.
[[nodiscard]] QByteArray writeQueueAttributes(const QueueAttributes &attributes);
[[nodiscard]] Result<QueueAttributes> parseQueueAttributes(QByteArrayView document);

/// One page of ListQueue.
struct QueueList
{
    std::vector<QueueAttributes> queues; ///< Without meta data only the names are set.
    QByteArray nextMarker; ///< Empty on the last page.

    bool operator==(const QueueList &) const = default;
};

/// \a baseUrl as of queueUrl(). With \a withMeta each entry carries all attributes.
[[nodiscard]] QByteArray writeQueueList(QByteArrayView baseUrl, const QueueList &list,
                                        bool withMeta);
[[nodiscard]] Result<QueueList> parseQueueList(QByteArrayView document);

/// The URL of a queue, for Location and QueueURL. \a baseUrl is scheme and host as the client
/// spelled them, "http://127.0.0.1:9324", without a slash at its end.
[[nodiscard]] QByteArray queueUrl(QByteArrayView baseUrl, const QString &name);

} // namespace Signalbox
