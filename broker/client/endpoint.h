// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/result.h"

#include <QString>
#include <QUrl>

namespace Signalbox {

/// Where an MNS service answers and who asks: one account on one endpoint.
struct Endpoint
{
    enum class Signature {
        V2, ///< HMAC-SHA1, understood everywhere.
        V4 ///< HMAC-SHA256; needs a region.
    };

    QUrl url; ///< http or https, host, optional port; no path. For example http://127.0.0.1:9324
    QString accessKeyId;
    QString accessKeySecret; ///< Never logged, never part of an error text.
    QString securityToken = {}; ///< Of temporary keys (STS); empty for lasting ones.
    Signature signature = Signature::V2;
    QString region = QStringLiteral("local"); ///< Goes into V4 signatures only.

    bool operator==(const Endpoint &) const = default;

    /// Host and port for people, for example "127.0.0.1:9324".
    [[nodiscard]] QString displayName() const;

    /// The broker of this machine with its well-known development key.
    [[nodiscard]] static Endpoint local();
    /// An endpoint from what a user typed; "127.0.0.1:9324" reads as http://127.0.0.1:9324.
    /// Errors: InvalidArgument when it is no http or https address, or has a path.
    [[nodiscard]] static Result<QUrl> parseUrl(const QString &text);
};

} // namespace Signalbox
