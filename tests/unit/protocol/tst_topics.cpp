// SPDX-License-Identifier: GPL-3.0-only
#include "protocol/notification.h"
#include "protocol/pushendpoint.h"
#include "protocol/pushsignature.h"
#include "protocol/subscriptionxml.h"
#include "protocol/topicxml.h"

#include <QCryptographicHash>
#include <QTest>

using namespace Signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Notification news()
{
    Notification notification;
    notification.topicOwner = notification.subscriber = u"1234567890"_s;
    notification.topic = u"news"_s;
    notification.subscription = u"s1"_s;
    notification.messageId = "0909FF0D9C3A630C372B8A14BD2011B6";
    notification.body = "hello <b>";
    notification.bodyMd5 = "5D41402ABC4B2A76B9719D911017C592";
    notification.tag = u"important"_s;
    notification.publishedAtMs = 1449556920975;
    return notification;
}

} // namespace

/// Topics, subscriptions and what subscribers get: values, documents and signatures.
class TestTopics : public QObject
{
    Q_OBJECT

private slots:
    void endpointsAreToldApart_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<PushChannel>("channel");
        QTest::addColumn<QString>("target");
        const auto row = [](const QString &text, PushChannel channel, const QString &target) {
            QTest::addRow("%s", qPrintable(text)) << text << channel << target;
        };
        const QString url = u"http://127.0.0.1:8080/notifications?src=mns"_s;
        row(url, PushChannel::Http, url);
        row(u"https://example.com"_s, PushChannel::Http, u"https://example.com"_s);
        row(u"HTTP://example.com/a@b"_s, PushChannel::Http, u"HTTP://example.com/a@b"_s);
        row(u"acs:mns:cn-hangzhou:1234567890:queues/orders"_s, PushChannel::Queue, u"orders"_s);
        row(u"mail:directmail:a@example.com"_s, PushChannel::Mail, u"a@example.com"_s);
        row(u"smq-ep:dm:1234567890:__dynamic"_s, PushChannel::Mail, QString());
        row(u"smq-ep:dm:1234567890:a@example.com"_s, PushChannel::Mail, u"a@example.com"_s);
        row(u"sms:directsms:anonymous"_s, PushChannel::Sms, QString());
        row(u"sms:directsms:13800000000"_s, PushChannel::Sms, u"13800000000"_s);
        row(u"sms:dayu:13800000000"_s, PushChannel::Sms, u"13800000000"_s);
        row(u"smq-ep:dysms:1234567890:13800000000"_s, PushChannel::Sms, u"13800000000"_s);
        row(u"smq-ep:dysms:1234567890:__dynamic"_s, PushChannel::Sms, QString());
        row(u"acs:mns:0:127:queues/q"_s, PushChannel::Queue, u"q"_s); // as SDKs make it of an IP
        row(u"acs:mns:::queues/q"_s, PushChannel::Queue, u"q"_s);
        row(u"push:12345678"_s, PushChannel::MobilePush, u"12345678"_s);
        row(u"acs:fc:cn-hangzhou:1:services/mail/functions/send"_s, PushChannel::Function,
            u"mail/send"_s);
        row(u"acs:eventbridge:cn-hangzhou:1:eventbus/main"_s, PushChannel::EventBus, u"main"_s);
    }
    void endpointsAreToldApart()
    {
        QFETCH(QString, text);
        QFETCH(PushChannel, channel);
        QFETCH(QString, target);
        const Result<PushEndpoint> endpoint = parsePushEndpoint(text);
        QVERIFY2(endpoint.ok(), qPrintable(text));
        QCOMPARE(endpoint->channel, channel);
        QCOMPARE(endpoint->target, target);
    }

    void whatIsNoEndpointIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"",
                                 "orders",
                                 "http://",
                                 "http:///path",
                                 "ftp://example.com",
                                 "http://a b/",
                                 "http://example.com:0/",
                                 "http://user:password@example.com/",
                                 "https://user@example.com",
                                 "http://@example.com",
                                 "acs:mns:cn-hangzhou:1:/queues/orders",
                                 "acs:mns:cn-hangzhou:1:queues/",
                                 "acs:mns:cn-hangzhou:1:queues/a_b",
                                 "acs:mns:queues/orders",
                                 "acs:mns:cn-hangzhou:queues/orders",
                                 "acs:mns:a:b:c:queues/orders",
                                 "mail:directmail:__dynamic",
                                 "mail:directmail:anonymous",
                                 "smq-ep:dm:1:anonymous",
                                 "sms:directsms:__dynamic",
                                 "sms:dayu:anonymous",
                                 "sms:dayu:__dynamic",
                                 "smq-ep:dysms:1:anonymous",
                                 "smq-ep:dm:__dynamic",
                                 "mail:directmail:",
                                 "mail:directmail:nobody",
                                 "mail:direct:a@b.c",
                                 "sms:directsms:",
                                 "sms:directsms:+",
                                 "sms:directsms:12ab",
                                 "push:",
                                 "acs:fc:cn-hangzhou:1:functions/send"})
            QTest::addRow("%s", text) << QString::fromLatin1(text);
        QTest::addRow("too long") << u"http://example.com/"_s + QString(2048, u'x');
    }
    void whatIsNoEndpointIsRefused()
    {
        QFETCH(QString, text);
        const Result<PushEndpoint> endpoint = parsePushEndpoint(text);
        QVERIFY(!endpoint);
        QCOMPARE(endpoint.error().code, ErrorCode::EndpointInvalid);
    }

    void anEmptyRatePolicyIsAsNone()
    {
        const auto parsed =
            parseSubscription("<Subscription><TenantRateLimitPolicy/><DlqPolicy/></Subscription>");
        QVERIFY(parsed);
        QCOMPARE(*parsed, SubscriptionPatch());
    }

    void namesAreChecked()
    {
        QVERIFY(checkTopicName(u"news-1"_s));
        QVERIFY(checkTopicName(QString(120, u't')));
        QCOMPARE(checkTopicName(QString(121, u't')).error().code, ErrorCode::TopicNameLengthError);
        QCOMPARE(checkTopicName({}).error().code, ErrorCode::TopicNameLengthError);
        QCOMPARE(checkTopicName(u"a_b"_s).error().code, ErrorCode::TopicNameInvalid);
        QVERIFY(checkSubscriptionName(QString(255, u's')));
        QCOMPARE(checkSubscriptionName(QString(256, u's')).error().code,
                 ErrorCode::SubscriptionNameLengthError);
        QCOMPARE(checkSubscriptionName(u"-s"_s).error().code, ErrorCode::SubscriptionNameInvalid);
    }

    void aPublishIsReadWhole()
    {
        const Result<PublishedMessage> message =
            parsePublish("<Message><MessageBody>hi</MessageBody><MessageTag>red</MessageTag>"
                         "<MessageGroupId>g</MessageGroupId><MessageAttributes>"
                         "<DirectMail>{\"Subject\":\"Hi\"}</DirectMail><Pigeon><A>1</A></Pigeon>"
                         "</MessageAttributes><UserProperties><PropertyValue><Name>n</Name>"
                         "<Value>1</Value><Type>NUMBER</Type></PropertyValue></UserProperties>"
                         "</Message>");
        QVERIFY(message.ok());
        QCOMPARE(message->content.body, QByteArray("hi"));
        QCOMPARE(message->tag, u"red"_s);
        QCOMPARE(message->content.groupId, u"g"_s);
        QCOMPARE(message->attributes,
                 (QList<MessageAttribute>{{u"DirectMail"_s, u"{\"Subject\":\"Hi\"}"_s}}));
        QCOMPARE(message->content.userProperties.size(), 1);
        QVERIFY(checkPublishedMessage(*message, 65536));
        QCOMPARE(*parsePublish(writePublish(*message)), *message);
    }

    void publishesAreChecked()
    {
        QCOMPARE(parsePublish("<Message/>").error().code, ErrorCode::InvalidArgument);
        QCOMPARE(parsePublish("<Message").error().code, ErrorCode::MalformedXml);
        PublishedMessage message;
        message.content.body = "x";
        message.tag = QString(17, u't');
        QCOMPARE(checkPublishedMessage(message, 65536).error().code, ErrorCode::InvalidArgument);
        message.tag.clear();
        message.attributes = {{u"DM"_s, u"[1"_s}};
        QCOMPARE(checkPublishedMessage(message, 65536).error().code, ErrorCode::InvalidArgument);
        message.attributes.clear();
        message.content.body = QByteArray(1025, 'x');
        QCOMPARE(checkPublishedMessage(message, 1024).error().code, ErrorCode::InvalidArgument);
    }

    void tagsAreCountedInCharacters_data()
    {
        QTest::addColumn<QString>("tag");
        QTest::addColumn<bool>("fits");
        const QString car = u"\U0001F697"_s; // two units of UTF-16
        QTest::newRow("16 letters") << QString(16, u't') << true;
        QTest::newRow("17 letters") << QString(17, u't') << false;
        QTest::newRow("16 cars") << car.repeated(16) << true;
        QTest::newRow("17 cars") << car.repeated(17) << false;
    }
    void tagsAreCountedInCharacters()
    {
        QFETCH(QString, tag);
        QFETCH(bool, fits);
        PublishedMessage message;
        message.content.body = "x";
        message.tag = tag;
        QCOMPARE(checkPublishedMessage(message, 65536).ok(), fits);
        SubscriptionSettings settings;
        settings.endpoint = u"http://a/"_s;
        settings.filterTag = tag;
        QCOMPARE(checkSubscriptionSettings(settings).ok(), fits);
    }

    void subscriptionsAreReadAndWritten()
    {
        const Result<SubscriptionPatch> patch = parseSubscription(
            "<Subscription><Endpoint>http://a/</Endpoint>"
            "<NotifyStrategy>EXPONENTIAL_DECAY_RETRY</NotifyStrategy>"
            "<NotifyContentFormat>JSON</NotifyContentFormat><FilterTag>red</FilterTag>"
            "<DlqPolicy><Enabled>true</Enabled><DeadLetterTargetQueue>dead</DeadLetterTargetQueue>"
            "</DlqPolicy><TenantRateLimitPolicy><Enabled>true</Enabled><MaxReceivesPerSecond>5"
            "</MaxReceivesPerSecond></TenantRateLimitPolicy></Subscription>");
        QVERIFY(patch.ok());
        const SubscriptionSettings settings = patch->appliedTo({});
        QCOMPARE(settings,
                 (SubscriptionSettings{u"http://a/"_s, NotifyStrategy::ExponentialDecayRetry,
                                       NotifyContentFormat::Json, u"red"_s, u"dead"_s, 5}));
        QCOMPARE(*parseSubscription(writeSubscription(*patch)), *patch);
        SubscriptionAttributes attributes;
        attributes.name = u"s"_s;
        attributes.settings = settings;
        QCOMPARE(*parseSubscriptionAttributes(writeSubscriptionAttributes(attributes)), attributes);
    }

    void anEmptyFilterTagTakesItAway()
    {
        SubscriptionPatch patch;
        patch.filterTag = QString();
        const Result<SubscriptionPatch> read = parseSubscription(writeSubscription(patch));
        QVERIFY(read.ok());
        QVERIFY(read->filterTag);
        SubscriptionSettings settings;
        settings.filterTag = u"red"_s;
        QCOMPARE(read->appliedTo(settings).filterTag, QString());
        QCOMPARE(parseSubscription("<Subscription><FilterTag/></Subscription>")
                     ->appliedTo(settings)
                     .filterTag,
                 QString());
        QCOMPARE(parseSubscription("<Subscription/>")->appliedTo(settings).filterTag, u"red"_s);
    }

    void unknownWordsOfSubscriptionsAreRefused()
    {
        for (const char *element : {"<NotifyStrategy>NEVER</NotifyStrategy>",
                                    "<NotifyContentFormat>STREAM</NotifyContentFormat>",
                                    "<DlqPolicy><Enabled>true</Enabled></DlqPolicy>"}) {
            const QByteArray document = QByteArray("<Subscription>") + element + "</Subscription>";
            QCOMPARE(parseSubscription(document).error().code, ErrorCode::InvalidArgument);
        }
    }

    void aDeadLetterQueueIsAnotherQueue()
    {
        SubscriptionSettings settings;
        settings.endpoint = u"acs:mns:local:1:queues/orders"_s;
        settings.deadLetterQueue = u"dead"_s;
        QVERIFY(checkSubscriptionSettings(settings));
        settings.deadLetterQueue = u"orders"_s;
        QCOMPARE(checkSubscriptionSettings(settings).error().code, ErrorCode::InvalidArgument);
    }

    void retriesWaitAsTheirStrategySays()
    {
        using Strategy = NotifyStrategy;
        QCOMPARE(retries(Strategy::BackoffRetry), 3);
        QCOMPARE(retryPause(Strategy::BackoffRetry, 1, 0.0), 10s);
        QCOMPARE(retryPause(Strategy::BackoffRetry, 3, 0.999), 20s);
        QCOMPARE(retries(Strategy::ExponentialDecayRetry), 176);
        std::chrono::seconds all{0};
        for (int number = 1; number <= 176; ++number) {
            const std::chrono::seconds pause =
                retryPause(Strategy::ExponentialDecayRetry, number, 0.5);
            QCOMPARE(pause, std::chrono::seconds(number <= 10 ? 1 << (number - 1) : 512));
            all += pause;
        }
        QCOMPARE(all, 86015s); // within the day that a topic keeps messages
    }

    void notificationsAreWrittenInEachFormat()
    {
        QCOMPARE(writeNotification(news(), NotifyContentFormat::Xml),
                 QByteArray("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                            "<Notification xmlns=\"http://mns.aliyuncs.com/doc/v1/\">\n"
                            "  <TopicOwner>1234567890</TopicOwner>\n"
                            "  <TopicName>news</TopicName>\n"
                            "  <Subscriber>1234567890</Subscriber>\n"
                            "  <SubscriptionName>s1</SubscriptionName>\n"
                            "  <MessageId>0909FF0D9C3A630C372B8A14BD2011B6</MessageId>\n"
                            "  <MessageMD5>5D41402ABC4B2A76B9719D911017C592</MessageMD5>\n"
                            "  <Message>hello &lt;b&gt;</Message>\n"
                            "  <MessageTag>important</MessageTag>\n"
                            "  <PublishTime>1449556920975</PublishTime>\n"
                            "</Notification>"));
        QCOMPARE(writeNotification(news(), NotifyContentFormat::Simplified),
                 QByteArray("hello <b>"));
        const QByteArray json = writeNotification(news(), NotifyContentFormat::Json);
        QVERIFY2(json.contains("\"PublishTime\":\"1449556920975\""), json.constData());
        QVERIFY2(json.contains("\"Message\":\"hello <b>\""), json.constData());
        Notification untagged = news();
        untagged.tag.clear();
        for (const auto format : {NotifyContentFormat::Xml, NotifyContentFormat::Json})
            QVERIFY(!writeNotification(untagged, format).contains("MessageTag"));
    }

    void theStringToSignIsTheServices()
    {
        PushToSign push;
        push.contentMd5 = pushContentMd5("hello", PushMd5Form::Base64Hex);
        push.contentType = "text/plain;charset=utf-8";
        push.date = "Tue, 03 Jun 2025 11:23:48 GMT";
        push.mnsHeaders = {
            {"x-mns-version", "2015-06-06"},
            {"x-mns-topic-name", "news"},
            {"x-mns-message-id", "0909FF0D9C3A630C372B8A14BD2011B6"},
            {"x-mns-message-tag", "important"},
            {"x-mns-publish-time", "1748949828000"},
            {"x-mns-request-id", "683EDC1450B8E33236A1B2C3"},
            {"x-mns-signing-cert-url", "aHR0cDovLzEyNy4wLjAuMTo5MzI0L25vdGlmeS1jZXJ0LnBlbQ=="},
            {"x-mns-subscriber", "1234567890"},
            {"x-mns-subscription-name", "s1"},
            {"x-mns-topic-owner", "1234567890"},
        };
        push.requestUri = "/notifications?src=mns";
        QCOMPARE(QCryptographicHash::hash(pushStringToSign(push), QCryptographicHash::Sha1).toHex(),
                 QByteArray("2fae93db57a12fd768517b2d55d6e6536abbf327"));
        QCOMPARE(pushContentMd5("hello", PushMd5Form::UpperHex),
                 QByteArray("5D41402ABC4B2A76B9719D911017C592"));
        QVERIFY(pushContentMd5("hello", PushMd5Form::None).isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestTopics)
#include "tst_topics.moc"
