// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/result.h"
#include "protocol/message.h"

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

/// The documents of messages. Readers of requests give MalformedXml and InvalidArgument, readers of
/// replies UnexpectedReply. Source: MNS API reference, message operations (2015-06-06).
namespace Signalbox {

/// Body of SendMessage (root Message) and BatchSendMessage (root Messages).
struct SendRequest
{
    bool batch = false; ///< Decides the shape of the reply; a batch of one is a batch.
    std::vector<OutgoingMessage> messages; ///< 1 to Limits::kMaxBatch; exactly one unless batch.

    bool operator==(const SendRequest &) const = default;
};

/// Structure only: bounds of each message are checkOutgoingMessage()'s matter.
[[nodiscard]] Result<SendRequest> parseSend(QByteArrayView document);
[[nodiscard]] QByteArray writeSend(const OutgoingMessage &message);
[[nodiscard]] QByteArray writeSendBatch(const std::vector<OutgoingMessage> &messages);

/// One entry a message of a batch, in the order of the request.
using SentBatch = std::vector<Result<SentMessage>>;

[[nodiscard]] QByteArray writeSent(const SentMessage &message);
/// When one entry failed the document belongs to a 500, and its other entries carry the id and MD5
/// alone.
[[nodiscard]] QByteArray writeSentBatch(const SentBatch &entries);
[[nodiscard]] Result<SentMessage> parseSent(QByteArrayView document);
[[nodiscard]] Result<SentBatch> parseSentBatch(QByteArrayView document);

/// Reply of ReceiveMessage and PeekMessage: what a peek leaves out is left out when it is empty in
/// \a message.
[[nodiscard]] QByteArray writeReceived(const ReceivedMessage &message);
[[nodiscard]] QByteArray writeReceivedBatch(const std::vector<ReceivedMessage> &messages);
[[nodiscard]] Result<ReceivedMessage> parseReceived(QByteArrayView document);
[[nodiscard]] Result<std::vector<ReceivedMessage>> parseReceivedBatch(QByteArrayView document);

/// Body of BatchDeleteMessage: 1 to Limits::kMaxBatch handles, as they were spelled.
[[nodiscard]] Result<std::vector<QByteArray>> parseReceiptHandles(QByteArrayView document);
[[nodiscard]] QByteArray writeReceiptHandles(const std::vector<QByteArray> &handles);

/// Root Errors: the handles of a batch delete that failed, for a 404.
[[nodiscard]] QByteArray writeFailedHandles(const std::vector<FailedHandle> &failed);
[[nodiscard]] Result<std::vector<FailedHandle>> parseFailedHandles(QByteArrayView document);

[[nodiscard]] QByteArray writeChangedVisibility(const ChangedVisibility &changed);
[[nodiscard]] Result<ChangedVisibility> parseChangedVisibility(QByteArrayView document);

} // namespace Signalbox
