// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/appearancepage.h"

#include "console/panels/settinggroup.h"
#include "console/panels/settingrow.h"
#include "console/settings.h"
#include "widgets/format.h"
#include "widgets/metrics.h"
#include "widgets/scaledsize.h"
#include "widgets/segmentedcontrol.h"

#include <QComboBox>
#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int kChoiceWidth = 200;
constexpr std::array kTextScales = {0.9, 1.0, 1.1, 1.2, 1.3, 1.5};

} // namespace

AppearancePage::AppearancePage(ConsoleSettings &settings, ThemeManager &theme,
                               LanguageSwitch &language, QWidget *parent)
    : QWidget(parent)
    , m_group(new SettingGroup(this))
    , m_themeRow(m_group->addRow(u"appearance/theme"_s))
    , m_textRow(m_group->addRow(u"appearance/textScale"_s))
    , m_languageRow(m_group->addRow(u"appearance/language"_s))
    , m_theme(new SegmentedControl(this))
    , m_text(new QComboBox(this))
    , m_language(new QComboBox(this))
{
    for (int choice = 0; choice < 3; ++choice) // in the order of ThemePreference
        m_theme->addSegment({});
    m_themeRow->addControl(m_theme);
    m_text->addItem({});
    for (const double scale : kTextScales)
        m_text->addItem(Format::percent(scale), scale);
    keepScaled(*m_text, &QWidget::setFixedWidth, kChoiceWidth);
    m_textRow->addControl(m_text);
    // Each language under its own name, so that its reader finds it.
    m_language->addItem({}, int(Language::System));
    m_language->addItem(u"English"_s, int(Language::English));
    m_language->addItem(u"简体中文"_s, int(Language::Chinese));
    keepScaled(*m_language, &QWidget::setFixedWidth, kChoiceWidth);
    m_languageRow->addControl(m_language);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_group);
    column->addStretch();

    retranslate();
    m_theme->setCurrentIndex(int(theme.preference()));
    m_language->setCurrentIndex(m_language->findData(int(language.language())));
    connect(m_theme, &SegmentedControl::currentIndexChanged, this, [&settings, &theme](int index) {
        settings.setTheme(ThemePreference(index));
        theme.setPreference(ThemePreference(index));
    });
    // A scale that was written into the file by hand is none of those offered.
    m_text->setCurrentIndex(std::max(0, theme.scale() ? m_text->findData(*theme.scale()) : 0));
    connect(m_text, &QComboBox::activated, this, [this, &settings, &theme] {
        const QVariant chosen = m_text->currentData();
        const auto scale = chosen.isValid() ? std::optional(chosen.toDouble()) : std::nullopt;
        settings.setTextScale(scale);
        theme.setScale(scale);
    });
    connect(m_language, &QComboBox::activated, this, [this, &settings, &language] {
        const auto chosen = Language(m_language->currentData().toInt());
        settings.setLanguage(chosen);
        language.use(chosen);
    });
}

void AppearancePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void AppearancePage::retranslate()
{
    m_group->setTitle(tr("Appearance"));
    m_themeRow->setTexts(tr("Theme"), tr("System follows the desktop, also while it runs."));
    //: Follow the desktop's theme.
    m_theme->setSegmentText(int(ThemePreference::System), tr("System"));
    m_theme->setSegmentText(int(ThemePreference::Light), tr("Light"));
    m_theme->setSegmentText(int(ThemePreference::Dark), tr("Dark"));
    m_theme->setAccessibleName(tr("Theme"));
    m_textRow->setTexts(tr("Text size"), tr("Of everything in the window, with its rows."));
    //: The size of the desktop's text.
    m_text->setItemText(0, tr("System size"));
    m_text->setAccessibleName(tr("Text size"));
    m_languageRow->setTexts(tr("Language"), tr("Also decides how numbers and times are written."));
    //: The desktop's language.
    m_language->setItemText(0, tr("System language"));
    m_language->setAccessibleName(tr("Language"));
}

} // namespace Signalbox
