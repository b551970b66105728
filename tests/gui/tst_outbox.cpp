// SPDX-License-Identifier: GPL-3.0-only
#include "console/models/outboxitem.h"
#include "console/models/outboxlistmodel.h"
#include "console/panels/outboxinspector.h"
#include "console/panels/outboxpanel.h"
#include "consolesuite.h"
#include "widgets/codeedit.h"
#include "widgets/searchfield.h"
#include "widgets/segmentedcontrol.h"
#include "widgets/table/datatable.h"

#include <QAbstractItemModelTester>
#include <QTest>
#include <QTextBrowser>

using namespace Signalbox;
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
