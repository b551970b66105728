// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "protocol/topic.h"

#include <QVariant>

namespace Signalbox {

/// Properties and attributes as one JSON text for a database column; null when there are none.
/// Names, values and types come back exactly.
[[nodiscard]] QVariant writeProperties(const QList<MessageProperty> &user,
                                       const QList<MessageProperty> &system,
                                       const QList<MessageAttribute> &attributes);
void readProperties(const QString &text, QList<MessageProperty> &user,
                    QList<MessageProperty> &system, QList<MessageAttribute> &attributes);

} // namespace Signalbox
