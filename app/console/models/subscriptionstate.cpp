// SPDX-License-Identifier: GPL-3.0-only
#include "console/models/subscriptionstate.h"

#include "protocol/pushendpoint.h"
#include "widgets/format.h"

#include <QCoreApplication>
#include <QMap>
#include <QStringList>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

class StateTexts
{
    Q_DECLARE_TR_FUNCTIONS(SubscriptionState)
};

constexpr double kHealthyShare = 0.9;

std::optional<double> share(qint64 arrived, qint64 failed)
{
    if (arrived + failed == 0)
        return std::nullopt;
    return double(arrived) / double(arrived + failed);
}

bool staysHere(const QString &channel)
{
    return channel != "http"_L1 && channel != "queue"_L1;
}

} // namespace

SubscriptionState subscriptionState(const Admin::Subscription &subscription)
{
    if (subscription.isPaused)
        return SubscriptionState::Paused;
    if (!subscription.lastError.isEmpty()) {
        const auto lately = share(subscription.deliveredLast10Min, subscription.failedLast10Min);
        return lately.value_or(0) < kHealthyShare ? SubscriptionState::Failing
                                                  : SubscriptionState::Retrying;
    }
    return subscription.deliveredLastHour > 0 ? SubscriptionState::Delivering
                                              : SubscriptionState::Quiet;
}

StateBadge subscriptionBadge(const Admin::Subscription &subscription)
{
    switch (subscriptionState(subscription)) {
    case SubscriptionState::Paused:
        return {Tone::Neutral, u"circle-pause"_s, StateTexts::tr("Paused")};
    case SubscriptionState::Failing:
        return {Tone::Danger, u"octagon-x"_s, StateTexts::tr("Failing")};
    case SubscriptionState::Retrying:
        return {Tone::Warn, u"triangle-alert"_s, StateTexts::tr("Retrying")};
    case SubscriptionState::Quiet:
        //: Nothing was tried for an hour.
        return {Tone::Neutral, u"circle-dashed"_s, StateTexts::tr("Quiet")};
    case SubscriptionState::Delivering:
        break;
    }
    if (staysHere(subscription.channel))
        //: Kept in the outbox instead of leaving.
        return {Tone::Info, u"mail"_s, StateTexts::tr("Caught")};
    if (subscription.channel == "queue"_L1)
        //: A queue has the messages.
        return {Tone::Ok, u"circle-check"_s, StateTexts::tr("Stored")};
    //: A server took the pushes.
    return {Tone::Ok, u"circle-check"_s, StateTexts::tr("Accepted")};
}

std::optional<double> successOf(const Admin::Subscription &subscription)
{
    return share(subscription.deliveredLastHour, subscription.failedLastHour);
}

int failingCount(const Admin::Topic &topic)
{
    return int(
        std::ranges::count(topic.subscriptions, SubscriptionState::Failing, subscriptionState));
}

TopicState topicState(const Admin::Topic &topic)
{
    if (failingCount(topic) > 0)
        return TopicState::Failing;
    if (topic.subscriptions.isEmpty())
        return TopicState::NoSubscriptions;
    return topic.publishedLastHour > 0 ? TopicState::Delivering : TopicState::Quiet;
}

StateBadge topicBadge(const Admin::Topic &topic)
{
    switch (topicState(topic)) {
    case TopicState::Failing:
        //: %Ln subscriptions are failing.
        return {Tone::Warn, u"triangle-alert"_s,
                StateTexts::tr("%Ln failing", nullptr, failingCount(topic))};
    case TopicState::NoSubscriptions:
        return {Tone::Neutral, u"circle-dashed"_s, StateTexts::tr("No subscribers")};
    case TopicState::Delivering:
        return {Tone::Ok, u"circle-check"_s, StateTexts::tr("Delivering")};
    case TopicState::Quiet:
        break;
    }
    return {Tone::Neutral, u"circle-dashed"_s, StateTexts::tr("Quiet")};
}

std::optional<double> successOf(const Admin::Topic &topic)
{
    qint64 arrived = 0;
    qint64 failed = 0;
    for (const Admin::Subscription &subscription : topic.subscriptions) {
        arrived += subscription.deliveredLastHour;
        failed += subscription.failedLastHour;
    }
    return share(arrived, failed);
}

QString channelIcon(const QString &channel)
{
    static const QMap<QString, QString> icons{
        {u"http"_s, u"globe"_s},         {u"queue"_s, u"inbox"_s},     {u"mail"_s, u"mail"_s},
        {u"sms"_s, u"message-square"_s}, {u"function"_s, u"braces"_s}, {u"eventBus"_s, u"zap"_s},
        {u"mobilePush"_s, u"bell"_s}};
    return icons.value(channel, u"circle-help"_s);
}

QString channelName(const QString &channel)
{
    static const std::array<std::pair<QLatin1StringView, const char *>, 7> names{
        {{"http"_L1, QT_TRANSLATE_NOOP("SubscriptionState", "HTTP")},
         {"queue"_L1, QT_TRANSLATE_NOOP("SubscriptionState", "queue")},
         {"mail"_L1, QT_TRANSLATE_NOOP("SubscriptionState", "mail")},
         {"sms"_L1, QT_TRANSLATE_NOOP("SubscriptionState", "SMS")},
         {"function"_L1, QT_TRANSLATE_NOOP("SubscriptionState", "function")},
         {"eventBus"_L1, QT_TRANSLATE_NOOP("SubscriptionState", "event bus")},
         {"mobilePush"_L1, QT_TRANSLATE_NOOP("SubscriptionState", "mobile push")}}};
    for (const auto &[name, text] : names) {
        if (channel == name)
            return StateTexts::tr(text);
    }
    return channel;
}

QString endpointText(const QString &endpoint)
{
    const Result<PushEndpoint> parsed = parsePushEndpoint(endpoint);
    if (!parsed)
        return endpoint;
    if (parsed->channel == PushChannel::Http)
        return endpoint.startsWith("http://"_L1, Qt::CaseInsensitive) ? endpoint.sliced(7)
                                                                      : endpoint;
    //: The recipient stands in each message.
    return parsed->target.isEmpty() ? StateTexts::tr("named by each message") : parsed->target;
}

QString tookText(double durationMs)
{
    if (durationMs <= 0)
        return Format::unknown();
    return Format::milliseconds(std::chrono::milliseconds(std::llround(durationMs)));
}

QString targetsText(const Admin::Topic &topic)
{
    QList<std::pair<QString, int>> channels; // in the order of their first subscription
    for (const Admin::Subscription &subscription : topic.subscriptions) {
        const auto there =
            std::ranges::find(channels, subscription.channel, &std::pair<QString, int>::first);
        if (there == channels.end())
            channels.append({subscription.channel, 1});
        else
            ++there->second;
    }
    QStringList texts;
    for (const auto &[channel, count] : channels) {
        //: %1 is a kind of endpoint, of which there are %2.
        texts.append(count == 1 ? channelName(channel)
                                : StateTexts::tr("%1 ×%2").arg(channelName(channel)).arg(count));
    }
    //: Between the parts of an enumeration.
    return texts.isEmpty() ? StateTexts::tr("no subscriptions") : texts.join(StateTexts::tr(", "));
}

} // namespace Signalbox
