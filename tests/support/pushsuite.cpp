// SPDX-License-Identifier: GPL-3.0-only
#include "pushsuite.h"

#include <QJsonArray>
#include <QTest>

namespace Signalbox::Test {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 20'000;

QList<QJsonObject> objects(const QJsonValue &array)
{
    QList<QJsonObject> list;
    for (const QJsonValue &value : array.toArray())
        list.append(value.toObject());
    return list;
}

} // namespace

PushSuite::PushSuite() = default;

PushSuite::~PushSuite() = default;

void PushSuite::init()
{
    m_receiver = std::make_unique<PushReceiver>();
    startBroker({});
}

void PushSuite::cleanup()
{
    m_client.reset();
    m_broker.reset();
    m_receiver.reset();
}

void PushSuite::startBroker(const RunningBroker::Configure &configure)
{
    m_client.reset();
    m_broker = std::make_unique<RunningBroker>(configure);
    m_client = std::make_unique<SignedClient>(m_broker->port());
    QCOMPARE(m_client->call("PUT", "/topics/news").status, 201);
}

void PushSuite::subscribe(const QByteArray &name, const QByteArray &endpoint,
                          const QByteArray &elements)
{
    const RawReply reply = m_client->call("PUT", "/topics/news/subscriptions/" + name,
                                          "<Subscription><Endpoint>" + endpoint + "</Endpoint>"
                                              + elements + "</Subscription>");
    QCOMPARE(reply.status, 201);
}

QByteArray PushSuite::publish(const QByteArray &body, const QByteArray &elements)
{
    const RawReply reply = m_client->call("POST", "/topics/news/messages", message(body, elements));
    return reply.status == 201 ? elementText(reply.body, "MessageId") : QByteArray();
}

QByteArray PushSuite::received(const QByteArray &queue)
{
    return m_client->call("GET", "/queues/" + queue + "/messages?waitseconds=5").body;
}

QList<QJsonObject> PushSuite::attempts(const QByteArray &query)
{
    return objects(json(m_client->admin("GET", "/attempts" + query)).value("attempts"_L1));
}

QJsonObject PushSuite::attempt(int number)
{
    const auto isThere = [&] { return attempts("?limit=1000").size() >= number; };
    return QTest::qWaitFor(isThere, kPatienceMs) ? attempts("?limit=1").first() : QJsonObject();
}

QList<QJsonObject> PushSuite::outbox(int messages)
{
    QList<QJsonObject> kept;
    const auto isThere = [&] {
        kept = objects(json(m_client->admin("GET", "/outbox")).value("messages"_L1));
        return kept.size() >= messages;
    };
    return QTest::qWaitFor(isThere, kPatienceMs) ? kept : QList<QJsonObject>();
}

QJsonObject PushSuite::deadLetterOrigin(const QByteArray &queue)
{
    QList<QJsonObject> messages;
    const auto isThere = [&] {
        messages = objects(
            json(m_client->admin("GET", "/queues/" + queue + "/messages")).value("messages"_L1));
        return !messages.isEmpty();
    };
    return QTest::qWaitFor(isThere, kPatienceMs) ? messages.last().value("deadLetter"_L1).toObject()
                                                 : QJsonObject();
}

void PushSuite::advance(qint64 ms)
{
    m_client->admin("POST", "/clock/advance", "{\"ms\":" + QByteArray::number(ms) + '}');
}

qint64 PushSuite::waiting()
{
    const QJsonArray subscriptions =
        json(m_client->admin("GET", "/topics/news")).value("subscriptions"_L1).toArray();
    const QJsonObject counts = subscriptions.first().toObject().value("waiting"_L1).toObject();
    return counts.value("ready"_L1).toInteger() + counts.value("leased"_L1).toInteger();
}

QString systemProperty(const QJsonObject &message, const QString &name)
{
    for (const QJsonObject &property : objects(message.value("systemProperties"_L1))) {
        if (property.value("name"_L1).toString() == name)
            return property.value("value"_L1).toString();
    }
    return {};
}

} // namespace Signalbox::Test
