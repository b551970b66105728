// SPDX-License-Identifier: GPL-3.0-only
#include "consoleharness.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QStackedWidget>

#include <algorithm>

namespace Signalbox {

using namespace Qt::StringLiterals;

ConsoleHarness::ConsoleHarness()
{
    OwnBrokerSettings broker = OwnBrokerSettings::defaults();
    broker.port = 0;
    broker.dataDirectory = dataDirectory();
    m_options.settingsFile = settingsFile();
    m_options.secrets = SecretStore::Policy::FileOnly;
    ConsoleSettings settings(settingsFile());
    settings.setBroker(broker);
    settings.setLanguage(Language::English);
    settings.setTheme(ThemePreference::Light);
}

bool ConsoleHarness::start()
{
    auto *application = qobject_cast<QApplication *>(QCoreApplication::instance());
    m_console = std::make_unique<Console>(*application, m_options);
    const bool isFirst = m_console->settings().windowGeometry().isEmpty();
    m_console->start();
    if (isFirst) // the screen that is none is smaller than those of people
        window().resize(1280, 800);
    const OwnBroker &broker = m_console->broker();
    return QTest::qWaitForWindowExposed(&window())
        && QTest::qWaitFor([&broker] { return broker.state() != OwnBroker::State::Starting; },
                           10'000)
        && broker.state() == OwnBroker::State::Running;
}

void ConsoleHarness::quit()
{
    m_app.reset();
    window().close();
    m_console.reset();
}

MnsClient &ConsoleHarness::app()
{
    if (!m_app)
        m_app = std::make_unique<MnsClient>(m_console->broker().endpoint());
    return *m_app;
}

OutgoingMessage message(const QByteArray &body, std::chrono::seconds delay)
{
    OutgoingMessage outgoing;
    outgoing.body = body;
    if (delay.count() > 0)
        outgoing.delay = delay;
    return outgoing;
}

QStringList visibleTexts(const QWidget &widget)
{
    QStringList texts;
    const QList<QLabel *> labels = widget.findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisible())
            texts.append(label->text());
    }
    return texts;
}

bool says(const QWidget &widget, const QString &part)
{
    const QStringList texts = visibleTexts(widget);
    return std::ranges::any_of(texts, [&part](const QString &text) { return text.contains(part); });
}

bool isNoticed(const QWidget &window, const QString &part)
{
    // Notices paint themselves; their words are their accessible name.
    const QList<QWidget *> all = window.findChildren<QWidget *>();
    return std::ranges::any_of(all, [&part](const QWidget *widget) {
        return widget->isVisible() && widget->accessibleName().contains(part);
    });
}

void chooseFile(const QWidget &widget, const QString &path)
{
    const QList<QFileDialog *> all = widget.findChildren<QFileDialog *>();
    for (QFileDialog *dialog : all) {
        if (dialog->isVisible()) {
            dialog->setDirectory(QFileInfo(path).path());
            dialog->findChild<QLineEdit *>()->setText(QFileInfo(path).fileName());
            QMetaObject::invokeMethod(dialog, "accept");
            return;
        }
    }
    qFatal("No dialog asks for a file.");
}

QAbstractButton *buttonOrNull(const QWidget &widget, const QString &text)
{
    const QList<QAbstractButton *> all = widget.findChildren<QAbstractButton *>();
    for (QAbstractButton *candidate : all) {
        if (candidate->isVisible() && candidate->text() == text)
            return candidate;
    }
    return nullptr;
}

QAbstractButton *button(const QWidget &widget, const QString &text)
{
    QAbstractButton *found = buttonOrNull(widget, text);
    if (!found)
        qFatal("There is no button \"%s\".", qUtf8Printable(text));
    return found;
}

namespace {

bool isControl(const QWidget &widget)
{
    return qobject_cast<const QAbstractButton *>(&widget)
        || qobject_cast<const QLineEdit *>(&widget) || qobject_cast<const QComboBox *>(&widget)
        || qobject_cast<const QAbstractSpinBox *>(&widget)
        || qobject_cast<const QAbstractItemView *>(&widget)
        || qobject_cast<const QPlainTextEdit *>(&widget)
        || (widget.focusPolicy() & Qt::TabFocus) == Qt::TabFocus;
}

/// Parts of Qt's own widgets, and what a widget of ours is made of and speaks for.
bool speaksForItself(const QWidget &widget)
{
    const QWidget *parent = widget.parentWidget();
    return !widget.objectName().startsWith(u"qt_"_s)
        && !(parent
             && (qobject_cast<const QComboBox *>(parent)
                 || qobject_cast<const QAbstractSpinBox *>(parent)
                 || qobject_cast<const QLineEdit *>(parent)))
        && !widget.inherits("QComboBoxPrivateContainer") && !widget.inherits("QComboBoxListView")
        && !widget.inherits("QTableCornerButton") && !widget.inherits("QHeaderView");
}

/// Hidden until it has something to say; the pages of a stack count as there.
bool isPutAway(const QWidget &widget)
{
    for (const QWidget *w = &widget; w && !w->isWindow(); w = w->parentWidget()) {
        if (w->isHidden() && !qobject_cast<const QStackedWidget *>(w->parentWidget()))
            return true;
    }
    return false;
}

} // namespace

QStringList namelessControls(const QWidget &root)
{
    QStringList nameless;
    QList<const QWidget *> all{&root};
    const QList<QWidget *> below = root.findChildren<QWidget *>();
    all.append(QList<const QWidget *>(below.cbegin(), below.cend()));
    for (const QWidget *widget : std::as_const(all)) {
        if (!isControl(*widget) || !speaksForItself(*widget) || isPutAway(*widget))
            continue;
        QAccessibleInterface *interface =
            QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
        if (interface && !interface->text(QAccessible::Name).isEmpty())
            continue;
        const QWidget *parent = widget->parentWidget();
        while (parent && parent->metaObject() == &QWidget::staticMetaObject)
            parent = parent->parentWidget();
        nameless.append(u"%1 in %2"_s.arg(QLatin1StringView(widget->metaObject()->className()),
                                          parent
                                              ? QLatin1StringView(parent->metaObject()->className())
                                              : QLatin1StringView("nothing")));
    }
    return nameless;
}

} // namespace Signalbox
