// SPDX-License-Identifier: GPL-3.0-only
#include "busyapps.h"
#include "console/brokerconnection.h"
#include "console/models/messagelistmodel.h"
#include "console/panels/messagelistview.h"
#include "console/panels/messagetools.h"
#include "console/panels/queuepanel.h"
#include "console/panels/queuespanel.h"
#include "consoleharness.h"
#include "platform.h"
#include "storefiller.h"
#include "turnwatch.h"
#include "widgets/searchfield.h"
#include "widgets/segmentedcontrol.h"
#include "widgets/table/datatable.h"

#include <QScrollBar>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace Signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kPatience = 120s;
constexpr int kQueues = 10'000;
constexpr int kMessages = 100'000; ///< Unless SIGNALBOX_SCALE_MESSAGES says another number.
constexpr int kFramesOfScroll = 120;
const auto kLarge = u"large"_s; ///< The queue with so many messages.

double ms(std::chrono::nanoseconds time)
{
    return std::chrono::duration<double, std::milli>(time).count();
}

QStringList queueNames()
{
    QStringList names;
    for (int i = 0; i < kQueues; ++i)
        names.append(u"orders-%1"_s.arg(i, 5, 10, QChar(u'0')));
    return names;
}

} // namespace

/// The real window over a broker with very many queues, and with very many messages in one of them.
/// What is right is asserted; how long the turns of the event loop take, how soon the first page
/// shows and how much memory the process has is printed (docs/performance.md).
class TestScale : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_harness = std::make_unique<ConsoleHarness>(); }
    void cleanup() { m_harness.reset(); }

    void tenThousandQueuesStayFluent()
    {
        const QStringList names = queueNames();
        {
            StoreFiller filler(m_harness->dataDirectory());
            QVERIFY(filler.open());
            QVERIFY(filler.layQueues(names));
        }
        QVERIFY(m_harness->start());
        window().showSection(Sidebar::Queues);
        begin();
        QVERIFY(m_watch.run([this] { return shownRows() == kQueues; }, kPatience));
        report("queues: all of them come");

        // Another start of the broker: every row is compared with what is there.
        DataTable &list = table<QueuesPanel>();
        list.setCurrentIndex(list.model()->index(kQueues / 2, 0));
        const QString selected = list.currentIndex().data().toString();
        window().connection()->queueFeed().startOver();
        QVERIFY(m_watch.run([this] { return window().connection()->queueFeed().isComplete(); },
                            kPatience));
        QCOMPARE(shownRows(), kQueues);
        QCOMPARE(list.currentIndex().data().toString(), selected);
        report("queues: all of them come again");

        auto apps =
            std::make_unique<BusyApps>(m_harness->console().broker().endpoint(), names, 1000, 1);
        QVERIFY(frames(10 * 60, [](int) {}));
        report("queues: 1,000 changes a second are merged");
        QVERIFY(scroll(list));
        report("queues: the same, scrolled from end to end");
        QVERIFY(filter());
        report("queues: the same, filtered");
        QVERIFY(sort(list));
        report("queues: the same, sorted by each column");
        const QHash<QString, int> sent = apps->stop();
        list.sortByColumn(QueueListModel::Name, Qt::AscendingOrder);

        // Nothing was lost on the way into the rows.
        QVERIFY(sent.size() > kQueues / 10);
        QVERIFY(m_watch.run([&] { return wrongRows(names, sent) == 0; }, kPatience));
        QCOMPARE(shownRows(), kQueues);
        for (int row = 0; row < kQueues; ++row)
            QCOMPARE(list.model()->index(row, QueueListModel::Name).data().toString(),
                     names.at(row));
    }

    void aMillionMessagesStayFluent()
    {
        const int messages = qEnvironmentVariableIntValue("SIGNALBOX_SCALE_MESSAGES") > 0
            ? qEnvironmentVariableIntValue("SIGNALBOX_SCALE_MESSAGES")
            : kMessages;
        const int delayed = messages / 10;
        {
            QElapsedTimer laying;
            laying.start();
            StoreFiller filler(m_harness->dataDirectory());
            QVERIFY(filler.open());
            QVERIFY(filler.layMessages(kLarge, messages, 300));
            QVERIFY(filler.layMessages(u"delayed"_s, delayed, 300, 24h));
            qInfo("Laid %d messages in %.1f s.", messages + delayed,
                  double(laying.elapsed()) / 1000);
        }
        QVERIFY(m_harness->start());
        window().showSection(Sidebar::Queues);
        QVERIFY(m_watch.run([this] { return shownRows() == 2; }, kPatience));

        begin();
        QElapsedTimer opening;
        opening.start();
        QVERIFY(m_watch.runAfter([this] { window().openQueue(kLarge); },
                                 [this] { return shownMessages() == MessageListModel::kPage; },
                                 kPatience));
        qInfo("First page of %d messages after %lld ms.", messages, opening.elapsed());
        report("messages: the first page");

        MessageListView &view = messageList();
        DataTable &list = *view.findChild<DataTable *>();
        const auto toTheEnd = [&list] {
            list.verticalScrollBar()->setValue(list.verticalScrollBar()->maximum());
        };
        QVERIFY(m_watch.run([&] { return view.model().isFull(); }, kPatience, toTheEnd));
        report("messages: page after page, up to 20,000");
        // There it ends, and says so; so memory does not follow the queue.
        QVERIFY(frames(30, [&](int) { toTheEnd(); }));
        QCOMPARE(shownMessages(), MessageListModel::kMostRows);
        QVERIFY2(says(view, u"The newest 20,000 of "_s),
                 qPrintable(visibleTexts(view).join(u" | "_s)));
        QVERIFY(isNewestFirst(view.model()));
        QVERIFY(scroll(list));
        report("messages: scrolled from end to end");

        auto &states = *view.findChild<MessageTools *>();
        QVERIFY(m_watch.runAfter(
            [&] {
                states.setState(Admin::MessageState::Leased);
                emit states.stateChosen();
            },
            [&] { return view.model().isLoaded() && shownMessages() == 0; }, kPatience));
        QVERIFY(m_watch.runAfter(
            [&] {
                states.setState(Admin::MessageState::Ready);
                emit states.stateChosen();
            },
            [&] { return shownMessages() == MessageListModel::kPage; }, kPatience));
        report("messages: another state, and back");
        QVERIFY(m_watch.runAfter([&] { window().openQueue(u"delayed"_s); },
                                 [&] { return shownMessages() == MessageListModel::kPage; },
                                 kPatience));
        report("messages: another queue, all of it delayed");

        QVERIFY(tail());
    }

private:
    MainWindow &window() { return m_harness->window(); }

    template <typename PanelKind>
    DataTable &table()
    {
        return *m_harness->visible<PanelKind>()->template findChild<DataTable *>();
    }
    MessageListView &messageList()
    {
        return *m_harness->visible<QueuePanel>()->findChild<MessageListView *>();
    }
    int shownRows()
    {
        return m_harness->visible<QueuesPanel>() ? table<QueuesPanel>().model()->rowCount() : -1;
    }
    int shownMessages()
    {
        return m_harness->visible<QueuePanel>() ? messageList().model().rowCount() : -1;
    }

    /// Rows of the queues' list, also while it says that it has none.
    int shownOrNone()
    {
        return m_harness->visible<QueuesPanel>()->findChild<DataTable *>()->model()->rowCount();
    }

    void begin() { m_watch.reset(); }
    void report(const char *phase)
    {
        const TurnWatch::Longest &longest = m_watch.longest();
        const QString own = longest.processor
            ? u" (of its own work %1 ms)"_s.arg(ms(*longest.processor), 0, 'f', 0)
            : QString();
        const std::optional<qint64> resident = Platform::residentBytes();
        qInfo("%-48s longest turn %4.0f ms%s, %lld MiB resident", phase, ms(longest.wall),
              qPrintable(own), resident.value_or(0) >> 20);
        m_watch.reset();
    }

    /// Runs \a step with 0, 1, … in as many frames of the event loop.
    bool frames(int count, const std::function<void(int)> &step)
    {
        int frame = 0;
        return m_watch.run([&] { return frame >= count; }, kPatience, [&] { step(frame++); });
    }

    bool scroll(DataTable &list)
    {
        QScrollBar &bar = *list.verticalScrollBar();
        return frames(2 * kFramesOfScroll, [&bar](int frame) {
            const int way = frame < kFramesOfScroll ? frame : 2 * kFramesOfScroll - 1 - frame;
            bar.setValue(int(qint64(bar.maximum()) * way / (kFramesOfScroll - 1)));
        });
    }

    bool filter()
    {
        auto *panel = m_harness->visible<QueuesPanel>();
        auto *field = panel->findChild<SearchField *>();
        auto *segments = panel->findChild<SegmentedControl *>();
        bool allRight = true;
        // As it is typed: names with a 9 in them, with two in a row, and so on.
        const QStringList texts{u"9"_s, u"99"_s, u"no such queue"_s, u"-099"_s, QString()};
        const QList<int> rows{3439, 280, 0, 100, kQueues};
        for (qsizetype i = 0; i < texts.size(); ++i) {
            allRight = m_watch.runAfter([&] { field->setText(texts.at(i)); },
                                        [&] { return shownOrNone() == rows.at(i); }, kPatience)
                && allRight;
        }
        for (int segment = 1; segment >= 0; --segment)
            allRight = frames(30, [&](int) { segments->setCurrentIndex(segment); }) && allRight;
        return allRight && shownRows() == kQueues;
    }

    bool sort(DataTable &list)
    {
        const int columns = QueueListModel::ColumnCount;
        return frames(2 * columns * 10, [&list](int frame) {
            if (frame % 10 == 0) {
                const int turn = frame / 10;
                list.sortByColumn(turn / 2, turn % 2 ? Qt::DescendingOrder : Qt::AscendingOrder);
            }
        });
    }

    /// Rows whose count is not what was laid and sent.
    int wrongRows(const QStringList &names, const QHash<QString, int> &sent)
    {
        const QueueListModel &queues = window().connection()->queues();
        if (queues.rowCount() != names.size())
            return int(names.size());
        int wrong = 0;
        for (int row = 0; row < names.size(); ++row) {
            const Admin::QueueRow &queue = queues.queueAt(row);
            wrong += queue.name != names.at(row)
                || queue.counts.ready != row % 2 + sent.value(names.at(row));
        }
        return wrong;
    }

    static bool isNewestFirst(const MessageListModel &model)
    {
        for (int row = 1; row < model.rowCount(); ++row) {
            if (model.messageAt(row).messageId >= model.messageAt(row - 1).messageId)
                return false;
        }
        return true;
    }

    /// Follows a queue into which 1,600 messages a second go, for ten seconds.
    bool tail()
    {
        window().openQueue(kLarge);
        if (!m_watch.run([this] { return shownMessages() == MessageListModel::kPage; }, kPatience))
            return false;
        m_watch.reset();
        MessageListView &view = messageList();
        view.findChild<MessageTools *>()->setTailing(true);
        auto apps = std::make_unique<BusyApps>(m_harness->console().broker().endpoint(),
                                               QStringList{kLarge}, 100, 16);
        bool inBounds = true;
        const bool ran = frames(10 * 60, [&](int) {
            inBounds = inBounds && shownMessages() <= MessageListModel::kMostFollowed;
        });
        report("messages: 1,600 a second followed");
        static_cast<void>(apps->stop());
        return ran && inBounds && isNewestFirst(view.model());
    }

    TurnWatch m_watch;
    std::unique_ptr<ConsoleHarness> m_harness;
};

QTEST_MAIN(TestScale)
#include "tst_scale.moc"
