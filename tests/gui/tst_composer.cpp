// SPDX-License-Identifier: GPL-3.0-only
// Sending by hand, in the real window over the real broker.
#include "console/brokerconnection.h"
#include "console/dialogs/filebody.h"
#include "console/dialogs/groupfield.h"
#include "console/dialogs/sendmessagedialog.h"
#include "console/dialogs/templatenamedialog.h"
#include "console/language.h"
#include "console/models/messagelistmodel.h"
#include "console/panels/messageinspector.h"
#include "console/panels/messagelistview.h"
#include "console/panels/queuepanel.h"
#include "console/settings.h"
#include "consolesuite.h"
#include "core/limits.h"
#include "widgets/button.h"
#include "widgets/codeedit.h"
#include "widgets/segmentedcontrol.h"
#include "widgets/table/datatable.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace Signalbox;
using namespace Qt::StringLiterals;

class TestComposer : public ConsoleSuite
{
    Q_OBJECT

private slots:
    void aMessageIsSentAgainWithWhatItHad()
    {
        OutgoingMessage original = message(QByteArray("text that travels encoded").toBase64());
        original.priority = 3;
        original.userProperties = {{u"source"_s, u"shop"_s, PropertyType::String}};
        openQueueWith({original});
        QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), 1, 10'000);
        table()->selectRow(0);
        button(*m_harness->visible<MessageInspector>(), u"Resend…"_s)->click();
        auto *dialog = m_harness->visible<SendMessageDialog>();
        QVERIFY(dialog);
        QCOMPARE(dialog->findChild<CodeEdit *>()->toPlainText(), u"text that travels encoded"_s);
        QVERIFY(dialog->findChild<QCheckBox *>()->isChecked());
        dialog->primary()->click();
        QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), 2, 10'000);
        const Admin::Message &again = messages().messageAt(0);
        QCOMPARE(again.body, original.body);
        QCOMPARE(again.priority, 3);
        QCOMPARE(again.userProperties, original.userProperties);
    }

    void copiesAreNumberedAndTheDialogStaysOpen()
    {
        openQueueWith({});
        SendMessageDialog *dialog = composer();
        dialog->findChild<CodeEdit *>()->setPlainText(u"order {{seq}}"_s);
        spinBox(*dialog, 100'000)->setValue(40);
        QCOMPARE(dialog->primary()->text(), u"Send 40 messages"_s);
        QVERIFY(says(*dialog, u"First of 40"_s));
        dialog->primary()->click();
        QTRY_VERIFY_WITH_TIMEOUT(says(*dialog, u"Sent 40 messages to orders."_s), 10'000);
        QVERIFY(dialog->isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), 40, 10'000);
        QStringList bodies; // the requests run beside each other, in no order
        for (int row = 0; row < 40; ++row)
            bodies.append(table()->model()->index(row, MessageListModel::Body).data().toString());
        QVERIFY(bodies.contains(u"order 1"_s) && bodies.contains(u"order 40"_s));
        QCOMPARE(bodies.removeDuplicates(), 0);
    }

    void thePreviewOfCopiesIsWholeInEveryLanguage_data()
    {
        QTest::addColumn<Language>("language");
        QTest::addColumn<double>("scale");
        QTest::newRow("English") << Language::English << 1.0;
        QTest::newRow("Chinese") << Language::Chinese << 1.0;
        QTest::newRow("Chinese, large") << Language::Chinese << 1.3;
    }

    void thePreviewOfCopiesIsWholeInEveryLanguage()
    {
        QFETCH(Language, language);
        QFETCH(double, scale);
        m_harness->console().language().use(language);
        m_harness->console().theme().setScale(scale);
        openQueueWith({});
        SendMessageDialog *dialog = composer();
        Admin::Message model;
        model.body = R"({"orderId": "ORD-{{seq}}", "customer": {"id": 40917, "tier": "gold"}})";
        model.userProperties = {{u"source"_s, u"shop"_s, PropertyType::String},
                                {u"attempt"_s, u"1"_s, PropertyType::Number}};
        dialog->fillFrom(model);
        spinBox(*dialog, 100'000)->setValue(500);
        CodeEdit *preview = nullptr;
        for (CodeEdit *edit : dialog->findChildren<CodeEdit *>()) {
            if (edit->isVisible() && edit->toPlainText().contains(u"ORD-1\""_s))
                preview = edit;
        }
        QVERIFY(preview);
        QTRY_COMPARE(preview->visibleRegion().boundingRect(), preview->rect());
        auto *body = dialog->findChild<CodeEdit *>();
        QTRY_COMPARE(body->visibleRegion().boundingRect(), body->rect());
        // Nothing of it lies beyond its right edge, under a bar that hides the last line.
        QVERIFY(!preview->horizontalScrollBar()->isVisible());
        QVERIFY(dialog->height() >= 600);
    }

    void sendingAtARateCanBeStopped()
    {
        openQueueWith({});
        SendMessageDialog *dialog = composer();
        dialog->findChild<CodeEdit *>()->setPlainText(u"slow"_s);
        spinBox(*dialog, 100'000)->setValue(1000);
        spinBox(*dialog, 10'000)->setValue(5);
        dialog->primary()->click();
        QTRY_VERIFY_WITH_TIMEOUT(says(*dialog, u"of 1,000."_s), 10'000);
        button(*dialog, u"Stop"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(says(*dialog, u"Stopped after"_s), 10'000);
        QTRY_VERIFY_WITH_TIMEOUT(counts().total() > 0, 10'000);
        QVERIFY(counts().total() < 100);
    }

    void theRequestShowsInPlaceOfTheFields()
    {
        openQueueWith({});
        SendMessageDialog *dialog = composer();
        auto *text = dialog->findChild<CodeEdit *>();
        text->setPlainText(u"a < b"_s);
        button(*dialog, u"Show request"_s)->click();
        QVERIFY(!text->isVisible());
        const QString shown = visibleText(*dialog);
        QVERIFY2(shown.startsWith(u"POST /queues/orders/messages HTTP/1.1\n"), qPrintable(shown));
        QVERIFY(shown.contains(u"<MessageBody>a &lt; b</MessageBody>"));
        button(*dialog, u"Show request"_s)->click();
        QVERIFY(text->isVisible());
    }

    void aTemplateIsKeptAndFillsTheComposerAgain()
    {
        openQueueWith({});
        SendMessageDialog *dialog = composer();
        dialog->findChild<CodeEdit *>()->setPlainText(u"{\"order\": {{seq}}}"_s);
        dialog->findChild<QCheckBox *>()->setChecked(true);
        spinBox(*dialog, Limits::kMaxPriority)->setValue(3);
        choose(*dialog, u"Templates"_s, u"Save as template…"_s);
        auto *asking = dialog->findChild<TemplateNameDialog *>();
        QVERIFY(asking);
        asking->primary()->click();
        QVERIFY(says(*asking, u"A template needs a name."_s));
        asking->findChild<QLineEdit *>()->setText(u"paid order"_s);
        asking->primary()->click();
        dialog->close();

        dialog = composer();
        choose(*dialog, u"Templates"_s, u"paid order"_s);
        QCOMPARE(dialog->findChild<CodeEdit *>()->toPlainText(), u"{\"order\": {{seq}}}"_s);
        QVERIFY(dialog->findChild<QCheckBox *>()->isChecked());
        QCOMPARE(spinBox(*dialog, Limits::kMaxPriority)->value(), 3);
        choose(*dialog, u"Templates"_s, u"Delete template"_s, u"paid order"_s);
        QVERIFY(m_harness->console().settings().templates().isEmpty());
    }

    void aBodyIsEncodedAsTheOthersOfTheQueueAre()
    {
        openQueueWith({message("not encoded")});
        SendMessageDialog *dialog = composer();
        auto *encode = dialog->findChild<QCheckBox *>();
        QVERIFY(!encode->isChecked());
        QVERIFY(ConsoleHarness::succeeded(
            m_harness->app().sendMessage(u"orders"_s, message(QByteArray("encoded").toBase64()))));
        dialog->close();
        dialog = composer();
        encode = dialog->findChild<QCheckBox *>();
        QTRY_VERIFY_WITH_TIMEOUT(encode->isChecked(), 10'000);
    }

    void aMessageForAFifoQueueNeedsAGroup()
    {
        QueueSettingsPatch fifo;
        fifo.type = QueueType::Fifo;
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().createQueue(u"ledger"_s, fifo)));
        openQueueWith({});
        auto &plain = group(*composer());
        QVERIFY(!plain.isVisible());
        m_harness->visible<SendMessageDialog>()->reject();
        m_harness->window().openQueue(u"ledger"_s);
        QTRY_VERIFY_WITH_TIMEOUT(row(u"ledger"_s) != nullptr, 10'000);

        SendMessageDialog *dialog = composer();
        QTRY_VERIFY(group(*dialog).isVisible());
        dialog->findChild<CodeEdit *>()->setPlainText(u"booking"_s);
        dialog->primary()->click();
        QVERIFY(says(*dialog, u"A message of a FIFO queue or topic needs a group."_s));
        QVERIFY(group(*dialog).isAncestorOf(dialog->focusWidget()));
        QCOMPARE(counts(u"ledger"_s).total(), 0);

        group(*dialog).setText(u"customer-7"_s);
        QVERIFY(!says(*dialog, u"needs a group"_s));
        dialog->primary()->click();
        QTRY_VERIFY_WITH_TIMEOUT(says(*dialog, u"Sent. Message"_s), 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(messages().rowCount(), 1, 10'000);
        QCOMPARE(messages().messageAt(0).groupId, u"customer-7"_s);
    }

    void theMessageIsCopiedAsCode()
    {
        openQueueWith({});
        SendMessageDialog *dialog = composer();
        dialog->findChild<CodeEdit *>()->setPlainText(u"order {{seq}}"_s);
        choose(*dialog, u"Copy as code"_s, u"Python"_s);
        QVERIFY(says(*dialog, u"Copied code for Python."_s));
        const QString code = QApplication::clipboard()->text();
        QVERIFY2(code.contains(u"Message(\"order 1\", 0, 8)"_s), qPrintable(code));
    }

    void aFileOfTextIsSentAsItIs()
    {
        openQueueWith({});
        SendMessageDialog *dialog = composer();
        loadFile(*dialog, "line one\nline two\n");
        QTRY_VERIFY(says(*dialog, u"body.bin"_s) && says(*dialog, u"18 B, text"_s));
        dialog->primary()->click();
        QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), 1, 10'000);
        QCOMPARE(messages().messageAt(0).body, QByteArray("line one\nline two\n"));
    }

    void aFileThatIsNoTextTravelsAsBase64()
    {
        openQueueWith({});
        SendMessageDialog *dialog = composer();
        const QByteArray content("\x00\x01\xfe\xff", 4);
        loadFile(*dialog, content);
        QTRY_VERIFY(says(*dialog, u"not text: travels as Base64"_s));
        auto *base64 = dialog->findChild<QCheckBox *>();
        QVERIFY(base64->isChecked() && !base64->isEnabled());
        dialog->primary()->click();
        QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), 1, 10'000);
        QCOMPARE(messages().messageAt(0).body, content.toBase64());

        // What is typed again is encoded as it was before.
        kinds(*dialog).setCurrentIndex(0);
        QVERIFY(base64->isEnabled() && !base64->isChecked());
    }

    void aFileLargerThanTheQueueTakesIsNotSent()
    {
        openQueueWith({});
        QueueSettingsPatch small;
        small.maximumMessageSizeBytes = 1024;
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().setQueueAttributes(u"orders"_s, small)));
        QTRY_VERIFY_WITH_TIMEOUT(row() && row()->settings.maximumMessageSizeBytes == 1024, 10'000);
        SendMessageDialog *dialog = composer();
        loadFile(*dialog, QByteArray(1025, 'x'));
        QTRY_VERIFY(says(*dialog, u"at most 1 KB can be sent"_s));
        dialog->primary()->click();
        QVERIFY(!dialog->primary()->isBusy());

        loadFile(*dialog, QByteArray(Limits::kMaxMaximumMessageSizeBytes + 1, 'x'));
        QTRY_VERIFY(says(*dialog, u"a message at most 64 KB"_s));
        dialog->primary()->click();
        QVERIFY(!dialog->primary()->isBusy());
        QCOMPARE(counts().total(), 0);
    }

    void aFileThatCannotBeReadIsSaid()
    {
        openQueueWith({});
        SendMessageDialog *dialog = composer();
        kinds(*dialog).setCurrentIndex(3);
        dialog->primary()->click();
        QVERIFY(says(*dialog, u"Choose a file."_s));
        dialog->findChild<FileBody *>()->load(m_files.filePath(u"absent"_s));
        QTRY_VERIFY(says(*dialog, u"No such file"_s));
        dialog->primary()->click();
        QVERIFY(!dialog->primary()->isBusy());
    }

private:
    static GroupField &group(const SendMessageDialog &dialog)
    {
        return *dialog.findChild<GroupField *>();
    }

    static SegmentedControl &kinds(const SendMessageDialog &dialog)
    {
        const QList<SegmentedControl *> all = dialog.findChildren<SegmentedControl *>();
        for (SegmentedControl *control : all) {
            if (control->count() == 4)
                return *control;
        }
        qFatal("There is no choice of kinds.");
    }

    /// As the file dialog does with a file of \a content.
    void loadFile(const SendMessageDialog &dialog, const QByteArray &content)
    {
        QFile file(m_files.filePath(u"body.bin"_s));
        QVERIFY(file.open(QFile::WriteOnly));
        QCOMPARE(file.write(content), content.size());
        file.close();
        kinds(dialog).setCurrentIndex(3);
        dialog.findChild<FileBody *>()->load(file.fileName());
    }

    /// Opens the menu of the button \a text and takes an entry of it, or of a menu in it.
    static void choose(const QWidget &dialog, const QString &text, const QString &entry,
                       const QString &below = {})
    {
        button(dialog, text)->click();
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QAction *action = actionOf(*menu, entry);
        QVERIFY(action);
        if (!below.isEmpty())
            action = actionOf(*action->menu(), below);
        QVERIFY(action);
        action->trigger();
        menu->close();
    }

    static QAction *actionOf(const QMenu &menu, const QString &text)
    {
        const QList<QAction *> actions = menu.actions();
        const auto found = std::ranges::find(actions, text, &QAction::text);
        return found == actions.cend() ? nullptr : *found;
    }

    SendMessageDialog *composer()
    {
        panel()->sendMessage();
        return m_harness->visible<SendMessageDialog>();
    }

    static QString visibleText(const QWidget &dialog)
    {
        const QList<CodeEdit *> all = dialog.findChildren<CodeEdit *>();
        for (const CodeEdit *edit : all) {
            if (edit->isVisible())
                return edit->toPlainText();
        }
        return {};
    }

    static QSpinBox *spinBox(const QWidget &widget, int maximum)
    {
        const QList<QSpinBox *> all = widget.findChildren<QSpinBox *>();
        for (QSpinBox *box : all) {
            if (box->maximum() == maximum)
                return box;
        }
        qFatal("There is no spin box up to %d.", maximum);
    }

    QTemporaryDir m_files;
};

QTEST_MAIN(TestComposer)
#include "tst_composer.moc"
