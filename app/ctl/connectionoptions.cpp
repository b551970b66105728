// SPDX-License-Identifier: GPL-3.0-only
#include "connectionoptions.h"

#include "choices.h"
#include "profilefile.h"

#include <QFileInfo>
#include <QHostAddress>

#include <CLI/CLI.hpp>

namespace Signalbox::Ctl {

using namespace Qt::StringLiterals;

namespace {

Profile environmentProfile()
{
    Profile profile;
    profile.endpoint = qEnvironmentVariable("SIGNALBOX_ENDPOINT");
    profile.accessKey = qEnvironmentVariable("SIGNALBOX_ACCESS_KEY");
    profile.securityToken = qEnvironmentVariable("SIGNALBOX_SECURITY_TOKEN");
    const QString id = qEnvironmentVariable("ALIBABA_CLOUD_ACCESS_KEY_ID");
    if (profile.accessKey.isEmpty() && !id.isEmpty()) {
        profile.accessKey = id + u':' + qEnvironmentVariable("ALIBABA_CLOUD_ACCESS_KEY_SECRET");
        profile.securityToken = qEnvironmentVariable("ALIBABA_CLOUD_SECURITY_TOKEN");
    }
    return profile;
}

bool isLoopback(const QUrl &url)
{
    return url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
}

Error invalid(const QString &message)
{
    return {ErrorCode::InvalidArgument, message};
}

/// The profile called \a name, or the file's default one for an empty name; an absent file is no
/// error then.
Result<Profile> storedProfile(const QString &path, const QString &name)
{
    const QString usedPath = path.isEmpty() ? ProfileFile::defaultPath() : path;
    if (name.isEmpty() && path.isEmpty() && !QFileInfo::exists(usedPath))
        return Profile();
    const Result<ProfileFile> file = ProfileFile::read(usedPath);
    if (!file)
        return file.error();
    const QString wanted = name.isEmpty() ? file->defaultName : name;
    if (wanted.isEmpty())
        return Profile();
    const auto found = file->profiles.constFind(wanted);
    if (found == file->profiles.cend())
        return invalid(u"%1 has no profile named %2."_s.arg(usedPath, wanted));
    return *found;
}

Result<Endpoint> toEndpoint(const Profile &profile)
{
    Endpoint endpoint = Endpoint::local();
    if (!profile.endpoint.isEmpty()) {
        const Result<QUrl> url = Endpoint::parseUrl(profile.endpoint);
        if (!url)
            return url.error();
        endpoint.url = *url;
    }
    if (!profile.accessKey.isEmpty()) {
        const qsizetype colon = profile.accessKey.indexOf(u':');
        if (colon <= 0 || colon == profile.accessKey.size() - 1)
            return invalid(u"An access key is written as ID:SECRET."_s);
        endpoint.accessKeyId = profile.accessKey.first(colon);
        endpoint.accessKeySecret = profile.accessKey.sliced(colon + 1);
    } else if (!isLoopback(endpoint.url)) {
        return invalid(u"There is no access key for %1. Give one with --access-key, "
                       "SIGNALBOX_ACCESS_KEY or a profile."_s.arg(endpoint.displayName()));
    }
    endpoint.securityToken = profile.securityToken;
    if (profile.signature == "v4"_L1)
        endpoint.signature = Endpoint::Signature::V4;
    else if (!profile.signature.isEmpty() && profile.signature != "v2"_L1)
        return invalid(u"\"%1\" is not a signature version: v2 or v4."_s.arg(profile.signature));
    if (!profile.region.isEmpty())
        endpoint.region = profile.region;
    return endpoint;
}

} // namespace

void ConnectionOptions::addTo(CLI::App &app)
{
    app.add_option("-e,--endpoint", endpoint,
                   "Where the service is, http://127.0.0.1:9324 unless given")
        ->type_name("URL")
        ->group(kConnectionGroup);
    app.add_option("-k,--access-key", accessKey, "Access key")
        ->type_name("ID:SECRET")
        ->group(kConnectionGroup);
    app.add_option("--security-token", securityToken, "Token of a temporary key (STS)")
        ->type_name("TOKEN")
        ->group(kConnectionGroup);
    limitTo(app.add_option("--signature", signature, "Version of the signature, v2 unless given"),
            {"v2", "v4"})
        ->group(kConnectionGroup);
    app.add_option("--region", region, "Region, for v4 signatures")
        ->type_name("NAME")
        ->group(kConnectionGroup);
    app.add_option("-p,--profile", profile, "Profile to use")
        ->type_name("NAME")
        ->group(kConnectionGroup);
    app.add_option("--profile-file", profileFile, "File the profiles are in")
        ->type_name("FILE")
        ->group(kConnectionGroup);
}

Result<Endpoint> ConnectionOptions::resolve() const
{
    Profile wanted;
    wanted.endpoint = QString::fromStdString(endpoint);
    wanted.accessKey = QString::fromStdString(accessKey);
    wanted.securityToken = QString::fromStdString(securityToken);
    wanted.signature = QString::fromStdString(signature);
    wanted.region = QString::fromStdString(region);

    const QString name = QString::fromStdString(profile);
    const Result<Profile> stored = storedProfile(QString::fromStdString(profileFile), name);
    if (!stored)
        return stored.error();
    if (!name.isEmpty())
        wanted.fillFrom(*stored);
    wanted.fillFrom(environmentProfile());
    // A default profile is one thing: its key does not belong to an endpoint named elsewhere.
    if (wanted.endpoint.isEmpty())
        wanted.fillFrom(*stored);
    return toEndpoint(wanted);
}

} // namespace Signalbox::Ctl
