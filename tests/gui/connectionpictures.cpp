// SPDX-License-Identifier: GPL-3.0-only
#include "console/brokerconnection.h"
#include "console/connectionactions.h"
#include "console/connectionbook.h"
#include "console/dialogs/comparedialog.h"
#include "console/dialogs/filebody.h"
#include "console/dialogs/sendmessagedialog.h"
#include "console/models/comparisonmodel.h"
#include "console/panels/queuepanel.h"
#include "console/settings.h"
#include "pictures.h"
#include "remotebroker.h"
#include "widgets/confirmdialog.h"
#include "widgets/segmentedcontrol.h"

#include <QFile>
#include <QTemporaryDir>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 10'000;
constexpr int kFileKind = 3;

void chooseFile(const SendMessageDialog &dialog, const QTemporaryDir &files)
{
    QFile file(files.filePath(u"label-7731.png"_s));
    if (!file.open(QFile::WriteOnly))
        qFatal("A file cannot be written.");
    file.write(QByteArray("\x89PNG\x00", 5).repeated(900));
    file.close();
    const QList<SegmentedControl *> controls = dialog.findChildren<SegmentedControl *>();
    for (SegmentedControl *control : controls) {
        if (control->count() == kFileKind + 1)
            control->setCurrentIndex(kFileKind);
    }
    auto *body = dialog.findChild<FileBody *>();
    body->load(file.fileName());
    (void)QTest::qWaitFor([body] { return !body->isReading(); }, kPatienceMs);
}

} // namespace

void takeConnections(ConsoleHarness &harness, Camera &camera)
{
    RemoteBroker remote(u"production-key"_s, u"production-secret"_s);
    if (!remote.createQueue(u"orders-intake"_s) || !remote.createQueue(u"orders-refund"_s))
        qFatal("The broker elsewhere refused a queue.");
    ConnectionBook &book = harness.console().connections();
    SavedConnection production{{}, u"production"_s, remote.url(), u"production-key"_s};
    production.stripe = StripeColor::Red;
    production.asksBeforeChange = true;
    const int index = book.add(production, u"production-secret"_s);
    auto *actions = harness.window().findChild<ConnectionActions *>();

    const QTemporaryDir files;
    camera.take(u"compose-file"_s, [&] {
        harness.window().openQueue(u"orders-intake"_s);
        shown<QueuePanel>(harness)->sendMessage();
        chooseFile(*shown<SendMessageDialog>(harness), files);
    });
    camera.take(u"compare-connections"_s, [&] {
        actions->compare(ConnectionBook::kOwn, index);
        const ComparisonModel &model = shown<CompareDialog>(harness)->model();
        (void)QTest::qWaitFor([&model] { return model.rowCount() > 0; }, kPatienceMs);
    });
    camera.take(u"connection-edit"_s, [&] { actions->edit(index); });
    book.setCurrent(index);
    camera.take(u"connection-asks"_s, [&] {
        harness.window().openQueue(u"orders-intake"_s);
        // Kept by nobody: the question is what is looked at.
        static_cast<void>(
            harness.window().connection()->mns().sendMessage(u"orders-intake"_s, message("one")));
        shown<ConfirmDialog>(harness);
    });
    camera.take(u"connection-stripe-narrow"_s, [&] {
        harness.window().resize(1024, 640);
        harness.window().showSection(Sidebar::Queues);
        QTest::qWait(Camera::kSettleMs);
    });
    harness.window().resize(camera.size());
    book.remove(index);
}

} // namespace Signalbox
