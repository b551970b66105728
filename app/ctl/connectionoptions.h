// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/endpoint.h"
#include "core/result.h"

#include <string>

namespace CLI {
class App;
}

namespace Signalbox::Ctl {

/// Of these options in the help.
inline constexpr char kConnectionGroup[] = "Endpoint";

/// The options that say which endpoint a command goes to, and with which key. What they leave open
/// comes from the named profile, the environment, the default profile, and at last from the local
/// broker's defaults, in this order.
struct ConnectionOptions
{
    std::string endpoint;
    std::string accessKey;
    std::string securityToken;
    std::string signature;
    std::string region;
    std::string profile;
    std::string profileFile;

    void addTo(CLI::App &app);
    /// Errors: InvalidArgument.
    [[nodiscard]] Result<Endpoint> resolve() const;
};

} // namespace Signalbox::Ctl
