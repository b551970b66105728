// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "engine/topicregistry.h"
#include "push/attemptlog.h"

#include <QJsonObject>

/// The objects of topics in the admin API, as the OpenAPI file describes them.
namespace Signalbox::AdminJson {

[[nodiscard]] QJsonObject topic(const TopicRegistry::Topic &topic);
[[nodiscard]] QJsonObject attempt(const PushAttempt &attempt);

} // namespace Signalbox::AdminJson
