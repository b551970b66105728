// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/admintypes.h"
#include "consoleharness.h"

#include <QObject>

namespace Signalbox {

class DataTable;
class MessageListModel;
class QueuePanel;

/// Tests of the console: each one meets a window over a new broker. A suite that begins with more
/// has an init() of its own, which calls startConsole().
class ConsoleSuite : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConsoleSuite)

public:
    ConsoleSuite();
    ~ConsoleSuite() override;

protected:
    void startConsole();

    /// Opens the queue "orders" with \a outgoing in it; the window is active then.
    void openQueueWith(const QList<OutgoingMessage> &outgoing);
    // Of the queue that is open.
    [[nodiscard]] QueuePanel *panel();
    [[nodiscard]] DataTable *table();
    [[nodiscard]] MessageListModel &messages();

    /// What the console knows of a queue, or null.
    [[nodiscard]] const Admin::QueueRow *row(const QString &queueName = QStringLiteral("orders"));
    /// The same after asking the broker once more; zeros when there is none.
    [[nodiscard]] QueueCounts counts(const QString &queueName = QStringLiteral("orders"));

    /// A key pressed in the window.
    void pressKey(Qt::Key key, Qt::KeyboardModifiers modifiers = {});

    std::unique_ptr<ConsoleHarness> m_harness;

private slots:
    void init();
    void cleanup();
};

} // namespace Signalbox
