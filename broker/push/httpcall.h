// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>
#include <utility>

namespace Signalbox {

using HeaderList = QList<std::pair<QByteArray, QByteArray>>;

/// One POST to an endpoint.
struct HttpCall
{
    QByteArray url; ///< Encoded.
    HeaderList headers; ///< Sent as spelled.
    QByteArray body;
};

/// What came of it.
struct HttpOutcome
{
    int status = 0; ///< 0: there was no answer, and error says why.
    QString error; ///< For people; empty when there was an answer.
    HeaderList headers; ///< Of the answer.
    QByteArray body; ///< Of the answer, its first 4 KiB.
    std::chrono::microseconds duration{0};

    /// Any status of the 200s; a redirection is a failure.
    [[nodiscard]] bool isSuccess() const { return status >= 200 && status < 300; }
};

} // namespace Signalbox
