// SPDX-License-Identifier: GPL-3.0-only
#include "demotopics.h"

#include "consoleharness.h"
#include "protocol/pushendpoint.h"

namespace Signalbox {

using namespace Qt::StringLiterals;

DemoTopics::DemoTopics(const Endpoint &endpoint)
    : m_client(endpoint)
{
    m_refusing.behave(Test::PushReceiver::Manner::Answer, 503);
}

bool DemoTopics::subscribe(const QString &topic, const QString &name, const QString &endpoint,
                           const QString &tag)
{
    SubscriptionPatch patch;
    patch.endpoint = endpoint;
    patch.format = NotifyContentFormat::Simplified;
    if (!tag.isEmpty())
        patch.filterTag = tag;
    return ConsoleHarness::succeeded(m_client.subscribe(topic, name, patch));
}

bool DemoTopics::publish(const QString &topic, const QByteArray &body, const QString &tag,
                         const QList<MessageAttribute> &attributes)
{
    PublishedMessage message;
    message.content.body = body;
    message.tag = tag;
    message.attributes = attributes;
    return ConsoleHarness::succeeded(m_client.publish(topic, message));
}

bool DemoTopics::build()
{
    const QString account = u"1000000000000000"_s;
    const QString accepting = QString::fromLatin1(m_answering.url("/notify"));
    const QString refusing = QString::fromLatin1(m_refusing.url("/notify"));
    for (const char *topic : {"billing-notices", "inventory-changes", "media-events",
                              "parking-events", "price-updates", "store-purchases"}) {
        if (!ConsoleHarness::succeeded(m_client.createTopic(QString::fromLatin1(topic))))
            return false;
    }
    bool ok = subscribe(u"parking-events"_s, u"gate-a"_s, accepting, u"entry"_s)
        && subscribe(u"parking-events"_s, u"gate-c"_s, refusing, u"entry"_s)
        && subscribe(u"parking-events"_s, u"ledger"_s, queueEndpoint(account, u"parking-entry"_s))
        && subscribe(u"parking-events"_s, u"sms-duty"_s, u"sms:directsms:13900000000"_s, u"alarm"_s)
        && subscribe(u"billing-notices"_s, u"archive"_s,
                     queueEndpoint(account, u"invoice-archive"_s))
        && subscribe(u"billing-notices"_s, u"finance-mail"_s, u"mail:directmail:ops@example.com"_s)
        && subscribe(u"inventory-changes"_s, u"shop"_s, accepting)
        && subscribe(u"inventory-changes"_s, u"sync"_s,
                     queueEndpoint(account, u"inventory-sync"_s));
    for (int i = 1; i <= 8; ++i)
        ok = ok && subscribe(u"price-updates"_s, u"store-%1"_s.arg(i), accepting);
    for (int i = 0; i < 14; ++i) {
        ok = ok
            && publish(u"parking-events"_s,
                       R"({"gate": "C", "plate": "浙A·8K21F", "lane": )"
                           + QByteArray::number(1 + i % 3) + '}',
                       u"entry"_s)
            && publish(u"inventory-changes"_s, R"({"sku": "CAM-4K-02", "left": 12})");
    }
    return ok
        && publish(
               u"parking-events"_s, "Gate C is offline since 14:30.", u"alarm"_s,
               {{u"DirectSMS"_s,
                 uR"({"FreeSignName":"Parking","TemplateCode":"SMS_1","Type":"singleContent","SmsParams":"{}"})"_s}})
        && publish(u"price-updates"_s, R"({"sku": "SD-256", "price": 129})")
        && publish(
               u"billing-notices"_s,
               "<h2>Settlement is complete</h2><p>The settlement run of 11 March 2026 closed "
               "at 14:05.</p><table><tr><td>Orders</td><td>18,204</td></tr>"
               "<tr><td>Total</td><td>CNY 4,912,388.40</td></tr></table>",
               {},
               {{u"DirectMail"_s,
                 uR"({"AccountName":"billing@example.com","Subject":"Settlement 2026-03-11 is complete","IsHtml":1})"_s}});
}

} // namespace Signalbox
