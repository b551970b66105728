// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/topictypes.h"

#include <QByteArray>
#include <QJsonObject>

/// The documents of topics in the admin API, as its clients read and ask for them.
namespace Signalbox::Admin {

[[nodiscard]] Topic readTopic(const QJsonObject &json);
/// A broker that knows no cursors gives all topics, as a first call does.
[[nodiscard]] TopicChanges readTopicChanges(const QJsonObject &json);
[[nodiscard]] TopicHistory readTopicHistory(const QJsonObject &json);
[[nodiscard]] Attempt readAttempt(const QJsonObject &json);
[[nodiscard]] AttemptPage readAttempts(const QJsonObject &json);
/// Query of a request for attempts, without the question mark.
[[nodiscard]] QByteArray attemptParameters(const AttemptQuery &query);
/// "delivered", "failed", "deadLettered" or "dropped".
[[nodiscard]] QString outcomeName(Attempt::Outcome outcome);

} // namespace Signalbox::Admin
