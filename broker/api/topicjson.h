// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "engine/topicregistry.h"
#include "metrics/pushtraffic.h"
#include "push/attemptlog.h"

#include <QJsonObject>

/// The objects of topics in the admin API, as the OpenAPI file describes them.
namespace Signalbox::AdminJson {

/// With what \a traffic tells of the last hour.
[[nodiscard]] QJsonObject topic(const TopicRegistry::Topic &topic, const PushTraffic &traffic);
[[nodiscard]] QJsonObject attempt(const PushAttempt &attempt);

} // namespace Signalbox::AdminJson
