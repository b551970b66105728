// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "consolesuite.h"

#include <QApplication>
#include <QTest>

namespace Signalbox {

class MainWindow;
class QueueListModel;

/// Tests that drive the window as someone does who never touches the mouse. The welcome is over.
class KeyboardSuite : public ConsoleSuite
{
    Q_OBJECT

protected:
    [[nodiscard]] MainWindow &window();
    [[nodiscard]] QueueListModel &queues();

    /// A key as the user presses it: it goes to where the focus is.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    static void type(const QString &text);
    /// Whatever modifiers the last key had.
    static void select(const DataTable &table, int row);
    void runFromPalette(const QString &action);
    /// Round the parts of the window.
    void goTo(const QWidget &part);
    /// From field to field of a dialog, to the one a screen reader calls \a name.
    void tabTo(const QString &name);

    /// Until the dialog is open and has the focus.
    template <typename Dialog>
    void waitFor()
    {
        QTRY_VERIFY(m_harness->visible<Dialog>());
        auto *dialog = m_harness->visible<Dialog>();
        dialog->activateWindow();
        QTRY_VERIFY(dialog->isAncestorOf(QApplication::focusWidget()));
    }

private slots:
    void init();
};

} // namespace Signalbox
