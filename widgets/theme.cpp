// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/theme.h"

#include "widgets/highcontrast.h"
#include "widgets/themedata.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QFontInfo>
#include <QLocale>
#include <QRegularExpression>
#include <QStyle>
#include <QToolTip>
#include <QWidget>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Signalbox {

namespace {

constexpr char kThemeProperty[] = "signalboxTheme";

struct FontSpec
{
    int pixels;
    QFont::Weight weight;
    bool mono = false;
};

FontSpec fontSpec(TextRole role)
{
    switch (role) {
    case TextRole::WelcomeTitle:
        return {24, QFont::DemiBold};
    case TextRole::Figure:
        return {22, QFont::DemiBold};
    case TextRole::PanelTitle:
        return {20, QFont::DemiBold};
    case TextRole::DialogTitle:
        return {16, QFont::DemiBold};
    case TextRole::InspectorTitle:
        return {15, QFont::DemiBold};
    case TextRole::CardTitle:
        return {13, QFont::DemiBold};
    case TextRole::BodyMedium:
        return {13, QFont::Medium};
    case TextRole::Body:
        return {13, QFont::Normal};
    case TextRole::ColumnTitle:
        return {12, QFont::DemiBold};
    case TextRole::FieldLabel:
    case TextRole::Pill:
        return {12, QFont::Medium};
    case TextRole::Hint:
        return {12, QFont::Normal};
    case TextRole::GroupLabel:
        return {11, QFont::DemiBold};
    case TextRole::SecondLine:
    case TextRole::Axis:
        return {11, QFont::Normal};
    case TextRole::KeyCap:
        return {11, QFont::Medium};
    case TextRole::Code:
        return {12, QFont::Normal, true};
    case TextRole::CodeSmall:
        return {11, QFont::Normal, true};
    }
    return {13, QFont::Normal};
}

} // namespace

Token toneColor(Tone tone)
{
    switch (tone) {
    case Tone::Ok:
        return Token::Ok;
    case Tone::Info:
        return Token::Info;
    case Tone::Warn:
        return Token::Warn;
    case Tone::Danger:
        return Token::Danger;
    case Tone::Neutral:
        break;
    }
    return Token::Neutral;
}

Token toneBackground(Tone tone)
{
    switch (tone) {
    case Tone::Ok:
        return Token::OkBg;
    case Tone::Info:
        return Token::InfoBg;
    case Tone::Warn:
        return Token::WarnBg;
    case Tone::Danger:
        return Token::DangerBg;
    case Tone::Neutral:
        break;
    }
    return Token::NeutralBg;
}

Theme::Theme()
    : Theme(ThemeMode::Light)
{
}

Theme::Theme(ThemeMode mode, double scale)
    : m_data(new ThemeData(loadedTheme()))
{
    m_data->mode = mode;
    m_data->scale = std::clamp(scale, 0.9, 1.5);
}

Theme::Theme(const Theme &) = default;
Theme &Theme::operator=(const Theme &) = default;
Theme::~Theme() = default;

Theme Theme::inHighContrast(const QPalette &desktop) const
{
    Theme theme = *this;
    theme.m_data->mode = modeOf(desktop);
    theme.m_data->light = theme.m_data->dark =
        highContrastColors(theme.isDark() ? m_data->dark : m_data->light, desktop);
    return theme;
}

Theme Theme::withoutMotion() const
{
    Theme theme = *this;
    theme.m_data->hasMotion = false;
    return theme;
}

bool Theme::hasMotion() const
{
    return m_data->hasMotion;
}

ThemeMode Theme::mode() const
{
    return m_data->mode;
}

QColor Theme::color(Token token) const
{
    return color(m_data->mode, token);
}

QColor Theme::color(ThemeMode mode, Token token) const
{
    return (mode == ThemeMode::Dark ? m_data->dark : m_data->light)[size_t(token)];
}

double Theme::scale() const
{
    return m_data->scale;
}

int Theme::px(int atScaleOne) const
{
    return int(std::lround(atScaleOne * m_data->scale));
}

QFont Theme::font(TextRole role) const
{
    const FontSpec spec = fontSpec(role);
    int pixels = spec.pixels;
    const bool mayBeTiny = role == TextRole::Axis || role == TextRole::KeyCap || spec.mono;
    if (!mayBeTiny && QLocale().language() == QLocale::Chinese)
        pixels = std::max(pixels, 12);
    QFont font;
    font.setFamilies(spec.mono ? m_data->monoFamilies : m_data->uiFamilies);
    font.setPixelSize(px(pixels));
    font.setWeight(spec.weight);
    font.setHintingPreference(QFont::PreferVerticalHinting);
    if (spec.mono)
        font.setStyleHint(QFont::Monospace);
    return font;
}

QPalette Theme::palette() const
{
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, Token token) {
        palette.setColor(QPalette::All, role, color(token));
    };
    set(QPalette::Window, Token::Window);
    set(QPalette::WindowText, Token::Text);
    set(QPalette::Base, Token::Surface);
    set(QPalette::AlternateBase, Token::Sunken);
    set(QPalette::Text, Token::Text);
    set(QPalette::Button, Token::Surface);
    set(QPalette::ButtonText, Token::Text);
    set(QPalette::BrightText, Token::Text);
    set(QPalette::Highlight, Token::Selected);
    set(QPalette::HighlightedText, Token::Text);
    set(QPalette::PlaceholderText, Token::Muted);
    set(QPalette::ToolTipBase, Token::TooltipBg);
    set(QPalette::ToolTipText, Token::TooltipText);
    set(QPalette::Link, Token::Link);
    set(QPalette::LinkVisited, Token::Link);
    set(QPalette::Light, Token::Surface);
    set(QPalette::Midlight, Token::BorderSubtle);
    set(QPalette::Mid, Token::BorderStrong);
    set(QPalette::Dark, Token::BorderControl);
    set(QPalette::Shadow, Token::Shadow);
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, color(Token::Disabled));
    return palette;
}

QString Theme::styleSheet() const
{
    static const QRegularExpression comment(u"/\\*.*?\\*/"_s,
                                            QRegularExpression::DotMatchesEverythingOption);
    const QString source =
        QString::fromUtf8(readResource(u":/signalbox/themes/console.qss"_s)).remove(comment);
    static const QRegularExpression word(
        u"@([a-zA-Z0-9]+)|\\bpx\\(\\s*(\\d+)\\s*(?:-\\s*(\\d+)\\s*)?\\)"_s);
    QString result;
    result.reserve(source.size() * 2);
    qsizetype last = 0;
    for (auto it = word.globalMatch(source); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        result += QStringView(source).mid(last, match.capturedStart() - last);
        last = match.capturedEnd();
        const QString name = match.captured(1);
        if (name.isEmpty()) {
            result += QString::number(px(match.captured(2).toInt()) - match.captured(3).toInt())
                + "px"_L1;
        } else if (name == "mode"_L1) {
            result += isDark() ? "dark"_L1 : "light"_L1;
        } else {
            const std::optional<Token> token = tokenNamed(name);
            Q_ASSERT_X(token, "Theme::styleSheet", qPrintable(name));
            if (token) {
                const QColor value = color(*token);
                result += value.name(value.alpha() == 255 ? QColor::HexRgb : QColor::HexArgb);
            }
        }
    }
    result += QStringView(source).mid(last);
    return result;
}

Theme Theme::current()
{
    if (const QCoreApplication *application = QCoreApplication::instance()) {
        const QVariant theme = application->property(kThemeProperty);
        if (theme.canConvert<Theme>())
            return theme.value<Theme>();
    }
    return Theme();
}

void Theme::apply(QApplication &application, const Theme &theme)
{
    // First the value: the palette change below makes every widget ask for it.
    application.setProperty(kThemeProperty, QVariant::fromValue(theme));
    QApplication::setFont(theme.font(TextRole::Body));
    if (application.style()->name().compare("fusion"_L1, Qt::CaseInsensitive) != 0)
        QApplication::setStyle(u"Fusion"_s);
    QApplication::setPalette(theme.palette());
    QToolTip::setPalette(theme.palette());
    QToolTip::setFont(theme.font(TextRole::Hint));
    application.setStyleSheet(theme.styleSheet());
    // Once more, and at the end: a palette that is the same is told to nobody, though sizes differ,
    // and a style sheet that is set anew gives widgets the font back that they had before.
    QEvent changed(QEvent::PaletteChange);
    const QWidgetList all = QApplication::allWidgets();
    for (QWidget *widget : all)
        QCoreApplication::sendEvent(widget, &changed);
}

double Theme::scaleForFont(const QFont &systemFont)
{
    const int pixels = QFontInfo(systemFont).pixelSize();
    return pixels <= 0 ? 1.0 : std::clamp(pixels / 13.0, 0.9, 1.5);
}

bool installFonts()
{
    bool complete = true;
    for (const QString &file :
         {u"inter/Inter-Regular.otf"_s, u"inter/Inter-Medium.otf"_s, u"inter/Inter-SemiBold.otf"_s,
          u"jetbrains-mono/JetBrainsMono-Regular.ttf"_s})
        complete &= QFontDatabase::addApplicationFont(u":/signalbox/fonts/"_s + file) >= 0;
    return complete;
}

} // namespace Signalbox
