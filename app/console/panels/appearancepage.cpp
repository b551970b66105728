// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/appearancepage.h"

#include "console/panels/settinggroup.h"
#include "console/panels/settingrow.h"
#include "console/settings.h"
#include "widgets/metrics.h"
#include "widgets/segmentedcontrol.h"

#include <QComboBox>
#include <QEvent>
#include <QVBoxLayout>

namespace Signalbox {

using namespace Qt::StringLiterals;

AppearancePage::AppearancePage(ConsoleSettings &settings, ThemeManager &theme,
                               LanguageSwitch &language, QWidget *parent)
    : QWidget(parent)
    , m_group(new SettingGroup(this))
    , m_themeRow(m_group->addRow(u"appearance/theme"_s))
    , m_languageRow(m_group->addRow(u"appearance/language"_s))
    , m_theme(new SegmentedControl(this))
    , m_language(new QComboBox(this))
{
    for (int choice = 0; choice < 3; ++choice) // in the order of ThemePreference
        m_theme->addSegment({});
    m_themeRow->addControl(m_theme);
    // Each language under its own name, so that its reader finds it.
    m_language->addItem({}, int(Language::System));
    m_language->addItem(u"English"_s, int(Language::English));
    m_language->addItem(u"简体中文"_s, int(Language::Chinese));
    m_language->setFixedWidth(200);
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
    m_languageRow->setTexts(tr("Language"), tr("Also decides how numbers and times are written."));
    //: The desktop's language.
    m_language->setItemText(0, tr("System language"));
    m_language->setAccessibleName(tr("Language"));
}

} // namespace Signalbox
