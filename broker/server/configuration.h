// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/result.h"
#include "server/brokeroptions.h"

#include <QString>

#include <span>

class QProcessEnvironment;

namespace Signalbox {

enum class LogFormat { Text, Json };

/// Everything a headless broker is configured with.
struct Configuration
{
    BrokerOptions broker;
    LogFormat logFormat = LogFormat::Text;
};

/// One thing to configure, by the three names it goes by. docs/configuration.md lists them all.
struct Setting
{
    const char *key = nullptr; ///< In a TOML file, with its table: "limits.max_body_bytes".
    const char *option = nullptr; ///< On the command line, without the dashes: "max-body-bytes".
    const char *variable = nullptr; ///< In the environment: "SIGNALBOX_MAX_BODY_BYTES".
    const char *valueName = nullptr; ///< What the value looks like, for help texts.
    const char *description = nullptr; ///< One sentence without its period.
    bool isList = false; ///< Values are separated by commas; in a TOML file an array.
    /// Takes \a value over. Errors: InvalidArgument with a sentence that does not name the setting,
    /// nor a secret.
    Result<void> (*apply)(Configuration &configuration, const QString &value) = nullptr;
};

[[nodiscard]] std::span<const Setting> settings();

/// Takes over every SIGNALBOX_* variable that is a setting. Errors: InvalidArgument, naming the
/// variable.
[[nodiscard]] Result<void> applyEnvironment(Configuration &configuration,
                                            const QProcessEnvironment &environment);

/// Takes over a TOML file: settings by their keys, queues as [[queue]] tables. Unknown keys and bad
/// values are errors. Errors: InvalidArgument with file, line and reason.
[[nodiscard]] Result<void> applyConfigFile(Configuration &configuration, const QString &path);

} // namespace Signalbox
