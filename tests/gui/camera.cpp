// SPDX-License-Identifier: GPL-3.0-only
#include "camera.h"

#include "widgets/highcontrast.h"

#include <QDialog>
#include <QPainter>
#include <QPainterPath>

namespace Signalbox {

using namespace Qt::StringLiterals;

Camera::Camera(ConsoleHarness &harness, const QDir &directory, const QString &suffix, bool mainOnly,
               const QString &only)
    : m_harness(harness)
    , m_directory(directory)
    , m_suffix(suffix)
    , m_mainOnly(mainOnly)
    , m_only(only)
{
}

void Camera::take(const QString &name, const std::function<void()> &arrange, bool isMain)
{
    if ((m_mainOnly && !isMain) || !name.contains(m_only))
        return;
    for (const Language language : {Language::English, Language::Chinese}) {
        for (const ThemePreference theme : {ThemePreference::Light, ThemePreference::Dark}) {
            m_harness.console().language().use(language);
            m_harness.console().theme().setPreference(theme);
            if (m_highContrast) {
                const Theme chosen = Theme::current();
                Theme::apply(*qApp, chosen.inHighContrast(blackAndWhite(chosen.mode())));
            }
            QCoreApplication::processEvents(); // What is open turns to the new language.
            arrange();
            QTest::qWait(kSettleMs);
            const QString file = u"%1-%2-%3%4.png"_s.arg(
                name, theme == ThemePreference::Light ? u"light"_s : u"dark"_s,
                languageCode(language), m_suffix);
            if (!picture().save(m_directory.filePath(file)))
                qWarning("Could not write %s", qUtf8Printable(file));
            closeDialogs();
        }
    }
}

QList<QDialog *> Camera::dialogs()
{
    QList<QDialog *> open;
    const QList<QDialog *> all = m_harness.window().findChildren<QDialog *>();
    for (QDialog *dialog : all) {
        if (dialog->isVisible())
            open.append(dialog);
    }
    return open;
}

QPixmap Camera::picture()
{
    QPixmap window = m_harness.window().grab();
    const QList<QDialog *> open = dialogs();
    for (QDialog *dialog : open) {
        const QPixmap front = dialog->grab();
        const QRect area(QPoint((m_size.width() - dialog->width()) / 2,
                                (m_size.height() - dialog->height()) / 2),
                         dialog->size());
        QPainter painter(&window);
        painter.setRenderHint(QPainter::Antialiasing);
        QPainterPath outline;
        outline.addRoundedRect(area, 10, 10);
        painter.setClipPath(outline);
        painter.drawPixmap(area.topLeft(), front);
    }
    return window;
}

void Camera::closeDialogs()
{
    const QList<QDialog *> open = dialogs();
    for (QDialog *dialog : open)
        dialog->reject();
    QTest::qWait(20);
}

} // namespace Signalbox
