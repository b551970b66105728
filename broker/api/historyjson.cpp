// SPDX-License-Identifier: GPL-3.0-only
#include "api/historyjson.h"

#include "api/rounding.h"

#include <QJsonArray>

namespace Signalbox::AdminJson {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kSecondMs = 1000;
constexpr qint64 kMinuteMs = 60'000;

QJsonValue millisecondsOrNull(float value)
{
    return value == BrokerSample::kNone ? QJsonValue()
                                        : QJsonValue(rounded(double(value), kThousandths));
}

QJsonValue millisecondsOrNull(std::optional<double> value)
{
    return value ? QJsonValue(rounded(*value, kThousandths)) : QJsonValue();
}

/// One array per series, oldest sample first. \a Source gives the samples by age.
template <typename SampleAt>
QJsonArray series(int size, SampleAt valueAt)
{
    QJsonArray values;
    for (int age = size - 1; age >= 0; --age)
        values.append(valueAt(age));
    return values;
}

template <typename SampleAt>
QJsonObject queueSamples(qint64 intervalMs, int size, SampleAt sampleAt)
{
    const auto of = [&](quint32 QueueSample::*member) {
        return series(size, [&](int age) { return QJsonValue(qint64(sampleAt(age).*member)); });
    };
    const auto wait = [&](WaitPercentiles QueueSample::*waits, quint8 WaitPercentiles::*share) {
        return series(size, [&](int age) {
            return millisecondsOrNull(LatencyHistogram::bucketMs(sampleAt(age).*waits.*share));
        });
    };
    const QJsonArray receives = series(size, [&](int age) {
        const QueueSample sample = sampleAt(age);
        return sample.departed == 0
            ? QJsonValue()
            : QJsonValue(rounded(double(sample.receives) / sample.departed, kHundredths));
    });
    return {{u"intervalMs"_s, intervalMs},
            {u"toReceiveP50Ms"_s, wait(&QueueSample::toReceive, &WaitPercentiles::p50)},
            {u"toReceiveP95Ms"_s, wait(&QueueSample::toReceive, &WaitPercentiles::p95)},
            {u"toReceiveP99Ms"_s, wait(&QueueSample::toReceive, &WaitPercentiles::p99)},
            {u"toDeleteP50Ms"_s, wait(&QueueSample::toDelete, &WaitPercentiles::p50)},
            {u"toDeleteP95Ms"_s, wait(&QueueSample::toDelete, &WaitPercentiles::p95)},
            {u"toDeleteP99Ms"_s, wait(&QueueSample::toDelete, &WaitPercentiles::p99)},
            {u"receivesPerDeleted"_s, receives},
            {u"sent"_s, of(&QueueSample::sent)},
            {u"received"_s, of(&QueueSample::received)},
            {u"deleted"_s, of(&QueueSample::deleted)},
            {u"ready"_s, of(&QueueSample::ready)},
            {u"leased"_s, of(&QueueSample::leased)},
            {u"delayed"_s, of(&QueueSample::delayed)}};
}

QJsonArray counts(const SampleRing<quint32, HourlyHistory<quint32>::kSize> &ring)
{
    return series(ring.kSize, [&](int age) { return QJsonValue(qint64(ring.newest(age))); });
}

QJsonArray times(const SampleRing<quint8, HourlyHistory<quint8>::kSize> &ring)
{
    return series(ring.kSize, [&](int age) {
        return millisecondsOrNull(LatencyHistogram::bucketMs(ring.newest(age)));
    });
}

/// One \a part of the histories of a topic: its seconds or its minutes.
template <typename Part>
QJsonObject topicSamples(const TopicRegistry::Topic &topic, const PushTraffic &traffic,
                         qint64 intervalMs, Part part)
{
    QJsonArray subscriptions;
    for (const auto &[name, subscription] : topic.subscriptions) {
        const SubscriptionTraffic &of = traffic.subscription(subscription.row.id);
        subscriptions.append(QJsonObject{{u"name"_s, name},
                                         {u"delivered"_s, counts(part(of.delivered.history()))},
                                         {u"failed"_s, counts(part(of.failed.history()))},
                                         {u"waiting"_s, counts(part(of.waiting.history()))},
                                         {u"tookP95Ms"_s, times(part(of.took.history()))}});
    }
    return {{u"intervalMs"_s, intervalMs},
            {u"published"_s, counts(part(traffic.topic(topic.row.id).history()))},
            {u"subscriptions"_s, subscriptions}};
}

} // namespace

QJsonObject brokerHistory(const BrokerMetrics &metrics, int seconds)
{
    const auto &history = metrics.history();
    const auto of = [&](auto valueOf) {
        return series(seconds, [&](int age) {
            const BrokerSample &sample = history.newest(age);
            return sample.present ? QJsonValue(valueOf(sample)) : QJsonValue();
        });
    };
    const QJsonObject all{
        {u"sent"_s, of([](const BrokerSample &s) { return qint64(s.sent); })},
        {u"received"_s, of([](const BrokerSample &s) { return qint64(s.received); })},
        {u"deleted"_s, of([](const BrokerSample &s) { return qint64(s.deleted); })},
        {u"requests"_s, of([](const BrokerSample &s) { return qint64(s.requests); })},
        {u"errors"_s, of([](const BrokerSample &s) { return qint64(s.errors); })},
        {u"published"_s, of([](const BrokerSample &s) { return qint64(s.published); })},
        {u"pushed"_s, of([](const BrokerSample &s) { return qint64(s.pushed); })},
        {u"pushFailed"_s, of([](const BrokerSample &s) { return qint64(s.pushFailed); })},
        {u"pushRetried"_s, of([](const BrokerSample &s) { return qint64(s.pushRetried); })},
        {u"ready"_s, of([](const BrokerSample &s) { return s.ready; })},
        {u"leased"_s, of([](const BrokerSample &s) { return s.leased; })},
        {u"delayed"_s, of([](const BrokerSample &s) { return s.delayed; })},
        {u"commitP50Ms"_s,
         of([](const BrokerSample &s) { return millisecondsOrNull(s.commitP50Ms); })},
        {u"commitP95Ms"_s,
         of([](const BrokerSample &s) { return millisecondsOrNull(s.commitP95Ms); })},
        {u"commitP99Ms"_s,
         of([](const BrokerSample &s) { return millisecondsOrNull(s.commitP99Ms); })}};
    return {{u"endMs"_s, metrics.historyEndMs()}, {u"intervalMs"_s, kSecondMs}, {u"series"_s, all}};
}

QJsonObject queueHistory(const BrokerMetrics &metrics, const Engine::QueueView &view, qint64 nowMs)
{
    const QueueTraffic *traffic = metrics.queue(view.id);
    const std::chrono::milliseconds age(nowMs - view.createdAtMs);
    QueueSample flat; // of a queue without traffic for an hour
    flat.ready = quint32(view.attributes.counts.ready);
    flat.leased = quint32(view.attributes.counts.leased);
    flat.delayed = quint32(view.attributes.counts.delayed);
    const auto second = [&](int ago) {
        if (traffic)
            return traffic->second(ago, age);
        return std::chrono::seconds(ago) < age ? flat : QueueSample{};
    };
    const auto minute = [&](int ago) {
        if (traffic)
            return traffic->minute(ago, age);
        return std::chrono::minutes(ago) < age ? flat : QueueSample{};
    };
    return {{u"endMs"_s, metrics.historyEndMs()},
            {u"seconds"_s, queueSamples(kSecondMs, QueueTraffic::kSeconds, second)},
            {u"minutes"_s, queueSamples(kMinuteMs, QueueTraffic::kMinutes, minute)}};
}

QJsonObject topicHistory(const BrokerMetrics &metrics, const TopicRegistry::Topic &topic)
{
    const auto seconds = [](const auto &history) -> const auto &
    {
        return history.seconds;
    };
    const auto minutes = [](const auto &history) -> const auto &
    {
        return history.minutes;
    };
    return {{u"endMs"_s, metrics.historyEndMs()},
            {u"seconds"_s, topicSamples(topic, metrics.pushes(), kSecondMs, seconds)},
            {u"minutes"_s, topicSamples(topic, metrics.pushes(), kMinuteMs, minutes)}};
}

} // namespace Signalbox::AdminJson
