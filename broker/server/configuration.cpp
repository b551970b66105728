// SPDX-License-Identifier: GPL-3.0-only
#include "server/configuration.h"

#include "server/pushsettings.h"
#include "server/settingvalues.h"

#include <QProcessEnvironment>
#include <QUrl>

#include <iterator>
#include <limits>
#include <vector>

namespace Signalbox {

namespace {

using namespace SettingValues;

Result<void> setDataDirectory(Configuration &configuration, const QString &value)
{
    return readText(value, configuration.broker.dataDirectory);
}

Result<void> setListen(Configuration &configuration, const QString &value)
{
    const Result<ListenAddress> address = ListenAddress::parse(value);
    if (!address)
        return address.error();
    configuration.broker.listen = *address;
    return {};
}

Result<void> setAccessKey(Configuration &configuration, const QString &value)
{
    const qsizetype colon = value.indexOf(QLatin1Char(':'));
    if (colon <= 0 || colon == value.size() - 1)
        return invalid(QStringLiteral("The value is not ID:SECRET."));
    const QString id = value.left(colon);
    for (const QChar c : id) {
        if (c <= QLatin1Char(' ') || c > QLatin1Char('~') || c == QLatin1Char('/')
            || c == QLatin1Char(','))
            return invalid(QStringLiteral(
                "The access key id may hold printable ASCII without spaces, commas and slashes."));
    }
    configuration.broker.accessKeyId = id;
    configuration.broker.accessKeySecret = value.mid(colon + 1);
    return {};
}

Result<void> setAccount(Configuration &configuration, const QString &value)
{
    for (const QChar c : value) {
        if (!(c >= QLatin1Char('0') && c <= QLatin1Char('9')))
            return invalid(
                QStringLiteral("\"%1\" is not an account id: it consists of digits.").arg(value));
    }
    return readText(value, configuration.broker.account);
}

Result<void> setDurability(Configuration &configuration, const QString &value)
{
    if (value == QLatin1String("full"))
        configuration.broker.durability = Durability::Full;
    else if (value == QLatin1String("normal"))
        configuration.broker.durability = Durability::Normal;
    else
        return invalid(QStringLiteral("\"%1\" is neither full nor normal.").arg(value));
    return {};
}

Result<void> setMetricsListen(Configuration &configuration, const QString &value)
{
    const Result<ListenAddress> address = ListenAddress::parse(value);
    if (!address)
        return address.error();
    configuration.broker.metricsListen = *address;
    return {};
}

/// As browsers send it: scheme, host and port, nothing behind.
bool isOrigin(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return !url.scheme().isEmpty() && !url.host().isEmpty()
        && url.adjusted(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment
                        | QUrl::RemoveUserInfo)
        == url;
}

Result<void> setAllowedOrigins(Configuration &configuration, const QString &value)
{
    QStringList origins;
    for (const QString &part : value.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const QString origin = part.trimmed();
        if (!isOrigin(origin))
            return invalid(
                QStringLiteral("\"%1\" is not an origin, for example http://localhost:8080.")
                    .arg(origin));
        origins.append(origin);
    }
    configuration.broker.allowedOrigins = origins;
    return {};
}

Result<void> setCheckClockSkew(Configuration &configuration, const QString &value)
{
    return readBoolean(value, configuration.broker.checkClockSkew);
}

Result<void> setMaxBodyBytes(Configuration &configuration, const QString &value)
{
    return readNumber(value, 64 * 1024, 64 * 1024 * 1024, configuration.broker.maxBodyBytes);
}

Result<void> setMaxUnfinishedBytes(Configuration &configuration, const QString &value)
{
    return readNumber(value, 1024 * 1024, qint64(1) << 40, configuration.broker.maxUnfinishedBytes);
}

Result<void> setMaxConnections(Configuration &configuration, const QString &value)
{
    return readNumber(value, 1, 1'000'000, configuration.broker.maxConnections);
}

constexpr qint64 kMaxQuota = std::numeric_limits<int>::max();

Result<void> setMaxQueues(Configuration &configuration, const QString &value)
{
    return readNumber(value, 0, kMaxQuota, configuration.broker.quotas.maxQueuesPerAccount);
}

Result<void> setMaxCallsPerSecond(Configuration &configuration, const QString &value)
{
    return readNumber(value, 0, kMaxQuota, configuration.broker.quotas.maxCallsPerSecond);
}

Result<void> setMaxConcurrentPolls(Configuration &configuration, const QString &value)
{
    return readNumber(value, 0, kMaxQuota, configuration.broker.quotas.maxConcurrentPolls);
}

Result<void> setTrashMinutes(Configuration &configuration, const QString &value)
{
    int minutes = 0;
    if (Result<void> read = readNumber(value, 0, 7 * 24 * 60, minutes); !read)
        return read;
    configuration.broker.trashTime = std::chrono::minutes(minutes);
    return {};
}

Result<void> setTrashBytes(Configuration &configuration, const QString &value)
{
    return readNumber(value, 0, qint64(1) << 50, configuration.broker.trashBytes);
}

Result<void> setLogFormat(Configuration &configuration, const QString &value)
{
    if (value == QLatin1String("text"))
        configuration.logFormat = LogFormat::Text;
    else if (value == QLatin1String("json"))
        configuration.logFormat = LogFormat::Json;
    else
        return invalid(QStringLiteral("\"%1\" is neither text nor json.").arg(value));
    return {};
}

constexpr Setting kSettings[] = {
    {"data_directory", "data-dir", "SIGNALBOX_DATA_DIR", "DIR",
     "Directory of the database, made when it is missing", false, setDataDirectory},
    {"listen", "listen", "SIGNALBOX_LISTEN", "ADDR:PORT",
     "Address to serve; port 0 picks a free one", false, setListen},
    {"access_key", "access-key", "SIGNALBOX_ACCESS_KEY", "ID:SECRET",
     "The access key that clients sign with", false, setAccessKey},
    {"account", "account", "SIGNALBOX_ACCOUNT", "ID", "Account that owns the queues, in digits",
     false, setAccount},
    {"durability", "durability", "SIGNALBOX_DURABILITY", "full|normal",
     "full survives a power cut, normal only a killed process", false, setDurability},
    {"check_clock_skew", "check-clock-skew", "SIGNALBOX_CHECK_CLOCK_SKEW", "true|false",
     "Refuse requests dated more than 15 minutes off", false, setCheckClockSkew},
    {"allowed_origins", "allowed-origins", "SIGNALBOX_ALLOWED_ORIGINS", "ORIGIN,…",
     "Web origins that may use the admin API", true, setAllowedOrigins},
    {"metrics.listen", "metrics-listen", "SIGNALBOX_METRICS_LISTEN", "ADDR:PORT",
     "Second address, for /healthz and /metrics alone, open to all who reach it", false,
     setMetricsListen},
    {"limits.max_body_bytes", "max-body-bytes", "SIGNALBOX_MAX_BODY_BYTES", "BYTES",
     "Largest body of a request", false, setMaxBodyBytes},
    {"limits.max_unfinished_bytes", "max-unfinished-bytes", "SIGNALBOX_MAX_UNFINISHED_BYTES",
     "BYTES", "Most that requests may hold before they are whole, all together", false,
     setMaxUnfinishedBytes},
    {"limits.max_connections", "max-connections", "SIGNALBOX_MAX_CONNECTIONS", "N",
     "Open connections at a time", false, setMaxConnections},
    {"quotas.max_queues", "max-queues", "SIGNALBOX_MAX_QUEUES", "N",
     "Queues of the account; 0 for no quota", false, setMaxQueues},
    {"quotas.max_calls_per_second", "max-calls-per-second", "SIGNALBOX_MAX_CALLS_PER_SECOND", "N",
     "Calls a second, a batch counting per message; 0 for no quota", false, setMaxCallsPerSecond},
    {"quotas.max_concurrent_polls", "max-concurrent-polls", "SIGNALBOX_MAX_CONCURRENT_POLLS", "N",
     "Long polls that wait at a time; 0 for no quota", false, setMaxConcurrentPolls},
    {"trash.minutes", "trash-minutes", "SIGNALBOX_TRASH_MINUTES", "N",
     "How long what was deleted or purged can be brought back", false, setTrashMinutes},
    {"trash.max_bytes", "trash-max-bytes", "SIGNALBOX_TRASH_MAX_BYTES", "BYTES",
     "Most that the trash may hold; the oldest goes first", false, setTrashBytes},
    {"log.format", "log-format", "SIGNALBOX_LOG_FORMAT", "text|json",
     "Form of the log lines on standard error", false, setLogFormat},
};

} // namespace

std::span<const Setting> settings()
{
    static const std::vector<Setting> all = [] {
        std::vector<Setting> list(std::begin(kSettings), std::end(kSettings));
        const std::span<const Setting> push = pushSettings();
        list.insert(list.end(), push.begin(), push.end());
        return list;
    }();
    return all;
}

Result<void> applyEnvironment(Configuration &configuration, const QProcessEnvironment &environment)
{
    for (const Setting &setting : settings()) {
        const QString variable = QString::fromLatin1(setting.variable);
        if (!environment.contains(variable))
            continue;
        if (const Result<void> applied = setting.apply(configuration, environment.value(variable));
            !applied)
            return invalid(QStringLiteral("%1: %2").arg(variable, applied.error().message));
    }
    return {};
}

} // namespace Signalbox
