// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/brokerclock.h"
#include "core/limits.h"
#include "core/result.h"
#include "engine/engine.h"
#include "protocol/pushsignature.h"
#include "protocol/queue.h"
#include "protocol/subscription.h"
#include "protocol/topic.h"
#include "push/addressrules.h"
#include "push/deliveryslots.h"
#include "push/pushchannels.h"
#include "push/pushkey.h"
#include "store/rows.h"

#include <QHostAddress>
#include <QStringList>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace Signalbox {

class SqlDialect;

/// An address and a port to listen on; port 0 picks a free one.
struct ListenAddress
{
    static constexpr quint16 kDefaultPort = 9324;

    QHostAddress address{QHostAddress::LocalHost};
    quint16 port = kDefaultPort;

    bool operator==(const ListenAddress &) const = default;

    /// "127.0.0.1:9324", "[::1]:9324" or "localhost:9324". Errors: InvalidArgument.
    [[nodiscard]] static Result<ListenAddress> parse(const QString &text);
    /// As parse() reads it.
    [[nodiscard]] QString toString() const;
};

/// A queue that exists from the start on, with these attributes.
struct DeclaredQueue
{
    QString name;
    QueueSettingsPatch settings; ///< What is absent takes its default.
    QString where; ///< "box.toml:12", for who declares it there; empty: nowhere to point at.

    bool operator==(const DeclaredQueue &) const = default;
};

/// A subscription that exists from the start on, with these attributes.
struct DeclaredSubscription
{
    QString name;
    SubscriptionPatch settings; ///< What is absent takes its default.
    QString where; ///< As of a queue.

    bool operator==(const DeclaredSubscription &) const = default;
};

/// A topic that exists from the start on. Subscriptions that are not declared are left alone.
struct DeclaredTopic
{
    QString name;
    TopicSettingsPatch settings; ///< What is absent takes its default.
    QString where; ///< As of a queue.
    std::vector<DeclaredSubscription> subscriptions;

    bool operator==(const DeclaredTopic &) const = default;
};

/// How topics push.
struct PushOptions
{
    std::chrono::milliseconds timeout = std::chrono::seconds(5); ///< Of one attempt.
    bool verifyTls = true; ///< Of https endpoints and the mail relay.
    QString caFile; ///< PEM, with authorities to trust there; empty: the system's.
    /// Where receivers get the certificate that a push is checked with; empty: where clients on
    /// this machine reach the broker.
    QString certificateUrl;
    PushMd5Form md5Form = PushMd5Form::Base64Hex;
    int keyBits = PushKey::kDefaultBits; ///< Of the key that the first start makes.
    DeliveryLimits deliveries;
    QStringList allowedSubnets; ///< Allowed whatever is denied.
    /// Absent: none for a broker that only this machine reaches, else
    /// AddressRules::metadataSubnets().
    std::optional<QStringList> deniedSubnets;
    PushChannels channels;
};

/// The key every fresh installation answers to. It is public, so it opens loopback addresses only.
inline constexpr char kDevelopmentKeyId[] = "local-id";
inline constexpr char kDevelopmentKeySecret[] = "local-secret";
inline constexpr char kDevelopmentAccount[] = "1000000000000000";

/// How a broker is to run. The defaults make one for a developer's desk.
struct BrokerOptions
{
    QString dataDirectory = defaultDataDirectory();
    ListenAddress listen;
    QString accessKeyId = QString::fromLatin1(kDevelopmentKeyId);
    QString accessKeySecret = QString::fromLatin1(kDevelopmentKeySecret);
    QString account = QString::fromLatin1(kDevelopmentAccount);
    Durability durability = Durability::Full;
    std::vector<DeclaredQueue> queues;
    std::vector<DeclaredTopic> topics;

    bool checkClockSkew = true; ///< Refuse requests dated more than 15 minutes off.
    EngineQuotas quotas;
    qint64 maxBodyBytes = Limits::kDefaultMaxBodyBytes; ///< Of one request.
    qint64 maxUnfinishedBytes = Limits::kDefaultMaxUnfinishedBytes; ///< Of all requests together.
    int maxConnections = 10'000;
    PushOptions push;
    std::chrono::milliseconds trashTime = std::chrono::minutes(10);
    qint64 trashBytes = qint64(1) << 30;

    /// Where /healthz and /metrics answer to anybody; without it they answer to loopback peers
    /// only.
    std::optional<ListenAddress> metricsListen;
    /// Values of Origin that the admin API accepts; requests of other web pages are refused.
    QStringList allowedOrigins;

    /// System time for signatures and logs, and what the broker's clock runs by.
    std::function<qint64()> systemTime = systemTimeMs;
    std::function<qint64()> brokerTime = systemTimeMs;
    /// Makes a connection to the database; empty: SQLite in the data directory.
    std::function<std::unique_ptr<SqlDialect>()> makeDialect;

    /// The user's data directory of this system, for example ~/.local/share/signalbox.
    [[nodiscard]] static QString defaultDataDirectory();
    [[nodiscard]] bool usesDevelopmentKey() const;
};

/// Whether the dead-letter queue of \a queue, if one of \a queues is it, may be. Errors:
/// InvalidArgument.
[[nodiscard]] Result<void> checkDeclaredTarget(const DeclaredQueue &queue,
                                               const std::vector<DeclaredQueue> &queues);

/// Where pushes of such a broker may go. Errors: InvalidArgument.
[[nodiscard]] Result<AddressRules> addressRules(const BrokerOptions &options);

/// Whether a broker may run so: every value in its range, and the development key on loopback
/// addresses only. Errors: InvalidArgument, AccessDenied, with a sentence for people.
[[nodiscard]] Result<void> checkBrokerOptions(const BrokerOptions &options);

} // namespace Signalbox
