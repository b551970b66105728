// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "protocol/queue.h"
#include "protocol/xmlreader.h"
#include "protocol/xmlwriter.h"

#include <optional>

/// The elements that queues, topics and subscriptions have of the control plane of 2025. Readers
/// leave the element they are called in.
namespace Signalbox {

/// QueueType or TopicType: "normal" or "fifo", in any case.
void readQueueType(XmlReader &reader, std::optional<QueueType> &type);

/// DlqPolicy. Not enabled, it reads as one without a target; MaxReceiveCount, which subscriptions
/// lack, as 0 when absent.
void readDlqPolicy(XmlReader &reader, std::optional<DeadLetterPolicy> &policy);
/// Without MaxReceiveCount where that is 0.
void writeDlqPolicy(XmlWriter &writer, const DeadLetterPolicy &policy);

} // namespace Signalbox
