// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/theme.h"
#include "widgets/thememanager.h"
#include "widgets/themewatcher.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusVariant>
#include <QMap>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Signalbox;

namespace {

constexpr char kBusVariable[] = "DBUS_SESSION_BUS_ADDRESS";

const QString kAppearance = u"org.freedesktop.appearance"_s;
const QString kGnome = u"org.gnome.desktop.a11y.interface"_s;
const QString kGnomeInterface = u"org.gnome.desktop.interface"_s;

/// The settings portal of a desktop.
class Portal : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    void set(const QString &group, const QString &key, const QVariant &value)
    {
        m_values[group + u'/' + key] = value;
        emit SettingChanged(group, key, QDBusVariant(value));
    }
    void clear() { m_values.clear(); }

public slots:
    // Wrapped twice, as the real one does.
    QDBusVariant Read(const QString &group,
                      const QString &key) // NOLINT(readability-identifier-naming)
    {
        const auto found = m_values.constFind(group + u'/' + key);
        if (found == m_values.constEnd())
            sendErrorReply(u"org.freedesktop.portal.Error.NotFound"_s,
                           u"Requested setting not found"_s);
        return QDBusVariant(
            QVariant::fromValue(QDBusVariant(found == m_values.constEnd() ? QVariant(0) : *found)));
    }

signals:
    void SettingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    QMap<QString, QVariant> m_values;
};

} // namespace

class TestThemeWatcher : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QDBusConnection bus = QDBusConnection::connectToBus(
            QString::fromLocal8Bit(qgetenv(kBusVariable)), u"portal"_s);
        if (!bus.isConnected())
            QSKIP("There is no dbus-daemon here.");
        qRegisterMetaType<QDBusVariant>("QDBusVariant");
        QVERIFY(bus.registerObject(u"/org/freedesktop/portal/desktop"_s, &m_portal,
                                   QDBusConnection::ExportAllSlots
                                       | QDBusConnection::ExportAllSignals));
        QVERIFY(bus.registerService(u"org.freedesktop.portal.Desktop"_s));
    }

    void init() { m_portal.clear(); }

    void whatTheDesktopWantsIsRead()
    {
        m_portal.set(kAppearance, u"contrast"_s, 1U);
        m_portal.set(kAppearance, u"reduced-motion"_s, 1U);
        const ThemeWatcher watcher;
        QVERIFY(!watcher.look().highContrast);
        QTRY_VERIFY(watcher.look().highContrast && watcher.look().reducedMotion);
    }

    void olderDesktopsSayItInTheirOwnWords()
    {
        m_portal.set(kGnome, u"high-contrast"_s, true);
        m_portal.set(kGnomeInterface, u"enable-animations"_s, false);
        const ThemeWatcher watcher;
        QTRY_VERIFY(watcher.look().highContrast && watcher.look().reducedMotion);
    }

    void aChangeIsHeard()
    {
        m_portal.set(kAppearance, u"contrast"_s, 0U);
        ThemeWatcher watcher;
        const QSignalSpy changes(&watcher, &ThemeWatcher::lookChanged);
        m_portal.set(kAppearance, u"contrast"_s, 1U);
        QTRY_VERIFY(watcher.look().highContrast);
        m_portal.set(kAppearance, u"contrast"_s, 0U);
        QTRY_VERIFY(!watcher.look().highContrast);
        QCOMPARE(changes.size(), 2);
    }

    void theWindowsFollowInEveryTheme()
    {
        ThemeManager themes(*qApp);
        themes.setPreference(ThemePreference::Dark);
        QVERIFY(Theme::current().color(Token::Surface) != QColor(Qt::black));
        m_portal.set(kAppearance, u"contrast"_s, 1U);
        QTRY_COMPARE(Theme::current().color(Token::Surface), QColor(Qt::black));
        themes.setPreference(ThemePreference::Light);
        QCOMPARE(Theme::current().color(Token::Surface), QColor(Qt::white));
        m_portal.set(kAppearance, u"reduced-motion"_s, 1U);
        QTRY_VERIFY(!Theme::current().hasMotion());
        m_portal.set(kAppearance, u"contrast"_s, 0U);
        QTRY_COMPARE(Theme::current().color(Token::Text),
                     Theme().color(ThemeMode::Light, Token::Text));
    }

private:
    Portal m_portal;
};

/// The bus comes first: Qt connects to it once.
int main(int argc, char *argv[])
{
    QProcess daemon;
    daemon.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
    if (daemon.waitForStarted() && daemon.waitForReadyRead())
        qputenv(kBusVariable, daemon.readLine().trimmed());
    else
        qunsetenv(kBusVariable);
    int result = 0;
    {
        QApplication application(argc, argv);
        TestThemeWatcher test;
        result = QTest::qExec(&test, argc, argv);
    }
    daemon.terminate();
    daemon.waitForFinished();
    return result;
}

#include "tst_themewatcher.moc"
