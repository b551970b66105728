// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "protocol/message.h"

#include <QVariant>

namespace Signalbox {

/// Properties as one JSON text for a database column; null when there are none. Names, values and
/// types come back exactly.
[[nodiscard]] QVariant writeProperties(const QList<MessageProperty> &user,
                                       const QList<MessageProperty> &system);
void readProperties(const QString &text, QList<MessageProperty> &user,
                    QList<MessageProperty> &system);

} // namespace Signalbox
