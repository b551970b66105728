// SPDX-License-Identifier: GPL-3.0-only
#include "client/adminclient.h"
#include "console/brokerconnection.h"
#include "console/models/outboxitem.h"
#include "console/models/outboxlistmodel.h"
#include "console/panels/outboxinspector.h"
#include "console/panels/outboxpanel.h"
#include "consolesuite.h"
#include "pushreceiver.h"
#include "server/brokeroptions.h"
#include "widgets/codeedit.h"
#include "widgets/confirmdialog.h"
#include "widgets/searchfield.h"
#include "widgets/segmentedcontrol.h"
#include "widgets/table/datatable.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>

using namespace Signalbox;
using namespace Signalbox::Test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 15'000;

} // namespace

/// What was kept instead of sent, over a real broker.
class TestOutbox : public ConsoleSuite
{
    Q_OBJECT

private:
    [[nodiscard]] OutboxPanel &panel() { return *m_harness->visible<OutboxPanel>(); }
    [[nodiscard]] DataTable &items() { return *panel().findChild<DataTable *>(); }
    [[nodiscard]] QString text(int row, int column)
    {
        return items().model()->index(row, column).data().toString();
    }
    void subscribe(const QString &name, const QString &endpoint)
    {
        SubscriptionPatch patch;
        patch.endpoint = endpoint;
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().subscribe(u"news"_s, name, patch)));
    }
    void publish(const QByteArray &body, const QList<MessageAttribute> &attributes = {})
    {
        PublishedMessage message;
        message.content.body = body;
        message.attributes = attributes;
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().publish(u"news"_s, message)));
    }

private slots:
    void init()
    {
        startConsole();
        m_harness->window().resize(1280, 800);
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().createTopic(u"news"_s)));
        m_harness->window().showSection(Sidebar::Outbox);
    }

    void anEmptyOutboxSaysWhatComesHere()
    {
        QTRY_VERIFY_WITH_TIMEOUT(says(panel(), u"Nothing was caught yet"_s), kPatienceMs);
        QCOMPARE(namelessControls(panel()), QStringList());
    }

    void mailAndTextsAppearWithSubjectAndRecipient()
    {
        const QAbstractItemModelTester tester(
            items().model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        subscribe(u"mail"_s, u"mail:directmail:ops@example.com"_s);
        publish(
            "<b>Settled</b>",
            {{u"DirectMail"_s,
              uR"({"AccountName":"billing@example.com","Subject":"It is settled","IsHtml":1})"_s}});
        QTRY_COMPARE_WITH_TIMEOUT(items().model()->rowCount(), 1, kPatienceMs);
        subscribe(u"sms"_s, u"sms:directsms:13900000000"_s);
        publish("Gate C is offline.");
        QTRY_COMPARE_WITH_TIMEOUT(items().model()->rowCount(), 3, kPatienceMs);
        panel().findChild<SegmentedControl *>()->setCurrentIndex(2);
        QCOMPARE(items().model()->rowCount(), 1);
        QCOMPARE(text(0, OutboxListModel::To), u"13900000000"_s);
        panel().findChild<SegmentedControl *>()->setCurrentIndex(0);

        items().selectRow(2);
        auto *inspector = m_harness->visible<OutboxInspector>();
        QVERIFY(inspector);
        QVERIFY(says(*inspector, u"billing@example.com"_s));
        QCOMPARE(inspector->findChild<QTextBrowser *>()->toPlainText(), u"Settled"_s);
        inspector->findChild<QTabBar *>()->setCurrentIndex(3);
        QVERIFY(inspector->findChild<CodeEdit *>()->toPlainText().contains(
            u"Subject: It is settled"_s));
        QCOMPARE(namelessControls(panel()), QStringList());
        pressKey(Qt::Key_Escape);
        QVERIFY(!inspector->isVisible());
    }

    void aMailIsSavedWhereOneSays()
    {
        subscribe(u"mail"_s, u"mail:directmail:ops@example.com"_s);
        publish("apples");
        QTRY_COMPARE_WITH_TIMEOUT(items().model()->rowCount(), 1, kPatienceMs);
        items().selectRow(0);
        const QTemporaryDir directory;
        const QString path = directory.filePath(u"mail.eml"_s);
        button(panel(), u"Save as .eml…"_s)->click();
        chooseFile(panel(), path);
        QTRY_VERIFY(isNoticed(m_harness->window(), u"Saved "_s + path));
        QFile file(path);
        QVERIFY(file.open(QFile::ReadOnly));
        QVERIFY(file.readAll().contains("To: ops@example.com"));
    }

    void theSearchFindsText()
    {
        subscribe(u"mail"_s, u"mail:directmail:ops@example.com"_s);
        publish("apples");
        publish("pears");
        QTRY_COMPARE_WITH_TIMEOUT(items().model()->rowCount(), 2, kPatienceMs);
        panel().findChild<SearchField *>()->setText(u"pear"_s);
        QTRY_COMPARE_WITH_TIMEOUT(items().model()->rowCount(), 1, kPatienceMs);
        panel().findChild<SearchField *>()->setText(u"plum"_s);
        QTRY_VERIFY_WITH_TIMEOUT(says(panel(), u"Nothing matches"_s), kPatienceMs);
    }

    void whatIsDeletedCanBeTakenBack()
    {
        subscribe(u"mail"_s, u"mail:directmail:ops@example.com"_s);
        publish("apples");
        publish("pears");
        QTRY_COMPARE_WITH_TIMEOUT(items().model()->rowCount(), 2, kPatienceMs);
        items().selectRow(0);
        pressKey(Qt::Key_Delete);
        QTRY_COMPARE_WITH_TIMEOUT(items().model()->rowCount(), 1, kPatienceMs);
        QTRY_VERIFY(isNoticed(m_harness->window(), u"Deleted from the outbox."_s));
        QVERIFY(m_harness->window().isActiveWindow());
        pressKey(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(items().model()->rowCount(), 2, kPatienceMs);
    }

    void withoutARelayAMailCannotBeSent()
    {
        subscribe(u"mail"_s, u"mail:directmail:ops@example.com"_s);
        publish("apples");
        QTRY_COMPARE_WITH_TIMEOUT(items().model()->rowCount(), 1, kPatienceMs);
        QCOMPARE(text(0, OutboxListModel::Delivery), u"Kept"_s);
        items().selectRow(0);
        QVERIFY(!button(panel(), u"Send for real…"_s)->isEnabled());
        QVERIFY(says(panel(), u"Nothing leaves this machine"_s));
    }

    void anSmsGoesOutOnceItIsConfirmed()
    {
        PushReceiver gateway;
        m_harness->quit();
        m_harness->options().configureBroker = [url = gateway.url("/sms")](BrokerOptions &options) {
            options.push.channels.sms.url = QString::fromLatin1(url);
        };
        gateway.behave(PushReceiver::Manner::Answer, 500);
        QVERIFY(m_harness->start());
        m_harness->window().resize(1280, 800);
        m_harness->window().showSection(Sidebar::Outbox);
        QTRY_VERIFY_WITH_TIMEOUT(says(panel(), u"SMS are sent through 127.0.0.1"_s), kPatienceMs);
        subscribe(u"sms"_s, u"sms:directsms:13900000000"_s);
        publish("Gate C is offline.");
        QVERIFY(gateway.waitFor(1));
        // Its next tries are a quarter of a minute away each: the broker's clock takes the way.
        AdminClient &admin = m_harness->window().connection()->admin();
        QTRY_VERIFY_WITH_TIMEOUT(
            ConsoleHarness::succeeded(admin.advanceClock(std::chrono::minutes(1)))
                && items().model()->rowCount() == 1,
            kPatienceMs);
        QCOMPARE(text(0, OutboxListModel::Delivery), u"Failed"_s);

        gateway.behave(PushReceiver::Manner::Answer, 200);
        items().selectRow(0);
        button(panel(), u"Send for real…"_s)->click();
        auto *dialog = m_harness->visible<ConfirmDialog>();
        QVERIFY(dialog);
        button(*dialog, u"Send to 13900000000"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(text(0, OutboxListModel::Delivery), u"Sent"_s, kPatienceMs);
        QVERIFY(gateway.pushes().back().body.contains("13900000000"));
    }

    void aMailFileCannotBeGivenHeaders()
    {
        OutboxItem item;
        item.recipient = u"ops@example.com\r\nBcc: all@example.com"_s;
        item.attributes = {{u"Subject"_s, u"Hi\r\nBcc: all@example.com"_s},
                           {u"AccountName"_s, u"a@b.c\nX: y"_s}};
        item.message.body = "hello";
        const QByteArray head = mailFile(item);
        QVERIFY(!head.contains("\nBcc:"));
        QVERIFY(!head.contains("\nX:"));
        QVERIFY(head.endsWith("\r\n\r\naGVsbG8=\r\n"));
    }

    void aForeignSubjectIsEncodedInWords()
    {
        OutboxItem item;
        item.recipient = u"ops@example.com"_s;
        item.attributes = {{u"Subject"_s, u"结算"_s.repeated(20)}};
        const QByteArray file = mailFile(item);
        const qsizetype start = file.indexOf("Subject: ") + 9;
        const QByteArray subject = file.mid(start, file.indexOf("\r\nDate:") - start);
        QByteArray decoded;
        for (const QByteArray &word : subject.split('\n')) {
            const QByteArray trimmed = word.trimmed();
            QVERIFY(trimmed.size() <= 75); // RFC 2047
            QVERIFY(trimmed.startsWith("=?UTF-8?B?") && trimmed.endsWith("?="));
            const QByteArray text = QByteArray::fromBase64(trimmed.mid(10, trimmed.size() - 12));
            QVERIFY(!QString::fromUtf8(text).contains(QChar::ReplacementCharacter));
            decoded += text;
        }
        QCOMPARE(QString::fromUtf8(decoded), item.subject());
    }
};

QTEST_MAIN(TestOutbox)
#include "tst_outbox.moc"
