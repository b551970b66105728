// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/result.h"

#include <QMap>
#include <QString>

namespace Signalbox::Ctl {

/// What one profile, or the environment, says about an endpoint. Empty fields are not said.
struct Profile
{
    QString endpoint;
    QString accessKey; ///< ID:SECRET
    QString securityToken;
    QString signature; ///< "v2" or "v4"
    QString region;

    /// Fills what is empty here from \a other.
    void fillFrom(const Profile &other);
};

/// Endpoints by name, kept in a TOML file:
/// \code
/// default = "cloud"
/// [profile.cloud]
/// endpoint = "https://1234567890.mns.cn-hangzhou.aliyuncs.com"
/// access-key = "ID:SECRET"
/// \endcode
struct ProfileFile
{
    QString defaultName;
    QMap<QString, Profile> profiles;

    /// ctl.toml in the user's configuration folder.
    [[nodiscard]] static QString defaultPath();
    /// Unknown keys and bad values are errors that name the line. Errors: InvalidArgument.
    [[nodiscard]] static Result<ProfileFile> read(const QString &path);
};

} // namespace Signalbox::Ctl
