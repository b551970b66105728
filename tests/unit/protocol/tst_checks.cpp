// SPDX-License-Identifier: GPL-3.0-only
#include "protocol/message.h"
#include "protocol/queue.h"
#include "protocol/wireerrors.h"

#include <QTest>

#include <functional>

using namespace Signalbox;
using namespace std::chrono_literals;

namespace {

using Change = std::function<void(OutgoingMessage &)>;

OutgoingMessage plain()
{
    OutgoingMessage message;
    message.body = "x";
    return message;
}

MessageProperty makeProperty(const QString &name, const QString &value = QStringLiteral("v"))
{
    return {name, value, PropertyType::String};
}

} // namespace

Q_DECLARE_METATYPE(Change)

class TestChecks : public QObject
{
    Q_OBJECT

private slots:
    void checksQueueNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<std::optional<ErrorCode>>("code");
        const auto row = [](const QString &name, std::optional<ErrorCode> code) {
            QTest::addRow("%s",
                          qPrintable(name.isEmpty() ? QStringLiteral("(empty)") : name.left(20)))
                << name << code;
        };
        row(QStringLiteral("a"), {});
        row(QStringLiteral("0"), {});
        row(QStringLiteral("Orders-2026-"), {});
        row(QString(120, u'q'), {});
        row(QString(121, u'r'), ErrorCode::QueueNameLengthError);
        row({}, ErrorCode::QueueNameLengthError);
        row(QStringLiteral("-a"), ErrorCode::InvalidQueueName);
        row(QStringLiteral("a_b"), ErrorCode::InvalidQueueName);
        row(QStringLiteral("a.b"), ErrorCode::InvalidQueueName);
        row(QStringLiteral("a b"), ErrorCode::InvalidQueueName);
        row(QStringLiteral("a/b"), ErrorCode::InvalidQueueName);
        row(QStringLiteral("é"), ErrorCode::InvalidQueueName);
        row(QStringLiteral(".."), ErrorCode::InvalidQueueName);
        row(QStringLiteral("１"), ErrorCode::InvalidQueueName);
    }

    void checksQueueNames()
    {
        QFETCH(QString, name);
        QFETCH(std::optional<ErrorCode>, code);
        const Result<void> checked = checkQueueName(name);
        QCOMPARE(checked.ok(), !code.has_value());
        if (code)
            QCOMPARE(checked.error().code, *code);
    }

    void checksQueueSettings_data()
    {
        QTest::addColumn<QString>("element");
        QTest::addColumn<qint64>("value");
        QTest::addColumn<bool>("accepted");
        const auto range = [](const char *element, qint64 min, qint64 max) {
            const QString name = QString::fromLatin1(element);
            QTest::addRow("%s at its least", element) << name << min << true;
            QTest::addRow("%s at its most", element) << name << max << true;
            QTest::addRow("%s below", element) << name << min - 1 << false;
            QTest::addRow("%s above", element) << name << max + 1 << false;
        };
        range("DelaySeconds", 0, 604800);
        range("MaximumMessageSize", 1024, 65536);
        range("MessageRetentionPeriod", 60, 1296000);
        range("VisibilityTimeout", 1, 43200);
        range("PollingWaitSeconds", 0, 30);
    }

    void checksQueueSettings()
    {
        QFETCH(QString, element);
        QFETCH(qint64, value);
        QFETCH(bool, accepted);
        QueueSettings settings;
        const std::chrono::seconds seconds(value);
        if (element == QStringLiteral("DelaySeconds"))
            settings.delay = seconds;
        else if (element == QStringLiteral("MaximumMessageSize"))
            settings.maximumMessageSizeBytes = static_cast<int>(value);
        else if (element == QStringLiteral("MessageRetentionPeriod"))
            settings.retention = seconds;
        else if (element == QStringLiteral("VisibilityTimeout"))
            settings.visibilityTimeout = seconds;
        else
            settings.pollingWait = seconds;
        const Result<void> checked = checkQueueSettings(settings);
        QCOMPARE(checked.ok(), accepted);
        if (!accepted) {
            QCOMPARE(checked.error().code, ErrorCode::InvalidArgument);
            QVERIFY(checked.error().message.startsWith(element + QStringLiteral(" must be from ")));
        }
    }

    void checksMessages_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<std::optional<ErrorCode>>("code");
        QTest::addColumn<QString>("named");
        const auto accepts = [](const char *name, const Change &change) {
            QTest::newRow(name) << change << std::optional<ErrorCode>() << QString();
        };
        const auto refuses = [](const char *name, const char *named, const Change &change,
                                ErrorCode code = ErrorCode::InvalidArgument) {
            QTest::newRow(name) << change << std::optional(code) << QString::fromLatin1(named);
        };
        using M = OutgoingMessage;
        accepts("one byte", [](M &) {});
        accepts("the most bytes", [](M &m) { m.body = QByteArray(2048, 'x'); });
        refuses("no body", "MessageBody", [](M &m) { m.body.clear(); });
        refuses("one byte more", "MessageBody", [](M &m) { m.body = QByteArray(2049, 'x'); });
        refuses(
            "control", "MessageBody", [](M &m) { m.body = "\x01"; }, ErrorCode::MalformedXml);
        refuses(
            "bad UTF-8", "MessageBody", [](M &m) { m.body = "\xff"; }, ErrorCode::MalformedXml);
        accepts("delay of 0", [](M &m) { m.delay = 0s; });
        accepts("longest delay", [](M &m) { m.delay = 604800s; });
        refuses("negative delay", "DelaySeconds", [](M &m) { m.delay = -1s; });
        refuses("longer delay", "DelaySeconds", [](M &m) { m.delay = 604801s; });
        accepts("priority 1", [](M &m) { m.priority = 1; });
        accepts("priority 16", [](M &m) { m.priority = 16; });
        refuses("priority 0", "Priority", [](M &m) { m.priority = 0; });
        refuses("priority 17", "Priority", [](M &m) { m.priority = 17; });
        accepts("longest group", [](M &m) { m.groupId = QString(128, u'g'); });
        accepts("longest group of rare characters",
                [](M &m) { m.groupId = QStringLiteral("\U00020BB7").repeated(128); });
        refuses("longer group of rare characters", "MessageGroupId",
                [](M &m) { m.groupId = QStringLiteral("\U00020BB7").repeated(129); });
        refuses("longer group", "MessageGroupId", [](M &m) { m.groupId = QString(129, u'g'); });
        refuses("group with a line end", "MessageGroupId",
                [](M &m) { m.groupId = QStringLiteral("a\nb"); });
        accepts("property",
                [](M &m) { m.userProperties = {makeProperty(QStringLiteral("A_z.9-"))}; });
        accepts("longest property", [](M &m) {
            m.userProperties = {makeProperty(QString(256, u'n'), QString(4096, u'v'))};
        });
        accepts("longest property of characters that take two units", [](M &m) {
            m.userProperties = {
                makeProperty(QStringLiteral("n"), QStringLiteral("😀").repeated(4096))};
        });
        refuses("nameless property", "UserProperties",
                [](M &m) { m.userProperties = {makeProperty({})}; });
        refuses("longer name", "UserProperties",
                [](M &m) { m.userProperties = {makeProperty(QString(257, u'n'))}; });
        refuses("name with a space", "UserProperties",
                [](M &m) { m.userProperties = {makeProperty(QStringLiteral("a b"))}; });
        refuses("empty value", "UserProperties",
                [](M &m) { m.userProperties = {makeProperty(QStringLiteral("a"), {})}; });
        refuses("longer value", "UserProperties", [](M &m) {
            m.userProperties = {makeProperty(QStringLiteral("a"), QString(4097, u'v'))};
        });
        refuses(
            "value with a control", "UserProperties",
            [](M &m) {
                m.userProperties = {makeProperty(QStringLiteral("a"), QStringLiteral("\u0001"))};
            },
            ErrorCode::MalformedXml);
        refuses(
            "value with half a pair", "UserProperties",
            [](M &m) {
                m.userProperties = {makeProperty(QStringLiteral("a"), QString(QChar(0xd83d)))};
            },
            ErrorCode::MalformedXml);
        refuses("same name twice", "UserProperties", [](M &m) {
            m.userProperties = {makeProperty(QStringLiteral("a")),
                                makeProperty(QStringLiteral("a"))};
        });
        accepts("names that differ in case", [](M &m) {
            m.userProperties = {makeProperty(QStringLiteral("a")),
                                makeProperty(QStringLiteral("A"))};
        });
        const auto properties = [](int count) {
            QList<MessageProperty> list;
            for (int i = 0; i < count; ++i)
                list.append(makeProperty(QString::number(i)));
            return list;
        };
        accepts("fifty properties", [=](M &m) { m.userProperties = properties(50); });
        refuses("fifty-one properties", "UserProperties",
                [=](M &m) { m.userProperties = properties(51); });
        refuses("bad system property", "SystemProperties",
                [](M &m) { m.systemProperties = {makeProperty(QStringLiteral("a b"))}; });
    }

    void checksMessages()
    {
        QFETCH(Change, change);
        QFETCH(std::optional<ErrorCode>, code);
        QFETCH(QString, named);
        OutgoingMessage message = plain();
        change(message);
        const Result<void> checked = checkOutgoingMessage(message, 2048);
        QCOMPARE(checked.ok(), !code.has_value());
        if (code) {
            QCOMPARE(checked.error().code, *code);
            QVERIFY2(checked.error().message.contains(named), qPrintable(checked.error().message));
        }
    }

    void givesEveryCodeItsNameAndStatus_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<int>("status");
        const auto row = [](ErrorCode code, const char *name, int status) {
            QTest::newRow(name) << code << QByteArray(name) << status;
        };
        using E = ErrorCode;
        row(E::AccessDenied, "AccessDenied", 403);
        row(E::AccessDeniedByRamPolicy, "AccessDeniedByRamPolicy", 403);
        row(E::InvalidAccessKeyId, "InvalidAccessKeyId", 403);
        row(E::SignatureDoesNotMatch, "SignatureDoesNotMatch", 403);
        row(E::InvalidSecurityToken, "InvalidSecurityToken", 403);
        row(E::InvalidAuthorizationHeader, "InvalidAuthorizationHeader", 400);
        row(E::MissingAuthorizationHeader, "MissingAuthorizationHeader", 400);
        row(E::InvalidDateHeader, "InvalidDateHeader", 400);
        row(E::MissingDateHeader, "MissingDateHeader", 400);
        row(E::TimeExpired, "TimeExpired", 408);
        row(E::InvalidVersionHeader, "InvalidVersionHeader", 400);
        row(E::MissingVersionHeader, "MissingVersionHeader", 400);
        row(E::InvalidContentType, "InvalidContentType", 400);
        row(E::InvalidDegist, "InvalidDegist", 400);
        row(E::InvalidRequestUrl, "InvalidRequestURL", 400);
        row(E::InvalidQueryString, "InvalidQueryString", 400);
        row(E::MalformedXml, "MalformedXML", 400);
        row(E::InvalidArgument, "InvalidArgument", 400);
        row(E::MissingReceiptHandle, "MissingReceiptHandle", 400);
        row(E::MissingVisibilityTimeout, "MissingVisibilityTimeout", 400);
        row(E::ReceiptHandleError, "ReceiptHandleError", 400);
        row(E::MessageNotExist, "MessageNotExist", 404);
        row(E::InvalidQueueName, "InvalidQueueName", 400);
        row(E::QueueNameLengthError, "QueueNameLengthError", 400);
        row(E::QueueAlreadyExist, "QueueAlreadyExist", 409);
        row(E::QueueNumExceededLimit, "QueueNumExceededLimit", 400);
        row(E::QueueNotExist, "QueueNotExist", 404);
        row(E::QpsLimitExceeded, "QpsLimitExceeded", 400);
        row(E::InternalError, "InternalError", 500);
        row(E::NotFound, "NotFound", 404);
        row(E::Conflict, "Conflict", 409);
        row(E::MethodNotAllowed, "MethodNotAllowed", 405);
    }

    void givesEveryCodeItsNameAndStatus()
    {
        QFETCH(ErrorCode, code);
        QFETCH(QByteArray, name);
        QFETCH(int, status);
        QCOMPARE(wireError(code).name.toByteArray(), name);
        QCOMPARE(wireError(code).httpStatus, status);
        QCOMPARE(errorCodeFromWire(name), std::optional(code));
    }

    void knowsOtherSpellingsAndNoOthers()
    {
        QCOMPARE(errorCodeFromWire("InternalServerError"), std::optional(ErrorCode::InternalError));
        QCOMPARE(errorCodeFromWire("InvalidDigest"), std::optional(ErrorCode::InvalidDegist));
        QVERIFY(!errorCodeFromWire("queuenotexist"));
        QVERIFY(!errorCodeFromWire(""));
        // Codes of clients never travel.
        QVERIFY(!errorCodeFromWire("NetworkFailure"));
        QVERIFY(!wireError(ErrorCode::NetworkFailure).name.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestChecks)

#include "tst_checks.moc"
