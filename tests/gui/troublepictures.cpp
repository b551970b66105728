// SPDX-License-Identifier: GPL-3.0-only
#include "console/brokerconnection.h"
#include "console/connectionbook.h"
#include "console/panels/queuespanel.h"
#include "console/settings.h"
#include "pictures.h"
#include "remotebroker.h"
#include "widgets/table/datatable.h"
#include "widgets/table/waitnotice.h"

#include <QTcpServer>

namespace Signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kPatienceMs = 10'000;

void takeFrozenClock(ConsoleHarness &harness, Camera &camera)
{
    AdminClient admin(harness.console().broker().endpoint());
    if (!ConsoleHarness::succeeded(admin.freezeClock()))
        return;
    QTest::qWait(1500);
    camera.take(u"clock-frozen"_s, [&] { harness.window().showSection(Sidebar::Overview); });
    if (!ConsoleHarness::succeeded(admin.runClock()))
        qFatal("The clock stands still.");
}

/// A broker elsewhere that stops, and one that the user disconnects.
void takeLostEndpoint(ConsoleHarness &harness, Camera &camera)
{
    RemoteBroker remote(u"rig-key"_s, u"rig-secret"_s);
    if (!remote.createQueue(u"orders-intake"_s) || !remote.createQueue(u"orders-refund"_s))
        qFatal("The broker elsewhere refused a queue.");
    MainWindow &window = harness.window();
    ConnectionBook &book = harness.console().connections();
    const int index = book.add({{}, u"rig-02"_s, remote.url(), u"rig-key"_s}, u"rig-secret"_s);
    book.setCurrent(index);
    (void)QTest::qWaitFor([&window] { return window.connection()->queues().rowCount() > 0; },
                          kPatienceMs);
    remote.stop();
    const auto isLost = [&window] {
        return window.connection()->trouble() == BrokerConnection::Trouble::NoAnswer;
    };
    (void)QTest::qWaitFor(isLost, kPatienceMs);
    QTest::qWait(7000); // until the queues are older than three of their periods
    camera.take(u"endpoint-lost"_s, [&] { window.showSection(Sidebar::Queues); });
    book.setDisconnected(index, true);
    camera.take(u"disconnected"_s, [&] { window.showSection(Sidebar::Queues); });
    book.remove(index);
}

/// Something that takes connections and never answers.
void takeSilence(ConsoleHarness &harness, Camera &camera)
{
    QTcpServer silent;
    if (!silent.listen(QHostAddress::LocalHost))
        return;
    ConnectionBook &book = harness.console().connections();
    const QUrl url(u"http://127.0.0.1:%1"_s.arg(silent.serverPort()));
    const int index = book.add({{}, u"rig-02"_s, url, u"rig-key"_s}, u"rig-secret"_s);
    book.setCurrent(index);
    camera.take(u"still-waiting"_s, [&] {
        harness.window().showSection(Sidebar::Queues);
        shown<QueuesPanel>(harness)->findChild<DataTable *>()->waitNotice().setPatience(100ms);
    });
    book.remove(index);
}

void takeBusyPort(ConsoleHarness &harness, Camera &camera)
{
    QTcpServer other;
    if (!other.listen(QHostAddress::LocalHost))
        return;
    harness.quit();
    harness.options().listen = u"127.0.0.1:%1"_s.arg(other.serverPort());
    static_cast<void>(harness.start());
    harness.window().resize(camera.size());
    camera.take(u"port-in-use"_s, [&] { harness.window().showSection(Sidebar::Overview); });
    harness.quit();
    harness.options().listen.clear();
}

void takeTakenDirectory(ConsoleHarness &harness, Camera &camera)
{
    const OwnBrokerSettings own = ConsoleSettings(harness.settingsFile()).broker();
    RemoteBroker holder(own.accessKeyId, own.accessKeySecret, own.dataDirectory);
    static_cast<void>(harness.start());
    harness.window().resize(camera.size());
    camera.take(u"directory-taken"_s, [&] { harness.window().showSection(Sidebar::Overview); });
}

} // namespace

void takeTrouble(ConsoleHarness &harness, Camera &camera)
{
    takeFrozenClock(harness, camera);
    takeLostEndpoint(harness, camera);
    takeSilence(harness, camera);
}

void takeFailedStarts(ConsoleHarness &harness, Camera &camera)
{
    takeBusyPort(harness, camera);
    takeTakenDirectory(harness, camera);
}

} // namespace Signalbox
