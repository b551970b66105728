// SPDX-License-Identifier: GPL-3.0-only
#include "console/brokerconnection.h"
#include "console/dialogs/connectiondialog.h"
#include "console/dialogs/createqueuedialog.h"
#include "console/panels/activitypanel.h"
#include "console/panels/overviewpanel.h"
#include "console/panels/queuepanel.h"
#include "console/panels/welcomepanel.h"
#include "consolesuite.h"
#include "widgets/button.h"
#include "widgets/codeedit.h"
#include "widgets/commandpalette.h"
#include "widgets/copyfield.h"
#include "widgets/linkrow.h"
#include "widgets/table/datatable.h"

#include <QTest>

using namespace Signalbox;
using namespace Qt::StringLiterals;

/// What a new user sees first, over a real broker.
class TestWelcome : public ConsoleSuite
{
    Q_OBJECT

private slots:
    void theFirstStartWelcomesWithEndpointAndKey()
    {
        auto *welcome = m_harness->visible<WelcomePanel>();
        QVERIFY(welcome);
        QStringList values;
        const QList<CopyField *> copyFields = welcome->findChildren<CopyField *>();
        for (const CopyField *field : copyFields)
            values.append(field->value());
        const Endpoint endpoint = m_harness->console().broker().endpoint();
        QVERIFY(endpoint.url.port() > 0);
        QVERIFY(values.contains(endpoint.url.toString()));
        QVERIFY(values.contains(endpoint.accessKeyId));
        QVERIFY(values.contains(endpoint.accessKeySecret));
        // The example carries the real address, not the one of the file.
        QVERIFY(welcome->findChild<CodeEdit *>()->toPlainText().contains(endpoint.url.toString()));
    }

    void theFirstRequestOfAnAppIsShown()
    {
        auto *welcome = m_harness->visible<WelcomePanel>();
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().createQueue(u"orders"_s)));
        QTRY_VERIFY_WITH_TIMEOUT(says(*welcome, u"Your app is connected: CreateQueue"_s), 10'000);
        QVERIFY(m_harness->console().settings().welcomeDone());
        // It stays for who reads it; who comes back wants the overview, now and after a restart.
        QVERIFY(welcome->isVisible());
        m_harness->window().showSection(Sidebar::Queues);
        m_harness->window().showSection(Sidebar::Overview);
        QVERIFY(m_harness->visible<OverviewPanel>());
        m_harness->window().showWelcome();
        QVERIFY(m_harness->visible<WelcomePanel>());
        m_harness->quit();
        QVERIFY(m_harness->start());
        QVERIFY(m_harness->visible<OverviewPanel>());
    }

    void aFirstRequestIsNotMissedWhileAnotherPanelIsShown()
    {
        m_harness->window().showSection(Sidebar::Queues);
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().createQueue(u"orders"_s)));
        QTRY_VERIFY_WITH_TIMEOUT(m_harness->console().settings().welcomeDone(), 10'000);
        // Once it is shown all the same.
        m_harness->window().showSection(Sidebar::Overview);
        auto *welcome = m_harness->visible<WelcomePanel>();
        QVERIFY(welcome);
        QVERIFY(says(*welcome, u"Your app is connected: CreateQueue"_s));
        m_harness->window().showSection(Sidebar::Overview);
        QVERIFY(m_harness->visible<OverviewPanel>());
    }

    void aRefusedRequestIsShownWithItsReason()
    {
        auto *welcome = m_harness->visible<WelcomePanel>();
        Endpoint wrong = m_harness->console().broker().endpoint();
        wrong.accessKeySecret = u"another"_s;
        MnsClient app(wrong);
        QVERIFY(!ConsoleHarness::succeeded(app.createQueue(u"orders"_s)));
        QTRY_VERIFY_WITH_TIMEOUT(says(*welcome, u"SignatureDoesNotMatch (403)"_s), 10'000);
        QVERIFY(says(*welcome, u"The secret is probably different"_s));
        QVERIFY(!m_harness->console().settings().welcomeDone());
        button(*welcome, u"Open activity"_s)->click();
        QVERIFY(m_harness->visible<ActivityPanel>());
        // Endpoint and key are needed still.
        m_harness->window().showSection(Sidebar::Overview);
        QVERIFY(m_harness->visible<WelcomePanel>());
    }

    void theWelcomeLeadsOn()
    {
        auto *welcome = m_harness->visible<WelcomePanel>();
        const QList<LinkRow *> starts = welcome->findChildren<LinkRow *>();
        QCOMPARE(starts.size(), 3);
        starts.at(0)->click();
        auto *connection = m_harness->visible<ConnectionDialog>();
        QVERIFY(connection);
        connection->reject();
        starts.at(1)->click();
        auto *queue = m_harness->visible<CreateQueueDialog>();
        QVERIFY(queue);
        queue->reject();
        starts.at(2)->click();
        QVERIFY(m_harness->visible<CommandPalette>());
    }

    void theConsolesOwnRequestsAreNoApp()
    {
        auto *welcome = m_harness->visible<WelcomePanel>();
        button(*welcome, u"Send first message"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(says(*welcome, u"waits in the queue hello"_s), 10'000);
        QVERIFY(says(*welcome, u"Waiting for the first request"_s));
        button(*welcome, u"Look at it"_s)->click();
        auto *panel = m_harness->visible<QueuePanel>();
        QVERIFY(panel);
        QTRY_COMPARE_WITH_TIMEOUT(panel->findChild<DataTable *>()->model()->rowCount(), 1, 10'000);
    }

private:
};

QTEST_MAIN(TestWelcome)
#include "tst_welcome.moc"
