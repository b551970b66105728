// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QtGlobal>

#include <chrono>

/// Every bound on what comes from outside. Sources: the limits page of the MNS documentation; where
/// older documents or SDKs assume more, the larger value stands and the comment says so.
namespace Signalbox::Limits {

using namespace std::chrono_literals;

struct SecondsRange
{
    std::chrono::seconds min;
    std::chrono::seconds max;
    std::chrono::seconds fallback;
};

inline constexpr SecondsRange kDelay{0s, 604800s, 0s};
inline constexpr SecondsRange kRetention{
    60s, 1296000s, 345600s}; ///< Documented up to 604800; older clients send 1296000.
inline constexpr SecondsRange kVisibilityTimeout{1s, 43200s, 30s};
inline constexpr SecondsRange kPollingWait{0s, 30s, 0s};

inline constexpr int kMinMaximumMessageSizeBytes = 1024;
inline constexpr int kMaxMaximumMessageSizeBytes = 65536;
inline constexpr int kMaxBatchBodyBytes = 65536;
inline constexpr int kMaxBatch = 16;

inline constexpr int kMaxQueueNameLength = 120;
inline constexpr int kMinPriority = 1;
inline constexpr int kMaxPriority = 16;
inline constexpr int kDefaultPriority = 8;
inline constexpr int kMaxMessageGroupIdLength = 128;
inline constexpr int kMinMaxReceiveCount = 1; ///< Of DlqPolicy; its range is not published.
inline constexpr int kMaxMaxReceiveCount = 1000;
inline constexpr int kMaxRedriven = 10'000; ///< Dead letters that one step moves back.

inline constexpr int kMaxPropertiesPerMessage = 50;
inline constexpr int kMaxPropertyNameLength = 256;
inline constexpr int kMaxPropertyValueLength = 4096;

inline constexpr int kMaxListPage = 1000;
inline constexpr std::chrono::minutes kMaxClockSkew{15};
inline constexpr int kMaxLoggingBucketLength = 256;

inline constexpr int kMaxTopicNameLength = 120;
inline constexpr int kMaxSubscriptionNameLength = 255;
inline constexpr int kMaxSubscriptionsPerTopic = 100;
inline constexpr int kMaxTagLength = 16; ///< Of MessageTag and FilterTag, in characters.
inline constexpr int kMaxEndpointLength = 2048;
inline constexpr std::chrono::seconds kTopicRetention{86400}; ///< Fixed.

inline constexpr int kMaxSearchBytes = 256; ///< Of a text to look for in messages.

inline constexpr int kMaxXmlDepth = 16;
inline constexpr qint64 kMaxHeaderBytes = qint64(64) * 1024;
inline constexpr qint64 kDefaultMaxBodyBytes =
    qint64(4) * 1024 * 1024; ///< 16 messages whose properties are all at their limit.
inline constexpr qint64 kDefaultMaxUnfinishedBytes = qint64(256) * 1024 * 1024;

} // namespace Signalbox::Limits
