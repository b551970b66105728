// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QLocale>
#include <QString>
#include <QTranslator>

#include <memory>

namespace Signalbox {

/// Makes everything under ":/signalbox" readable: icons, fonts, themes, translations. A static
/// library's resources are dropped by the linker unless somebody asks for them, so each program
/// calls this once, before the first widget; further calls do nothing.
void initResources();

/// The compiled translation \a catalogue (".qm" base name without the language) for \a locale,
/// ready for QCoreApplication::installTranslator(); null when there is none, as for English. The
/// caller owns it and keeps it installed as long as the language lasts. Widgets retranslate
/// themselves on QEvent::LanguageChange.
[[nodiscard]] std::unique_ptr<QTranslator>
loadTranslation(const QLocale &locale,
                const QString &catalogue = QStringLiteral("signalbox_widgets"));

} // namespace Signalbox
