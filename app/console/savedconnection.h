// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QString>
#include <QUrl>

namespace Signalbox {

/// Of the stripe by which a connection is known at once.
enum class StripeColor { None, Red, Amber, Green, Blue };

/// A broker elsewhere that the user added. The secret of its key is not here: SecretStore keeps it
/// under the id.
struct SavedConnection
{
    QString id; ///< Never changes; empty while it is not added yet.
    QString name;
    QUrl url;
    QString accessKeyId;
    StripeColor stripe = StripeColor::None;
    bool asksBeforeChange = false; ///< Nothing is changed there before the user agreed to it.
    bool isDisconnected = false; ///< Nothing is asked there until the user connects again.

    bool operator==(const SavedConnection &) const = default;
};

} // namespace Signalbox
