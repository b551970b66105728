// SPDX-License-Identifier: GPL-3.0-only
#include "keyboardsuite.h"

#include "console/brokerconnection.h"
#include "widgets/table/datatable.h"

namespace Signalbox {

void KeyboardSuite::init()
{
    startConsole();
    m_harness->console().settings().setWelcomeDone(true);
    window().resize(1280, 800);
    window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
}

MainWindow &KeyboardSuite::window()
{
    return m_harness->window();
}

QueueListModel &KeyboardSuite::queues()
{
    return window().connection()->queues();
}

void KeyboardSuite::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *target = QApplication::activeModalWidget() ? QApplication::activeModalWidget()
                                                        : static_cast<QWidget *>(&window());
    target->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(target));
    QWidget *focused = QApplication::focusWidget();
    QTest::keyClick(focused ? focused : target, key, modifiers);
}

void KeyboardSuite::type(const QString &text)
{
    QVERIFY(QApplication::focusWidget());
    QTest::keyClicks(QApplication::focusWidget(), text);
}

void KeyboardSuite::select(const DataTable &table, int row)
{
    table.selectionModel()->setCurrentIndex(table.model()->index(row, 0),
                                            QItemSelectionModel::ClearAndSelect
                                                | QItemSelectionModel::Rows);
}

void KeyboardSuite::runFromPalette(const QString &action)
{
    press(Qt::Key_K, Qt::ControlModifier);
    type(action);
    press(Qt::Key_Return);
}

void KeyboardSuite::goTo(const QWidget &part)
{
    for (int i = 0; i < 8 && !part.hasFocus(); ++i)
        press(Qt::Key_F6);
    QVERIFY(part.hasFocus());
}

void KeyboardSuite::tabTo(const QString &name)
{
    const auto isThere = [&] {
        const QWidget *focused = QApplication::focusWidget();
        return focused && focused->accessibleName() == name;
    };
    for (int i = 0; i < 20 && !isThere(); ++i)
        press(Qt::Key_Tab);
    QVERIFY(isThere());
}

} // namespace Signalbox
