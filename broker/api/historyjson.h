// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "engine/engine.h"
#include "engine/topicregistry.h"
#include "metrics/brokermetrics.h"

#include <QJsonObject>

/// What the charts draw, as the OpenAPI file describes it: one array a series, the oldest sample
/// first.
namespace Signalbox::AdminJson {

/// The last \a seconds of the whole broker.
[[nodiscard]] QJsonObject brokerHistory(const BrokerMetrics &metrics, int seconds);
/// The seconds and minutes of the queue \a view at \a nowMs; all is 0 before it was there.
[[nodiscard]] QJsonObject queueHistory(const BrokerMetrics &metrics, const Engine::QueueView &view,
                                       qint64 nowMs);
/// The seconds and minutes of one topic and its subscriptions.
[[nodiscard]] QJsonObject topicHistory(const BrokerMetrics &metrics,
                                       const TopicRegistry::Topic &topic);

} // namespace Signalbox::AdminJson
