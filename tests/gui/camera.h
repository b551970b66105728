// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "consoleharness.h"

#include <QDir>
#include <QList>
#include <QPixmap>
#include <QSize>
#include <QString>

#include <functional>

class QDialog;

namespace Signalbox {

/// Takes the pictures of one console in every theme and language.
class Camera
{
public:
    static constexpr int kSettleMs = 400; ///< Until what was arranged shows.

    /// Only of those with \a only in their name, or where only the main ones are wanted.
    Camera(ConsoleHarness &harness, const QDir &directory, const QString &suffix, bool mainOnly,
           const QString &only);

    /// Of the window, but where a picture is about another size.
    void setSize(const QSize &size) { m_size = size; }
    [[nodiscard]] QSize size() const { return m_size; }
    /// As on a desktop with high contrast.
    void setHighContrast() { m_highContrast = true; }

    /// A picture named \a name of what \a arrange shows, in each look; with \a isMain also where
    /// only few are wanted.
    void take(const QString &name, const std::function<void()> &arrange, bool isMain = false);

private:
    [[nodiscard]] QList<QDialog *> dialogs();
    /// The window, with the dialogs that are open over its middle.
    [[nodiscard]] QPixmap picture();
    void closeDialogs();

    ConsoleHarness &m_harness;
    QDir m_directory;
    QString m_suffix;
    QSize m_size{1280, 800};
    bool m_mainOnly;
    QString m_only; ///< Part of the names wanted.
    bool m_highContrast = false;
};

} // namespace Signalbox
