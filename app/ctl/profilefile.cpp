// SPDX-License-Identifier: GPL-3.0-only
#include "profilefile.h"

#include <QFile>
#include <QStandardPaths>

#include <toml++/toml.h>

#include <sstream>

namespace Signalbox::Ctl {

using namespace Qt::StringLiterals;

namespace {

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

class Reader
{
public:
    explicit Reader(QString path)
        : m_path(std::move(path))
    {
    }

    Result<ProfileFile> read(const toml::table &table)
    {
        ProfileFile file;
        for (const auto &[key, node] : table) {
            if (key.str() == "default")
                file.defaultName = text(key, node);
            else if (key.str() == "profile" && node.is_table())
                readProfiles(*node.as_table(), file);
            else
                unknown(key);
        }
        if (m_error)
            return *m_error;
        return file;
    }

private:
    void readProfiles(const toml::table &table, ProfileFile &file)
    {
        for (const auto &[name, node] : table) {
            if (node.is_table())
                file.profiles.insert(fromUtf8(name.str()), readProfile(*node.as_table()));
            else
                unknown(name);
        }
    }

    Profile readProfile(const toml::table &table)
    {
        Profile profile;
        for (const auto &[key, node] : table) {
            if (key.str() == "endpoint")
                profile.endpoint = text(key, node);
            else if (key.str() == "access-key")
                profile.accessKey = text(key, node);
            else if (key.str() == "security-token")
                profile.securityToken = text(key, node);
            else if (key.str() == "signature")
                profile.signature = text(key, node);
            else if (key.str() == "region")
                profile.region = text(key, node);
            else
                unknown(key);
        }
        return profile;
    }

    QString text(const toml::key &key, const toml::node &node)
    {
        if (const auto value = node.value_exact<std::string_view>())
            return fromUtf8(*value);
        fail(node.source(), u"%1 is not a text in quotes."_s.arg(fromUtf8(key.str())));
        return {};
    }

    void unknown(const toml::key &key)
    {
        fail(key.source(), u"Nothing is called %1 here."_s.arg(fromUtf8(key.str())));
    }

    void fail(const toml::source_region &where, const QString &reason)
    {
        if (!m_error) {
            m_error = Error{ErrorCode::InvalidArgument,
                            u"%1:%2: %3"_s.arg(m_path).arg(where.begin.line).arg(reason)};
        }
    }

    QString m_path;
    std::optional<Error> m_error;
};

} // namespace

void Profile::fillFrom(const Profile &other)
{
    const auto fill = [](QString &mine, const QString &theirs) {
        if (mine.isEmpty())
            mine = theirs;
    };
    fill(endpoint, other.endpoint);
    fill(accessKey, other.accessKey);
    fill(securityToken, other.securityToken);
    fill(signature, other.signature);
    fill(region, other.region);
}

QString ProfileFile::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + "/signalbox/ctl.toml"_L1;
}

Result<ProfileFile> ProfileFile::read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::InvalidArgument,
                     u"%1 cannot be read: %2."_s.arg(path, file.errorString())};
    }
    const QByteArray content = file.readAll();
    try {
        const toml::table table = toml::parse(
            std::string_view(content.constData(), std::size_t(content.size())), path.toStdString());
        return Reader(path).read(table);
    } catch (const toml::parse_error &error) {
        return Error{ErrorCode::InvalidArgument,
                     u"%1:%2: %3."_s.arg(path)
                         .arg(error.source().begin.line)
                         .arg(fromUtf8(error.description()))};
    }
}

} // namespace Signalbox::Ctl
