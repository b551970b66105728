// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/mnsclient.h"
#include "console/console.h"
#include "console/mainwindow.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

class QAbstractButton;

namespace Signalbox {

/// The first widget of a kind below \a root that can be seen, or null.
template <typename Widget>
[[nodiscard]] Widget *visibleIn(const QWidget &root)
{
    const QList<Widget *> all = root.findChildren<Widget *>();
    for (Widget *widget : all) {
        if (widget->isVisible())
            return widget;
    }
    return nullptr;
}

/// The real console over a real broker, in a folder of its own that lasts as long as the harness.
/// It can be quit and started again.
class ConsoleHarness
{
public:
    ConsoleHarness();

    /// How the console is started from now on.
    [[nodiscard]] ConsoleOptions &options() { return m_options; }
    /// Starts the console and waits for its broker; false when that did not come up.
    [[nodiscard]] bool start();
    void quit();

    [[nodiscard]] Console &console() { return *m_console; }
    [[nodiscard]] MainWindow &window() { return m_console->window(); }
    [[nodiscard]] QString settingsFile() const
    {
        return m_directory.filePath(QStringLiteral("console.ini"));
    }

    /// Of the broker inside. Before start() it can be filled.
    [[nodiscard]] QString dataDirectory() const
    {
        return m_directory.filePath(QStringLiteral("data"));
    }

    /// An app that uses the broker: another client, known to nobody in the console.
    [[nodiscard]] MnsClient &app();

    /// The only widget of a kind below the window that can be seen, or null.
    template <typename Widget>
    [[nodiscard]] Widget *visible()
    {
        return visibleIn<Widget>(window());
    }

    /// Waits for the answer of \a future; the test fails when none comes.
    template <typename T>
    [[nodiscard]] static bool succeeded(QFuture<Result<T>> future)
    {
        return QTest::qWaitFor([&] { return future.isFinished(); }, 10'000)
            && future.resultCount() > 0 && future.result().ok();
    }

private:
    QTemporaryDir m_directory;
    ConsoleOptions m_options;
    std::unique_ptr<Console> m_console;
    std::unique_ptr<MnsClient> m_app;
};

/// A message for an app to send.
[[nodiscard]] OutgoingMessage message(const QByteArray &body,
                                      std::chrono::seconds delay = std::chrono::seconds(0));
/// All that can be read in \a widget at the moment.
[[nodiscard]] QStringList visibleTexts(const QWidget &widget);
/// \a part stands somewhere in \a widget, readable at the moment.
[[nodiscard]] bool says(const QWidget &widget, const QString &part);
/// A notice at the lower right of \a window contains \a part.
[[nodiscard]] bool isNoticed(const QWidget &window, const QString &part);
/// Answers the open dialog that asks for a file below \a widget with \a path; without one the test
/// program fails.
void chooseFile(const QWidget &widget, const QString &path);
/// The button below \a widget that shows \a text, or null.
[[nodiscard]] QAbstractButton *buttonOrNull(const QWidget &widget, const QString &text);
/// The button below \a widget that shows \a text; without one the test program fails.
[[nodiscard]] QAbstractButton *button(const QWidget &widget, const QString &text);

/// Controls below \a root, itself included, that a screen reader would meet without a name.
[[nodiscard]] QStringList namelessControls(const QWidget &root);

} // namespace Signalbox
