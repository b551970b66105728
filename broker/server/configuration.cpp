// SPDX-License-Identifier: GPL-3.0-only
#include "server/configuration.h"

#include <QProcessEnvironment>

#include <algorithm>
#include <limits>

namespace Signalbox {

namespace {

Error invalid(const QString &message)
{
    return Error{ErrorCode::InvalidArgument, message};
}

/// Reads a decimal number from \a min to \a max into \a target.
template <typename Number>
Result<void> readNumber(const QString &value, qint64 min, qint64 max, Number &target)
{
    bool isNumber = false;
    const qint64 number = value.toLongLong(&isNumber);
    if (!isNumber || number < min || number > max)
        return invalid(
            QStringLiteral("\"%1\" is not a number from %2 to %3.").arg(value).arg(min).arg(max));
    target = Number(number);
    return {};
}

Result<void> readBoolean(const QString &value, bool &target)
{
    if (value != QLatin1String("true") && value != QLatin1String("false"))
        return invalid(QStringLiteral("\"%1\" is neither true nor false.").arg(value));
    target = value == QLatin1String("true");
    return {};
}

Result<void> readText(const QString &value, QString &target)
{
    if (value.isEmpty())
        return invalid(QStringLiteral("The value is empty."));
    target = value;
    return {};
}

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

Result<void> setAllowedOrigins(Configuration &configuration, const QString &value)
{
    QStringList origins;
    for (const QString &part : value.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const QString origin = part.trimmed();
        if (!origin.contains(QLatin1String("://")) || origin.endsWith(QLatin1Char('/')))
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

Result<void> setPushTimeout(Configuration &configuration, const QString &value)
{
    int milliseconds = 0;
    if (Result<void> read = readNumber(value, 1, 600'000, milliseconds); !read)
        return read;
    configuration.broker.push.timeout = std::chrono::milliseconds(milliseconds);
    return {};
}

Result<void> setPushVerifyTls(Configuration &configuration, const QString &value)
{
    return readBoolean(value, configuration.broker.push.verifyTls);
}

Result<void> setPushContentMd5(Configuration &configuration, const QString &value)
{
    PushMd5Form &form = configuration.broker.push.md5Form;
    if (value == QLatin1String("base64hex"))
        form = PushMd5Form::Base64Hex;
    else if (value == QLatin1String("hexupper"))
        form = PushMd5Form::UpperHex;
    else if (value == QLatin1String("none"))
        form = PushMd5Form::None;
    else
        return invalid(
            QStringLiteral("\"%1\" is neither base64hex nor hexupper nor none.").arg(value));
    return {};
}

Result<void> setPushKeyBits(Configuration &configuration, const QString &value)
{
    bool isNumber = false;
    const int bits = value.toInt(&isNumber);
    if (!isNumber || std::ranges::find(PushKey::kSizes, bits) == PushKey::kSizes.end())
        return invalid(QStringLiteral("\"%1\" is none of 1024, 2048, 3072, 4096.").arg(value));
    configuration.broker.push.keyBits = bits;
    return {};
}

QStringList subnets(const QString &value)
{
    return value.split(QLatin1Char(','), Qt::SkipEmptyParts);
}

Result<void> setPushAllow(Configuration &configuration, const QString &value)
{
    configuration.broker.push.allowedSubnets = subnets(value);
    return {};
}

Result<void> setPushDeny(Configuration &configuration, const QString &value)
{
    configuration.broker.push.deniedSubnets = subnets(value);
    return {};
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
    {"limits.max_connections", "max-connections", "SIGNALBOX_MAX_CONNECTIONS", "N",
     "Open connections at a time", false, setMaxConnections},
    {"quotas.max_queues", "max-queues", "SIGNALBOX_MAX_QUEUES", "N",
     "Queues of the account; 0 for no quota", false, setMaxQueues},
    {"quotas.max_calls_per_second", "max-calls-per-second", "SIGNALBOX_MAX_CALLS_PER_SECOND", "N",
     "Calls a second, a batch counting per message; 0 for no quota", false, setMaxCallsPerSecond},
    {"quotas.max_concurrent_polls", "max-concurrent-polls", "SIGNALBOX_MAX_CONCURRENT_POLLS", "N",
     "Long polls that wait at a time; 0 for no quota", false, setMaxConcurrentPolls},
    {"push.timeout_ms", "push-timeout-ms", "SIGNALBOX_PUSH_TIMEOUT_MS", "N",
     "How long a receiver may take to answer a push", false, setPushTimeout},
    {"push.verify_tls", "push-verify-tls", "SIGNALBOX_PUSH_VERIFY_TLS", "true|false",
     "Check the certificates of https endpoints", false, setPushVerifyTls},
    {"push.content_md5", "push-content-md5", "SIGNALBOX_PUSH_CONTENT_MD5",
     "base64hex|hexupper|none", "How Content-md5 of a push spells the MD5", false,
     setPushContentMd5},
    {"push.key_bits", "push-key-bits", "SIGNALBOX_PUSH_KEY_BITS", "1024|2048|3072|4096",
     "Size of the key that signs pushes, when the first start makes it", false, setPushKeyBits},
    {"push.allow", "push-allow", "SIGNALBOX_PUSH_ALLOW", "SUBNET,…",
     "Where pushes may go, whatever is denied", true, setPushAllow},
    {"push.deny", "push-deny", "SIGNALBOX_PUSH_DENY", "SUBNET,…",
     "Where pushes may not go; beyond loopback link-local and metadata addresses unless given",
     true, setPushDeny},
    {"trash.minutes", "trash-minutes", "SIGNALBOX_TRASH_MINUTES", "N",
     "How long deleted and purged messages can be brought back", false, setTrashMinutes},
    {"trash.max_bytes", "trash-max-bytes", "SIGNALBOX_TRASH_MAX_BYTES", "BYTES",
     "Most that the trash may hold; the oldest goes first", false, setTrashBytes},
    {"log.format", "log-format", "SIGNALBOX_LOG_FORMAT", "text|json",
     "Form of the log lines on standard error", false, setLogFormat},
};

} // namespace

std::span<const Setting> settings()
{
    return kSettings;
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
