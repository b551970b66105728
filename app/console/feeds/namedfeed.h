// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/adminclient.h"
#include "console/feeds/feed.h"

#include <optional>

namespace Signalbox {

/// What a NamedFeed asks for a \a Value, and how often.
template <typename Value>
struct NamedQuestion;

/// Asks about one queue or topic while somebody looks, and keeps the last answer.
template <typename Value>
class NamedFeed final : public Feed
{
public:
    NamedFeed(AdminClient &client, const QString &name, QObject *parent = nullptr)
        : Feed(NamedQuestion<Value>::kInterval, parent)
        , m_client(client)
        , m_name(name)
    {
    }

    /// Absent before the first one.
    [[nodiscard]] const std::optional<Value> &answer() const { return m_answer; }

protected:
    void ask() override
    {
        whenDone((m_client.*NamedQuestion<Value>::kAsk)(m_name), [this](const Value &answer) {
            m_answer = answer;
            answered();
        });
    }

private:
    AdminClient &m_client;
    const QString m_name;
    std::optional<Value> m_answer;
};

template <>
struct NamedQuestion<Admin::QueueHistory>
{
    static constexpr auto kAsk = &AdminClient::queueMetrics;
    static constexpr std::chrono::seconds kInterval{1};
};
/// What one queue did in the last minute and the last hour.
using QueueHistoryFeed = NamedFeed<Admin::QueueHistory>;

template <>
struct NamedQuestion<Admin::TopicHistory>
{
    static constexpr auto kAsk = &AdminClient::topicMetrics;
    static constexpr std::chrono::seconds kInterval{1};
};
/// What one topic and its subscriptions did in the last minute and the last hour.
using TopicHistoryFeed = NamedFeed<Admin::TopicHistory>;

template <>
struct NamedQuestion<Admin::ReceiverList>
{
    static constexpr auto kAsk = &AdminClient::receivers;
    static constexpr std::chrono::seconds kInterval{2};
};
/// Who receives from one queue.
using ReceiverFeed = NamedFeed<Admin::ReceiverList>;

} // namespace Signalbox
