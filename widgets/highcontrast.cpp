// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/highcontrast.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>

namespace Signalbox {

namespace {

constexpr double kTextRatio = 7.0; // WCAG 2.1, success criterion 1.4.6
constexpr double kDrawingRatio = 4.5;

double luminance(const QColor &color)
{
    const auto linear = [](double value) {
        return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
        + 0.0722 * linear(color.blueF());
}

/// \a share of \a over, the rest of \a under.
QColor mixed(const QColor &under, const QColor &over, float share)
{
    const auto part = [share](float from, float to) { return from + (to - from) * share; };
    return QColor::fromRgbF(part(under.redF(), over.redF()), part(under.greenF(), over.greenF()),
                            part(under.blueF(), over.blueF()));
}

QColor blackOrWhiteOn(const QColor &ground)
{
    const QColor black(Qt::black);
    const QColor white(Qt::white);
    return contrastRatio(black, ground) > contrastRatio(white, ground) ? black : white;
}

} // namespace

double contrastRatio(const QColor &a, const QColor &b)
{
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

ThemeColors highContrastColors(const ThemeColors &colors, const QPalette &desktop)
{
    ThemeColors result = colors;
    const auto color = [&result](Token token) -> QColor & { return result[std::size_t(token)]; };
    const auto set = [&color](std::initializer_list<Token> tokens, const QColor &value) {
        for (const Token token : tokens)
            color(token) = value;
    };
    const QColor base = desktop.color(QPalette::Base);
    QColor text = desktop.color(QPalette::Text);
    if (contrastRatio(text, base) < kTextRatio)
        text = blackOrWhiteOn(base);
    const QColor selected = mixed(base, text, 0.2F);
    const auto standsOut = [&](const QColor &wanted, double ratio) {
        return std::min(contrastRatio(wanted, base), contrastRatio(wanted, selected)) >= ratio;
    };

    set({Token::Window, Token::Surface, Token::Sidebar, Token::Sunken, Token::Raised, Token::OkBg,
         Token::WarnBg, Token::DangerBg, Token::InfoBg, Token::NeutralBg},
        base);
    color(Token::Hover) = mixed(base, text, 0.1F);
    set({Token::Selected, Token::SelectedInactive}, selected);
    set({Token::BorderSubtle, Token::ChartGrid}, mixed(base, text, 0.5F));
    set({Token::BorderStrong, Token::BorderControl, Token::Text, Token::Text2, Token::Muted,
         Token::ChartAxis, Token::TooltipBg},
        text);
    color(Token::TooltipText) = base;
    color(Token::Disabled) = mixed(base, text, 0.6F);

    for (const Token token : {Token::Ok, Token::Warn, Token::Danger, Token::Info, Token::Neutral,
                              Token::SynKey, Token::SynString, Token::SynNumber, Token::SynPunct}) {
        if (!standsOut(color(token), kTextRatio))
            color(token) = text;
    }
    for (const Token token :
         {Token::Series1, Token::Series2, Token::Series3, Token::Series4, Token::Series5}) {
        if (contrastRatio(color(token), base) < kDrawingRatio)
            color(token) = text;
    }
    const QColor highlight = desktop.color(QPalette::Highlight);
    const QColor accent = standsOut(highlight, kTextRatio) ? highlight : text;
    set({Token::Accent, Token::AccentHover, Token::AccentPressed, Token::Focus}, accent);
    color(Token::OnAccent) = blackOrWhiteOn(accent);
    const QColor link = desktop.color(QPalette::Link);
    color(Token::Link) = standsOut(link, kTextRatio) ? link : text;
    set({Token::DangerFill, Token::DangerFillHover}, color(Token::Danger));
    color(Token::OnDanger) = blackOrWhiteOn(color(Token::Danger));
    return result;
}

ThemeMode modeOf(const QPalette &palette)
{
    constexpr int kMiddle = 128; // of QColor::lightness()
    return palette.color(QPalette::Base).lightness() < kMiddle ? ThemeMode::Dark : ThemeMode::Light;
}

QPalette blackAndWhite(ThemeMode mode)
{
    const bool isDark = mode == ThemeMode::Dark;
    QPalette palette;
    palette.setColor(QPalette::Base, isDark ? Qt::black : Qt::white);
    for (const QPalette::ColorRole role : {QPalette::Text, QPalette::Highlight, QPalette::Link})
        palette.setColor(role, isDark ? Qt::white : Qt::black);
    return palette;
}

} // namespace Signalbox
