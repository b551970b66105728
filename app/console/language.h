// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QLocale>
#include <QObject>
#include <QString>
#include <QTranslator>

#include <memory>
#include <vector>

namespace Signalbox {

/// The languages of the console. System takes what the desktop asks for, English where that is
/// neither.
enum class Language { System, English, Chinese };

/// As kept in the settings: "system", "en" or "zh_CN"; anything else reads as System.
[[nodiscard]] QString languageCode(Language language);
[[nodiscard]] Language languageFromCode(const QString &code);

/// Owns the program's translators. Installing another language sends QEvent::LanguageChange to
/// every widget, which is when they set their texts again. GUI thread; made before the first
/// widget.
class LanguageSwitch : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LanguageSwitch)

public:
    explicit LanguageSwitch(QObject *parent = nullptr);
    ~LanguageSwitch() override;

    /// Also sets the default QLocale, by which numbers and times are written.
    void use(Language language);
    [[nodiscard]] Language language() const { return m_language; }

signals:
    /// After every widget was told.
    void changed();

private:
    void removeTranslators();

    Language m_language = Language::System;
    QLocale m_systemLocale = QLocale::system();
    std::vector<std::unique_ptr<QTranslator>>
        m_translators; ///< Of the console, its widgets, and Qt's own texts.
};

} // namespace Signalbox
