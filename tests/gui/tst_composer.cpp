// SPDX-License-Identifier: GPL-3.0-only
// Sending by hand, in the real window over the real broker.
#include "console/brokerconnection.h"
#include "console/dialogs/sendmessagedialog.h"
#include "console/models/messagelistmodel.h"
#include "console/panels/messageinspector.h"
#include "console/panels/messagelistview.h"
#include "console/panels/queuepanel.h"
#include "consolesuite.h"
#include "widgets/button.h"
#include "widgets/codeedit.h"
#include "widgets/table/datatable.h"

#include <QCheckBox>
#include <QSpinBox>
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

private:
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
};

QTEST_MAIN(TestComposer)
#include "tst_composer.moc"
