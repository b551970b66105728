// SPDX-License-Identifier: GPL-3.0-only
// Long work in the background: it does all of it, or says what it did until it was stopped.
#include "client/adminclient.h"
#include "console/brokerconnection.h"
#include "console/jobs.h"
#include "console/language.h"
#include "console/messagejobs.h"
#include "console/models/messagelistmodel.h"
#include "console/notices.h"
#include "console/panels/messagelistview.h"
#include "console/panels/queuepanel.h"
#include "console/panels/searchprogress.h"
#include "console/restorejob.h"
#include "console/sendjob.h"
#include "consolesuite.h"
#include "storefiller.h"
#include "widgets/searchfield.h"
#include "widgets/statusbar.h"

#include <QTest>

using namespace Signalbox;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 20'000;
constexpr int kMany = 2500; // three steps of a job

} // namespace

class TestJobs : public ConsoleSuite
{
    Q_OBJECT

private slots:
    void init() { } // Each test starts with a queue of its own size.

    void everyMessageIsSent()
    {
        startWith(0);
        constexpr qint64 kCount = 333; // no multiple of a batch
        const auto numbered = [](qint64 index) { return message(QByteArray::number(index)); };
        add<SendJob>(connection().mns(), u"orders"_s, kCount, numbered);
        QTRY_VERIFY_WITH_TIMEOUT(isNoticed(window(), u"Sent 333 messages to orders."_s),
                                 kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(counts().ready, kCount, kPatienceMs);
    }

    void whoIsRefusedSaysWhy()
    {
        startWith(0);
        add<SendJob>(connection().mns(), u"absent"_s, 100, [](qint64) { return message("lost"); });
        QTRY_VERIFY_WITH_TIMEOUT(
            isNoticed(window(), u"Sent 0 of 100 messages to absent. The queue no longer exists."_s),
            kPatienceMs);
    }

    void deletingStopsBetweenTwoStepsAndIsUndone()
    {
        startWith(kMany);
        auto *job = add<DeleteMessagesJob>(workspace(), u"orders"_s, ids());
        connect(job, &MessageJob::stepped, job, &BackgroundJob::stop);
        QTRY_VERIFY_WITH_TIMEOUT(
            isNoticed(window(), u"Stopped. Deleted 1,000 messages from orders."_s), kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(counts().ready, kMany - MessageJob::kStep, kPatienceMs);
        pressKey(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(counts().ready, kMany, kPatienceMs);
    }

    void movingStopsBetweenTwoStepsAndIsUndone()
    {
        startWith(kMany);
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().createQueue(u"repair"_s)));
        auto *job = add<MoveMessagesJob>(workspace(), u"orders"_s, u"repair"_s, ids());
        connect(job, &MessageJob::stepped, job, &BackgroundJob::stop);
        QTRY_VERIFY_WITH_TIMEOUT(isNoticed(window(), u"Stopped. Moved 1,000 messages to repair."_s),
                                 kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(counts(u"repair"_s).ready, MessageJob::kStep, kPatienceMs);
        QCOMPARE(counts().ready, kMany - MessageJob::kStep);
        pressKey(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(counts().ready, kMany, kPatienceMs);
        QCOMPARE(counts(u"repair"_s).ready, 0);
    }

    void aStoppedRestoreKeepsTheRestInTheTrash()
    {
        constexpr int kLarge = 30'000;
        startWith(kLarge);
        QVERIFY(ConsoleHarness::succeeded(connection().admin().purgeQueue(u"orders"_s)));
        QCOMPARE(trash().size(), 1);
        auto *job = add<RestoreJob>(connection().admin(), workspace().notices, trash());
        connect(job, &BackgroundJob::finished, this,
                [this, job] { m_outcome = job->outcome() ? job->outcome()() : QString(); });
        job->stop();
        QTRY_VERIFY_WITH_TIMEOUT(!m_outcome.isEmpty(), kPatienceMs);
        const qint64 left = trash().isEmpty() ? 0 : trash().constFirst().messages;
        QTRY_COMPARE_WITH_TIMEOUT(counts().ready, kLarge - left, kPatienceMs);
        const QLocale locale;
        QVERIFY(m_outcome.startsWith(locale.toString(kLarge - left)));
        QCOMPARE(m_outcome.contains(u"stayed in the trash"_s), left > 0);

        if (left > 0) {
            QVERIFY(!trash().constFirst().restoring);
            add<RestoreJob>(connection().admin(), workspace().notices, trash());
        }
        QTRY_COMPARE_WITH_TIMEOUT(counts().ready, kLarge, kPatienceMs);
    }

    void anEmptyQueueComesBack()
    {
        startWith(0);
        QVERIFY(ConsoleHarness::succeeded(connection().admin().deleteQueue(u"orders"_s)));
        add<RestoreJob>(connection().admin(), workspace().notices, trash());
        QTRY_VERIFY_WITH_TIMEOUT(isNoticed(window(), u"Queue orders is back."_s), kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(counts().total() == 0 && row() != nullptr, kPatienceMs);
    }

    void whatIsNotInTheTrashIsSaid()
    {
        startWith(1);
        QVERIFY(ConsoleHarness::succeeded(connection().admin().purgeQueue(u"orders"_s)));
        const QList<Admin::TrashEntry> entries = trash();
        QVERIFY(ConsoleHarness::succeeded(connection().admin().emptyTrash()));
        QTRY_VERIFY_WITH_TIMEOUT(trash().isEmpty(), kPatienceMs);
        add<RestoreJob>(connection().admin(), workspace().notices, entries);
        QTRY_VERIFY_WITH_TIMEOUT(isNoticed(window(), u"orders could not be brought back."_s),
                                 kPatienceMs);
    }

    void aWideSearchIsAJobThatStopsWithWhatItFound()
    {
        constexpr int kWide = 60'000;
        startWith(kWide);
        openQueueWith({});
        QTRY_VERIFY_WITH_TIMEOUT(messages().isLoaded(), kPatienceMs);
        QString shown;
        connect(&window().jobs(), &Jobs::changed, this, [this, &shown] {
            const QList<BackgroundJob *> running = window().jobs().running();
            if (running.isEmpty() || running.constFirst()->state() != BackgroundJob::State::Running)
                return;
            shown = running.constFirst()->title();
            running.constFirst()->stop();
        });
        auto *field = panel()->findChild<SearchField *>();
        field->setText(u"nowhere"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(shown, u"Searching orders"_s, kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(window().jobs().running().isEmpty(), kPatienceMs);
        QVERIFY(!messages().isSearching());
        QVERIFY(messages().scannedCount() > 0);
        QVERIFY(messages().scannedCount() < kWide);
        QVERIFY(!m_harness->visible<SearchProgress>());
    }

    void aSearchThatEndsElsewhereIsTold()
    {
        startWith(60'000);
        openQueueWith({});
        QTRY_VERIFY_WITH_TIMEOUT(messages().isLoaded(), kPatienceMs);
        bool left = false;
        connect(&window().jobs(), &Jobs::changed, this, [this, &left] {
            if (!std::exchange(left, true))
                window().showSection(Sidebar::Section::Overview);
        });
        auto *field = panel()->findChild<SearchField *>();
        field->setText(u"nowhere"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(isNoticed(window(), u"The search in orders found 0 messages."_s),
                                 kPatienceMs);
    }

    void jobsSpeakTheLanguageOfTheMoment()
    {
        startWith(0);
        const auto slow = [](qint64) { return message("x"); };
        auto *job = add<SendJob>(connection().mns(), u"orders"_s, 1'000'000, slow);
        QCOMPARE(job->title(), u"Sending to orders"_s);
        m_harness->console().language().use(Language::Chinese);
        QTRY_COMPARE(job->title(), u"正在发送到 orders"_s);
        job->stop();
        QTRY_VERIFY_WITH_TIMEOUT(window().jobs().running().isEmpty(), kPatienceMs);
    }

private:
    /// Starts the console over a broker with \a messages in the queue "orders".
    void startWith(qint64 messages)
    {
        m_harness = std::make_unique<ConsoleHarness>();
        {
            StoreFiller filler(m_harness->dataDirectory());
            QVERIFY(filler.open());
            QVERIFY(filler.layMessages(u"orders"_s, messages, 60));
        }
        QVERIFY(m_harness->start());
        m_harness->console().settings().setWelcomeDone(true);
        connection().refresh();
        QTRY_VERIFY_WITH_TIMEOUT(row() != nullptr, kPatienceMs);
    }

    MainWindow &window() { return m_harness->window(); }
    BrokerConnection &connection() { return *window().connection(); }
    Workspace workspace()
    {
        return {connection(), *window().findChild<Notices *>(), m_harness->console().settings(),
                window().jobs()};
    }

    /// Of the messages in the queue "orders".
    QList<QByteArray> ids()
    {
        QList<QByteArray> ids;
        Admin::BrowseQuery query;
        query.bodies = false;
        query.limit = 500;
        while (true) {
            const auto reply = connection().admin().browse(u"orders"_s, query);
            if (!ConsoleHarness::succeeded(reply))
                return {};
            const Admin::BrowsePage page = *reply.result();
            for (const Admin::Message &message : page.messages)
                ids.append(message.messageId);
            if (page.complete)
                return ids;
            query.cursor = page.cursor;
        }
    }

    QList<Admin::TrashEntry> trash()
    {
        const auto entries = connection().admin().trash();
        return ConsoleHarness::succeeded(entries) ? *entries.result() : QList<Admin::TrashEntry>();
    }

    template <typename Job, typename... Arguments>
    Job *add(Arguments &&...arguments)
    {
        auto job = std::make_unique<Job>(std::forward<Arguments>(arguments)...);
        Job *added = job.get();
        window().jobs().add(std::move(job));
        return added;
    }

    QString m_outcome;
};

QTEST_MAIN(TestJobs)
#include "tst_jobs.moc"
