// SPDX-License-Identifier: GPL-3.0-only
#include "server/configuration.h"
#include "server/tomlvalues.h"

#include <QFile>
#include <QHash>

#include <algorithm>
#include <functional>
#include <tuple>

namespace Signalbox {

namespace {

constexpr char kName[] = "name";
constexpr char kDeadLetterQueue[] = "dead_letter_queue"; ///< Key of queues and subscriptions.
constexpr char kMaxReceiveCount[] = "max_receive_count";

/// A TOML file on its way into a configuration. The first fault ends it.
class ConfigFile : private TomlValues
{
public:
    ConfigFile(Configuration &configuration, const QString &path)
        : TomlValues(path)
        , m_configuration(configuration)
    {
    }

    Result<void> read()
    {
        QFile file(path());
        if (!file.open(QIODevice::ReadOnly))
            return error(QStringLiteral("%1: %2").arg(path(), file.errorString()));
        const QByteArray text = file.readAll();
        const toml::parse_result parsed =
            toml::parse(std::string_view(text.constData(), size_t(text.size())));
        if (!parsed)
            return errorAt(parsed.error().source(), toQString(parsed.error().description()));
        if (Result<void> read = readTable(parsed.table(), {}); !read)
            return read;
        return checkDeadLetters();
    }

private:
    Result<void> readTable(const toml::table &table, const QString &prefix)
    {
        for (const auto &[key, node] : table) {
            const QString name = prefix + toQString(key.str());
            if (prefix.isEmpty() && name == QLatin1String("queue")) {
                if (Result<void> read =
                        readTables(node, QStringLiteral("Queues are declared as [[queue]]."),
                                   [this](const toml::table &queue) { return readQueue(queue); });
                    !read)
                    return read;
            } else if (prefix.isEmpty() && name == QLatin1String("topic")) {
                if (Result<void> read =
                        readTables(node, QStringLiteral("Topics are declared as [[topic]]."),
                                   [this](const toml::table &topic) { return readTopic(topic); });
                    !read)
                    return read;
            } else if (name == QLatin1String("push.functions")) {
                if (Result<void> read = readFunctions(node); !read)
                    return read;
            } else if (const toml::table *inner = node.as_table(); inner && isTable(name)) {
                if (Result<void> read = readTable(*inner, name + QLatin1Char('.')); !read)
                    return read;
            } else if (Result<void> read = readSetting(name, key, node); !read) {
                return read;
            }
        }
        return {};
    }

    /// Some setting lies in the table \a name.
    static bool isTable(const QString &name)
    {
        return std::ranges::any_of(settings(), [&](const Setting &setting) {
            return QLatin1String(setting.key).startsWith(QString(name + QLatin1Char('.')));
        });
    }

    Result<void> readSetting(const QString &name, const toml::key &key, const toml::node &node)
    {
        const auto found = std::ranges::find_if(
            settings(), [&](const Setting &setting) { return name == QLatin1String(setting.key); });
        if (found == settings().end())
            return errorAt(key.source(), QStringLiteral("Unknown key \"%1\".").arg(name));
        const std::optional<QString> value = found->isList ? listText(node) : scalarText(node);
        if (!value) {
            return errorAt(node.source(),
                           found->isList
                               ? QStringLiteral("%1: expected an array of texts.").arg(name)
                               : QStringLiteral("%1: expected one value.").arg(name));
        }
        if (const Result<void> applied = found->apply(m_configuration, *value); !applied)
            return errorAt(node.source(),
                           QStringLiteral("%1: %2").arg(name, applied.error().message));
        return {};
    }

    Result<void> readFunctions(const toml::node &node)
    {
        const toml::table *table = node.as_table();
        if (!table)
            return errorAt(node.source(),
                           QStringLiteral("Functions are a table: [push.functions]."));
        for (const auto &[key, value] : *table) {
            const QString name = toQString(key.str());
            QString url;
            if (Result<void> taken = takeText(name, value, url); !taken)
                return taken;
            if (const Result<void> checked = checkFunction(name, url); !checked)
                return errorAt(value.source(), checked.error().message);
            m_configuration.broker.push.channels.functions.insert(name, url);
        }
        return {};
    }

    /// Of settings that are read key by key: the one with which they stopped being sound.
    class Culprit
    {
    public:
        void look(const toml::key &key, const toml::node &node, const Result<void> &sound)
        {
            if (sound)
                m_node = nullptr;
            else if (!m_node)
                std::tie(m_name, m_node) = std::tuple(toQString(key.str()), &node);
        }
        /// In \a table, of which no key alone is to blame.
        [[nodiscard]] Error blame(const ConfigFile &file, const toml::table &table,
                                  const Error &error) const
        {
            return m_node ? file.errorAt(m_node->source(),
                                         QStringLiteral("%1: %2").arg(m_name, error.message))
                          : file.errorAt(table.source(), error.message);
        }

    private:
        QString m_name;
        const toml::node *m_node = nullptr;
    };

    template <typename Declared>
    static bool isAmong(const std::vector<Declared> &declared, const QString &name)
    {
        return std::ranges::find(declared, name, &Declared::name) != declared.end();
    }

    Result<void> readQueue(const toml::table &table)
    {
        DeclaredQueue queue;
        Culprit culprit;
        for (const auto &[key, node] : table) {
            if (Result<void> read = readQueueKey(queue, key, node); !read)
                return read;
            culprit.look(key, node, checkQueueSettings(queue.settings.appliedTo({})));
        }
        if (queue.name.isEmpty())
            return errorAt(table.source(), QStringLiteral("The queue has no name."));
        if (queue.settings.deadLetters && queue.settings.deadLetters->targetQueue.isEmpty())
            return errorAt(table.get(kMaxReceiveCount)->source(),
                           QStringLiteral("max_receive_count: there is no dead_letter_queue."));
        if (const toml::node *target = table.get(kDeadLetterQueue);
            target && !table.contains(kMaxReceiveCount))
            return errorAt(target->source(),
                           QStringLiteral("dead_letter_queue: there is no max_receive_count."));
        const Result<void> sound = checkQueueSettings(queue.settings.appliedTo({}));
        if (!sound)
            return culprit.blame(*this, table, sound.error());
        if (isAmong(m_configuration.broker.queues, queue.name))
            return errorAt(table.source(),
                           QStringLiteral("Queue \"%1\" is declared twice.").arg(queue.name));
        if (const toml::node *target = table.get(kDeadLetterQueue))
            m_deadLetters.insert(queue.name, target->source());
        queue.where = placeOf(table.source());
        m_configuration.broker.queues.push_back(std::move(queue));
        return {};
    }

    /// Once all queues are known, in whatever order they stand.
    [[nodiscard]] Result<void> checkDeadLetters() const
    {
        const std::vector<DeclaredQueue> &queues = m_configuration.broker.queues;
        for (const DeclaredQueue &queue : queues) {
            const Result<void> fits = checkDeclaredTarget(queue, queues);
            if (!fits && m_deadLetters.contains(queue.name))
                return errorAt(m_deadLetters.value(queue.name),
                               QStringLiteral("%1: %2").arg(QLatin1String(kDeadLetterQueue),
                                                            fits.error().message));
        }
        return {};
    }

    Result<void> readQueueKey(DeclaredQueue &queue, const toml::key &key, const toml::node &node)
    {
        const QString name = toQString(key.str());
        QueueSettingsPatch &patch = queue.settings;
        if (name == QLatin1String(kName)) {
            if (Result<void> taken = takeText(name, node, queue.name); !taken)
                return taken;
            if (const Result<void> sound = checkQueueName(queue.name); !sound)
                return errorAt(node.source(), sound.error().message);
            return {};
        }
        if (name == QLatin1String("logging_enabled"))
            return takeBoolean(name, node, patch.loggingEnabled);
        if (name == QLatin1String("maximum_message_size"))
            return takeNumber(name, node, patch.maximumMessageSizeBytes);
        if (name == QLatin1String("delay_seconds"))
            return takeSeconds(name, node, patch.delay);
        if (name == QLatin1String("message_retention_period"))
            return takeSeconds(name, node, patch.retention);
        if (name == QLatin1String("visibility_timeout"))
            return takeSeconds(name, node, patch.visibilityTimeout);
        if (name == QLatin1String("polling_wait_seconds"))
            return takeSeconds(name, node, patch.pollingWait);
        if (name == QLatin1String("type"))
            return takeWord(name, node, patch.type, queueTypeFromWire);
        if (name == QLatin1String(kDeadLetterQueue))
            return takeText(name, node, deadLettersOf(patch).targetQueue);
        if (name == QLatin1String(kMaxReceiveCount))
            return takeNumber(name, node, deadLettersOf(patch).maxReceiveCount);
        return errorAt(key.source(), QStringLiteral("Unknown key \"%1\" of a queue.").arg(name));
    }

    static DeadLetterPolicy &deadLettersOf(QueueSettingsPatch &patch)
    {
        // A count that is sound, so that a queue alone is not to blame for it.
        return patch.deadLetters
            ? *patch.deadLetters
            : patch.deadLetters.emplace(DeadLetterPolicy{{}, Limits::kMinMaxReceiveCount});
    }

    // --- Topics ---

    Result<void> readTopic(const toml::table &table)
    {
        DeclaredTopic topic;
        Culprit culprit;
        for (const auto &[key, node] : table) {
            const QString name = toQString(key.str());
            Result<void> read;
            if (name == QLatin1String(kName))
                read = takeText(name, node, topic.name);
            else if (name == QLatin1String("maximum_message_size"))
                read = takeNumber(name, node, topic.settings.maximumMessageSizeBytes);
            else if (name == QLatin1String("logging_enabled"))
                read = takeBoolean(name, node, topic.settings.loggingEnabled);
            else if (name == QLatin1String("type"))
                read = takeWord(name, node, topic.settings.type, queueTypeFromWire);
            else if (name == QLatin1String("subscription"))
                read = readTables(
                    node, QStringLiteral("Subscriptions are declared as [[topic.subscription]]."),
                    [&](const toml::table &inner) { return readSubscription(topic, inner); });
            else
                read = errorAt(key.source(),
                               QStringLiteral("Unknown key \"%1\" of a topic.").arg(name));
            if (!read)
                return read;
            culprit.look(key, node, checkTopicSettings(topic.settings.appliedTo({})));
        }
        if (topic.name.isEmpty())
            return errorAt(table.source(), QStringLiteral("The topic has no name."));
        if (const Result<void> sound = checkTopicName(topic.name); !sound)
            return errorAt(table.get(kName)->source(), sound.error().message);
        if (const Result<void> sound = checkTopicSettings(topic.settings.appliedTo({})); !sound)
            return culprit.blame(*this, table, sound.error());
        if (isAmong(m_configuration.broker.topics, topic.name))
            return errorAt(table.source(),
                           QStringLiteral("Topic \"%1\" is declared twice.").arg(topic.name));
        topic.where = placeOf(table.source());
        m_configuration.broker.topics.push_back(std::move(topic));
        return {};
    }

    Result<void> readSubscription(DeclaredTopic &topic, const toml::table &table)
    {
        DeclaredSubscription subscription;
        SubscriptionSettings sound;
        sound.endpoint = QStringLiteral("http://localhost/");
        Culprit culprit;
        for (const auto &[key, node] : table) {
            if (Result<void> read = readSubscriptionKey(subscription, key, node); !read)
                return read;
            culprit.look(key, node,
                         checkSubscriptionSettings(subscription.settings.appliedTo(sound)));
        }
        if (subscription.name.isEmpty())
            return errorAt(table.source(), QStringLiteral("The subscription has no name."));
        if (const Result<void> checked = checkSubscriptionName(subscription.name); !checked)
            return errorAt(table.get(kName)->source(), checked.error().message);
        if (const Result<void> checked =
                checkSubscriptionSettings(subscription.settings.appliedTo({}));
            !checked)
            return culprit.blame(*this, table, checked.error());
        if (isAmong(topic.subscriptions, subscription.name))
            return errorAt(table.source(),
                           QStringLiteral("Subscription \"%1\" of its topic is declared twice.")
                               .arg(subscription.name));
        subscription.where = placeOf(table.source());
        topic.subscriptions.push_back(std::move(subscription));
        return {};
    }

    Result<void> readSubscriptionKey(DeclaredSubscription &subscription, const toml::key &key,
                                     const toml::node &node)
    {
        const QString name = toQString(key.str());
        SubscriptionPatch &patch = subscription.settings;
        if (name == QLatin1String(kName))
            return takeText(name, node, subscription.name);
        if (name == QLatin1String("endpoint"))
            return takeText(name, node, patch.endpoint);
        if (name == QLatin1String("filter_tag"))
            return takeText(name, node, patch.filterTag);
        if (name == QLatin1String(kDeadLetterQueue))
            return takeText(name, node, patch.deadLetterQueue);
        if (name == QLatin1String("max_pushes_per_second"))
            return takeNumber(name, node, patch.maxPushesPerSecond);
        if (name == QLatin1String("notify_strategy"))
            return takeWord(name, node, patch.strategy, notifyStrategyFromWire);
        if (name == QLatin1String("notify_content_format"))
            return takeWord(name, node, patch.format, notifyContentFormatFromWire);
        return errorAt(key.source(),
                       QStringLiteral("Unknown key \"%1\" of a subscription.").arg(name));
    }

    Configuration &m_configuration;
    QHash<QString, toml::source_region> m_deadLetters; ///< Where queues, by name, name theirs.
};

} // namespace

Result<void> applyConfigFile(Configuration &configuration, const QString &path)
{
    return ConfigFile(configuration, path).read();
}

} // namespace Signalbox
