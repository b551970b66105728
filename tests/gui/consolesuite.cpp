// SPDX-License-Identifier: GPL-3.0-only
#include "consolesuite.h"

#include "console/brokerconnection.h"
#include "console/models/messagelistmodel.h"
#include "console/panels/messagelistview.h"
#include "console/panels/queuepanel.h"
#include "widgets/table/datatable.h"

namespace Signalbox {

using namespace Qt::StringLiterals;

ConsoleSuite::ConsoleSuite() = default;

ConsoleSuite::~ConsoleSuite() = default;

void ConsoleSuite::startConsole()
{
    m_harness = std::make_unique<ConsoleHarness>();
    QVERIFY(m_harness->start());
}

void ConsoleSuite::init()
{
    startConsole();
}

void ConsoleSuite::cleanup()
{
    m_harness.reset();
}

void ConsoleSuite::openQueueWith(const QList<OutgoingMessage> &outgoing)
{
    QVERIFY(ConsoleHarness::succeeded(m_harness->app().createQueue(u"orders"_s)));
    for (const OutgoingMessage &one : outgoing)
        QVERIFY(ConsoleHarness::succeeded(m_harness->app().sendMessage(u"orders"_s, one)));
    m_harness->window().connection()->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(row() != nullptr, 10'000);
    m_harness->window().openQueue(u"orders"_s);
    QVERIFY(panel());
    m_harness->window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_harness->window()));
}

QueuePanel *ConsoleSuite::panel()
{
    return m_harness->visible<QueuePanel>();
}

DataTable *ConsoleSuite::table()
{
    return panel()->findChild<DataTable *>();
}

MessageListModel &ConsoleSuite::messages()
{
    return panel()->findChild<MessageListView *>()->model();
}

const Admin::QueueRow *ConsoleSuite::row(const QString &queueName)
{
    const QueueListModel &queues = m_harness->window().connection()->queues();
    const int at = queues.rowOf(queueName);
    return at < 0 ? nullptr : &queues.queueAt(at);
}

QueueCounts ConsoleSuite::counts(const QString &queueName)
{
    m_harness->window().connection()->refresh();
    const Admin::QueueRow *known = row(queueName);
    return known ? known->counts : QueueCounts();
}

void ConsoleSuite::pressKey(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    m_harness->window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_harness->window()));
    QTest::keyClick(&m_harness->window(), key, modifiers);
}

} // namespace Signalbox
