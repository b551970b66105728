// SPDX-License-Identifier: GPL-3.0-only
#include "bench/topicbench.h"

#include "bench/benchrun.h"
#include "bench/signingrate.h"
#include "protocol/pushendpoint.h"
#include "protocol/pushsignature.h"

#include <QHostAddress>

namespace Signalbox::Ctl {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Clock = std::chrono::steady_clock;

constexpr auto kLook = 20ms; ///< Between looks at the queues.
constexpr qint64 kAhead = 2'000; ///< Deliveries that wait while there is more to publish.
constexpr qint64 kForHanging = 32; ///< Messages for each hanging endpoint: more than it can try.
constexpr int kServiceKeyBits = 2048; ///< Of an endpoint that does not show its certificate.

void add(PhaseResult &sum, PhaseResult &&part)
{
    sum.calls += part.calls;
    sum.messages += part.messages;
    sum.errors += part.errors;
    sum.latenciesUs.insert(sum.latenciesUs.end(), part.latenciesUs.begin(), part.latenciesUs.end());
}

double perSecond(qint64 count, Clock::duration elapsed)
{
    const double seconds = std::chrono::duration<double>(elapsed).count();
    return seconds > 0 ? double(count) / seconds : 0;
}

/// Nothing without both, since a ratio to nothing says nothing.
std::optional<double> ratio(double value, double to)
{
    return value > 0 && to > 0 ? std::optional(value / to) : std::nullopt;
}

} // namespace

TopicBench::TopicBench(Session &session, TopicBenchOptions options)
    : m_session(session)
    , m_options(std::move(options))
    , m_resources(session)
{
}

Result<std::vector<TopicBenchRow>> TopicBench::run()
{
    m_durability = durabilityOf(m_session);
    Result<std::unique_ptr<LoadGenerator>> generator =
        LoadGenerator::open(m_session.mns().endpoint(), std::size_t(m_options.connections));
    if (!generator)
        return generator.error();
    m_generator = *std::move(generator);
    for (const TopicPhase phase : m_options.phases) {
        if (Result<void> done = runPhase(phase); !done)
            return done.error();
    }
    return m_rows;
}

Result<void> TopicBench::runPhase(TopicPhase phase)
{
    switch (phase) {
    case TopicPhase::Queues:
        break;
    case TopicPhase::Push:
        if (Result<void> done = measureSignatures(); !done)
            return done;
        return measurePush();
    case TopicPhase::Hanging:
        return measureBesideHanging();
    }
    if (Result<void> done = measureSend(); !done)
        return done;
    for (const int subscriptions : m_options.subscriptions) {
        if (Result<void> done = measureQueues(subscriptions); !done)
            return done;
    }
    return {};
}

Result<void> TopicBench::measureSend()
{
    const Result<QString> queue = m_resources.makeQueue();
    if (!queue)
        return queue.error();
    SendWorkload send(*queue, m_options.bodyBytes, 1);
    PhaseResult calls = m_generator->run(send, {m_options.duration, m_options.messages, 1});
    TopicBenchRow sent = row(u"SendMessage"_s, calls);
    m_sendsPerS = sent.ratePerS = calls.messagesPerS();
    m_rows.push_back(sent);
    return {};
}

Result<void> TopicBench::measureQueues(int subscriptions)
{
    const Result<QString> topic = m_resources.makeTopic();
    if (!topic)
        return topic.error();
    QStringList queues;
    for (int i = 0; i < subscriptions; ++i) {
        const Result<QString> queue = m_resources.makeQueue();
        if (!queue)
            return queue.error();
        queues.append(*queue);
        if (Result<void> done = subscribe(*topic, i, queueEndpoint(m_options.account, *queue));
            !done)
            return done;
    }

    PublishWorkload publish(*topic, m_options.bodyBytes);
    const Clock::time_point begin = Clock::now();
    PhaseResult calls = m_generator->run(publish, {m_options.duration, m_options.messages, 1});
    const qint64 promised = calls.messages * subscriptions;
    Clock::duration elapsed = calls.elapsed;
    Result<qint64> arrived = countMessages(queues);
    while (arrived && *arrived < promised
           && Clock::now() - begin < m_options.deliveryLimit + elapsed) {
        std::this_thread::sleep_for(kLook);
        arrived = countMessages(queues);
        elapsed = Clock::now() - begin;
    }
    if (!arrived)
        return arrived.error();

    TopicBenchRow published = row(u"PublishToQueues"_s, calls);
    published.subscriptions = subscriptions;
    published.publishesPerS = calls.messagesPerS();
    published.ratePerS = perSecond(std::min(*arrived, promised), elapsed);
    published.ratio = ratio(m_sendsPerS, published.ratePerS);
    published.ratioTo = u"SendMessage"_s;
    published.lost = std::max<qint64>(promised - *arrived, 0);
    m_rows.push_back(published);
    return m_resources.removeTopic(*topic);
}

Result<void> TopicBench::measureSignatures()
{
    FetchWorkload certificate{QByteArray(kPushCertificatePath)};
    static_cast<void>(m_generator->run(certificate, {m_options.duration, 1, 1}));
    m_keyBits = rsaKeyBits(certificate.fetched()).value_or(kServiceKeyBits);
    const Result<SigningRate> rate = measureSigning(*m_keyBits, m_options.duration);
    if (!rate)
        return rate.error();
    TopicBenchRow measured;
    measured.operation = u"Signature"_s;
    measured.connections = rate->threads;
    measured.keyBits = m_keyBits;
    measured.durability = m_durability;
    m_signaturesPerS = measured.ratePerS = rate->perS;
    m_rows.push_back(measured);
    return {};
}

Result<void> TopicBench::measurePush()
{
    Result<TopicBenchRow> pushed = push(u"PushOverHttp"_s);
    if (!pushed)
        return pushed.error();
    m_pushesPerS = pushed->ratePerS;
    pushed->ratio = ratio(pushed->ratePerS, m_signaturesPerS);
    pushed->ratioTo = u"Signature"_s;
    m_rows.push_back(*pushed);
    return {};
}

Result<void> TopicBench::measureBesideHanging()
{
    const Result<QString> topic = m_resources.makeTopic();
    if (!topic)
        return topic.error();
    std::vector<Socket> endpoints;
    for (int i = 0; i < m_options.hanging; ++i) {
        Result<Socket> endpoint = Socket::listenOn(QHostAddress(QHostAddress::LocalHost));
        if (!endpoint)
            return endpoint.error();
        const QString url = u"http://127.0.0.1:%1/"_s.arg(endpoint->localPort());
        endpoints.push_back(*std::move(endpoint));
        if (Result<void> done = subscribe(*topic, i, url); !done)
            return done;
    }
    PublishWorkload publish(*topic, m_options.bodyBytes);
    static_cast<void>(m_generator->run(publish, {m_options.duration, kForHanging, 1}));

    Result<TopicBenchRow> pushed = push(u"PushBesideHanging"_s);
    if (!pushed)
        return pushed.error();
    pushed->hanging = m_options.hanging;
    pushed->ratio = ratio(pushed->ratePerS, m_pushesPerS);
    pushed->ratioTo = u"PushOverHttp"_s;
    m_rows.push_back(*pushed);
    return m_resources.removeTopic(*topic);
}

Result<TopicBenchRow> TopicBench::push(const QString &operation)
{
    const Result<std::unique_ptr<PushReceiver>> receiver = PushReceiver::start();
    if (!receiver)
        return receiver.error();
    const Result<QString> topic = m_resources.makeTopic();
    if (!topic)
        return topic.error();
    for (int i = 0; i < m_options.endpoints; ++i) {
        if (Result<void> done = subscribe(*topic, i, (*receiver)->url(i)); !done)
            return done.error();
    }

    PublishWorkload publish(*topic, m_options.bodyBytes);
    PhaseResult calls;
    const Clock::time_point begin = Clock::now();
    Clock::duration elapsed{0};
    const qint64 ahead = std::max(kAhead / m_options.endpoints, qint64(1));
    for (bool mayPublish = true; mayPublish;) {
        const qint64 left = m_options.messages.value_or(calls.calls + ahead) - calls.calls;
        add(calls, m_generator->run(publish, {m_options.duration, std::min(ahead, left), 1}));
        const qint64 low = (calls.messages - ahead) * m_options.endpoints;
        const bool keepsUp = (*receiver)->waitFor(low, m_options.deliveryLimit);
        elapsed = Clock::now() - begin;
        mayPublish = keepsUp && calls.errors == 0 && elapsed < m_options.duration
            && (!m_options.messages || calls.calls < *m_options.messages);
    }
    const qint64 promised = calls.messages * m_options.endpoints;
    static_cast<void>((*receiver)->waitFor(promised, m_options.deliveryLimit));
    elapsed = Clock::now() - begin;
    const qint64 arrived = std::min((*receiver)->received(), promised);

    TopicBenchRow pushed = row(operation, calls);
    pushed.subscriptions = m_options.endpoints;
    pushed.keyBits = m_keyBits;
    pushed.publishesPerS = perSecond(calls.messages, elapsed);
    pushed.ratePerS = perSecond(arrived, elapsed);
    pushed.lost = promised - arrived;
    if (Result<void> removed = m_resources.removeTopic(*topic); !removed)
        return removed.error();
    return pushed;
}

Result<void> TopicBench::subscribe(const QString &topic, int number, const QString &endpoint)
{
    SubscriptionPatch settings;
    settings.endpoint = endpoint;
    settings.format = m_options.format;
    const auto created =
        m_session.wait(m_session.mns().subscribe(topic, u"s%1"_s.arg(number), settings));
    if (!created)
        return created.error();
    return {};
}

Result<qint64> TopicBench::countMessages(const QStringList &queues)
{
    qint64 messages = 0;
    for (const QString &queue : queues) {
        const Result<QueueAttributes> attributes =
            m_session.wait(m_session.mns().queueAttributes(queue));
        if (!attributes)
            return attributes.error();
        messages += attributes->counts.total();
    }
    return messages;
}

TopicBenchRow TopicBench::row(const QString &operation, PhaseResult &calls) const
{
    TopicBenchRow row;
    row.operation = operation;
    row.connections = m_options.connections;
    row.bodyBytes = m_options.bodyBytes;
    row.durability = m_durability;
    row.p50Ms = calls.percentileMs(0.50);
    row.p95Ms = calls.percentileMs(0.95);
    row.p99Ms = calls.percentileMs(0.99);
    row.errors = calls.errors;
    return row;
}

} // namespace Signalbox::Ctl
