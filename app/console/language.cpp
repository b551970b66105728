// SPDX-License-Identifier: GPL-3.0-only
#include "console/language.h"

#include "resources/resources.h"

#include <QCoreApplication>
#include <QLibraryInfo>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

QLocale localeOf(Language language, const QLocale &system)
{
    switch (language) {
    case Language::English:
        return QLocale(QLocale::English, QLocale::UnitedStates);
    case Language::Chinese:
        return QLocale(QLocale::Chinese, QLocale::SimplifiedHanScript, QLocale::China);
    case Language::System:
        break;
    }
    // The "C" locale writes numbers without grouping.
    const bool known =
        system.language() == QLocale::English || system.language() == QLocale::Chinese;
    return known ? system : QLocale(QLocale::English, QLocale::UnitedStates);
}

} // namespace

QString languageCode(Language language)
{
    switch (language) {
    case Language::English:
        return u"en"_s;
    case Language::Chinese:
        return u"zh_CN"_s;
    case Language::System:
        break;
    }
    return u"system"_s;
}

Language languageFromCode(const QString &code)
{
    if (code == "en"_L1)
        return Language::English;
    if (code == "zh_CN"_L1)
        return Language::Chinese;
    return Language::System;
}

LanguageSwitch::LanguageSwitch(QObject *parent)
    : QObject(parent)
{
}

LanguageSwitch::~LanguageSwitch()
{
    removeTranslators();
}

void LanguageSwitch::removeTranslators()
{
    for (const std::unique_ptr<QTranslator> &translator : m_translators)
        QCoreApplication::removeTranslator(translator.get());
    m_translators.clear();
}

void LanguageSwitch::use(Language language)
{
    m_language = language;
    const QLocale locale = localeOf(language, m_systemLocale);
    // Before the translators: widgets write numbers anew when these are installed.
    QLocale::setDefault(locale);

    removeTranslators();
    auto qt = std::make_unique<QTranslator>();
    if (qt->load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        m_translators.push_back(std::move(qt));
    for (const QString &catalogue : {u"signalbox_widgets"_s, u"signalbox_console"_s}) {
        if (std::unique_ptr<QTranslator> translator = loadTranslation(locale, catalogue))
            m_translators.push_back(std::move(translator));
    }
    for (const std::unique_ptr<QTranslator> &translator : m_translators)
        QCoreApplication::installTranslator(translator.get());
    emit changed();
}

} // namespace Signalbox
