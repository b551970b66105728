// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "camera.h"
#include "consoleharness.h"

#include <QDialog>
#include <QPushButton>
#include <QTest>

namespace Signalbox {

/// The widget of a kind that shows in the window; the program fails without one.
template <typename Widget>
Widget *shown(ConsoleHarness &harness)
{
    const bool there = QTest::qWaitFor([&] { return harness.visible<Widget>() != nullptr; }, 2000);
    auto *widget = harness.visible<Widget>();
    if (!there)
        qFatal("%s is not shown.", Widget::staticMetaObject.className());
    return widget;
}

/// Lets \a dialog show the request it would send.
inline void showRequest(const QDialog &dialog)
{
    const QList<QPushButton *> buttons = dialog.findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->isCheckable() && button->isVisible())
            button->click();
    }
}

/// The tabs of a queue that are worth a look while apps are at work.
void takeQueueTabs(ConsoleHarness &harness, Camera &camera);

/// A queue's messages: searched, held, selected.
void takeQueue(ConsoleHarness &harness, Camera &camera);

/// The dialogs of queues and messages.
void takeDialogs(ConsoleHarness &harness, Camera &camera);

/// What lies over the window or stands beside its panels.
void takeFrame(ConsoleHarness &harness, Camera &camera);

void takeSettings(ConsoleHarness &harness, Camera &camera);

/// All of the window with text a third larger.
void takeLargeText(ConsoleHarness &harness, Camera &camera);

/// Where the keyboard is.
void takeFocus(ConsoleHarness &harness, Camera &camera);

/// Dead letters and how they move back, and queues that keep an order.
void takeDeadLetters(ConsoleHarness &harness, Camera &camera);

/// A broker elsewhere that asks before every change, and what it has in other ways.
void takeConnections(ConsoleHarness &harness, Camera &camera);

/// Brokers that stand still, stop, say nothing or are put aside.
void takeTrouble(ConsoleHarness &harness, Camera &camera);

/// A busy port and a directory that another has; the console is started anew for each.
void takeFailedStarts(ConsoleHarness &harness, Camera &camera);

/// Topics, their attempts and dialogs, over subscribers of every kind.
void takeTopics(ConsoleHarness &harness, Camera &camera);

} // namespace Signalbox
