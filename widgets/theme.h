// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QColor>
#include <QFont>
#include <QMetaType>
#include <QPalette>
#include <QSharedDataPointer>
#include <QString>

#include <array>

class QApplication;

namespace Signalbox {

class ThemeData;

enum class ThemeMode { Light, Dark };

/// A colour by its use. Names and order are those of resources/themes/tokens.json (tokenName()).
enum class Token {
    Window,
    Surface,
    Sidebar,
    Sunken,
    Hover,
    Selected,
    SelectedInactive,
    Raised,
    BorderSubtle,
    BorderStrong,
    BorderControl,
    Text,
    Text2,
    Muted,
    Disabled,
    Accent,
    AccentHover,
    AccentPressed,
    OnAccent,
    Link,
    Focus,
    Ok,
    OkBg,
    Warn,
    WarnBg,
    Danger,
    DangerBg,
    Info,
    InfoBg,
    Neutral,
    NeutralBg,
    DangerFill,
    DangerFillHover,
    OnDanger,
    Series1,
    Series2,
    Series3,
    Series4,
    Series5,
    ChartGrid,
    ChartAxis,
    SynKey,
    SynString,
    SynNumber,
    SynPunct,
    TooltipBg,
    TooltipText,
    Scrim,
    Shadow
};
inline constexpr int kTokenCount = int(Token::Shadow) + 1;

/// A colour for every Token, in their order.
using ThemeColors = std::array<QColor, kTokenCount>;

/// Name of \a token as tokens.json and the style sheet's "@name" spell it, for example
/// "borderSubtle".
[[nodiscard]] QString tokenName(Token token);

/// How much something matters. Always shown with an icon and a word, never by colour alone.
enum class Tone { Neutral, Ok, Info, Warn, Danger };

/// Text and icon colour of \a tone, and the background of its pills and banners.
[[nodiscard]] Token toneColor(Tone tone);
[[nodiscard]] Token toneBackground(Tone tone);

/// A kind of text: size, weight and family in one word.
enum class TextRole {
    WelcomeTitle,
    Figure,
    PanelTitle,
    DialogTitle,
    InspectorTitle,
    CardTitle,
    BodyMedium,
    Body,
    ColumnTitle,
    FieldLabel,
    Pill,
    Hint,
    GroupLabel,
    SecondLine,
    Axis,
    KeyCap,
    Code,
    CodeSmall
};

/// All colours of both modes, the mode in use and the scale of text: a value, cheap to copy.
///
/// The theme in use is kept on the QApplication itself (Theme::apply(), done by ThemeManager, and
/// Theme::current()), like the palette and the font it goes with. Widgets ask for current() when
/// they paint and repaint on QEvent::PaletteChange, which apply() causes; they keep no colours. GUI
/// thread only.
class Theme
{
public:
    /// Light, scale 1.
    Theme();
    explicit Theme(ThemeMode mode, double scale = 1.0);
    Theme(const Theme &);
    Theme &operator=(const Theme &);
    ~Theme();

    /// This theme on a desktop with high contrast, in the colours of its palette \a desktop: dark
    /// where that is, and the same in both modes.
    [[nodiscard]] Theme inHighContrast(const QPalette &desktop) const;
    /// This theme for who wants nothing to move.
    [[nodiscard]] Theme withoutMotion() const;

    [[nodiscard]] ThemeMode mode() const;
    [[nodiscard]] bool isDark() const { return mode() == ThemeMode::Dark; }
    [[nodiscard]] bool hasMotion() const;

    [[nodiscard]] QColor color(Token token) const;
    [[nodiscard]] QColor color(ThemeMode mode, Token token) const;

    /// Factor on all text sizes, row and control heights: 0.9 to 1.5.
    [[nodiscard]] double scale() const;
    /// A size of metrics.h in device-independent pixels at the current scale.
    [[nodiscard]] int px(int atScaleOne) const;

    /// Chinese text is not drawn below 12 px except on axes and key caps, hence the dependence on
    /// the default QLocale.
    [[nodiscard]] QFont font(TextRole role) const;

    [[nodiscard]] QPalette palette() const;
    /// The QSS template with "@token" replaced by colours and "px(n)" or "px(n-m)" by scaled sizes
    /// (m stays unscaled).
    [[nodiscard]] QString styleSheet() const;

    /// The theme of the running application; light until one was applied.
    [[nodiscard]] static Theme current();
    /// Makes \a theme current: style Fusion, palette, font and style sheet.
    static void apply(QApplication &application, const Theme &theme);

    /// The scale that follows the system: its font's pixel size by 13, held between 0.9 and 1.5.
    [[nodiscard]] static double scaleForFont(const QFont &systemFont);

private:
    QSharedDataPointer<ThemeData> m_data;
};

/// Registers the bundled fonts (Inter, JetBrains Mono); false when one could not be read. Once per
/// program.
bool installFonts();

} // namespace Signalbox

Q_DECLARE_METATYPE(Signalbox::Theme)
