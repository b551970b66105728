// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace Signalbox {

/// An Error document as a client gets it.
struct ErrorDocument
{
    QByteArray code; ///< As it travelled, perhaps unknown here.
    QString message;
    QString requestId;
    QString hostId;

    /// The failure in our terms: UnexpectedReply, naming the code, when that is unknown here.
    [[nodiscard]] Error toError() const;

    bool operator==(const ErrorDocument &) const = default;
};

/// The body of every refusal: all four elements, none empty, for \a error's HTTP status as in
/// wireerrors.h. \a hostId is scheme and host of the request, "http://127.0.0.1:9324". Source: MNS
/// API reference, error responses (2015-06-06).
[[nodiscard]] QByteArray writeError(const Error &error, const QString &requestId,
                                    QByteArrayView hostId);

/// Errors: UnexpectedReply.
[[nodiscard]] Result<ErrorDocument> parseError(QByteArrayView document);

} // namespace Signalbox
