// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/result.h"

#include <QByteArray>

#include <optional>
#include <string>

namespace CLI {
class App;
}

namespace Signalbox::Ctl {

/// Where the body of a message comes from.
struct BodySource
{
    std::optional<std::string> argument;
    std::string file; ///< "-" is standard input, as is nothing at all.
    bool base64 = false; ///< Encode what was read.

    /// Adds the argument and the options of it.
    void addTo(CLI::App &command);
    /// The body as it travels. Errors: InvalidArgument when the file cannot be read, or without \a
    /// base64 is no UTF-8.
    [[nodiscard]] Result<QByteArray> read() const;
};

/// The text that \a body is the Base64 of; nothing if it is no Base64, or not of text in UTF-8.
[[nodiscard]] std::optional<QByteArray> decodedBody(const QByteArray &body);

} // namespace Signalbox::Ctl
