// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/themedata.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Signalbox {

namespace {

constexpr std::array<const char *, kTokenCount> kTokenNames = {"window",
                                                               "surface",
                                                               "sidebar",
                                                               "sunken",
                                                               "hover",
                                                               "selected",
                                                               "selectedInactive",
                                                               "raised",
                                                               "borderSubtle",
                                                               "borderStrong",
                                                               "borderControl",
                                                               "text",
                                                               "text2",
                                                               "muted",
                                                               "disabled",
                                                               "accent",
                                                               "accentHover",
                                                               "accentPressed",
                                                               "onAccent",
                                                               "link",
                                                               "focus",
                                                               "ok",
                                                               "okBg",
                                                               "warn",
                                                               "warnBg",
                                                               "danger",
                                                               "dangerBg",
                                                               "info",
                                                               "infoBg",
                                                               "neutral",
                                                               "neutralBg",
                                                               "dangerFill",
                                                               "dangerFillHover",
                                                               "onDanger",
                                                               "series1",
                                                               "series2",
                                                               "series3",
                                                               "series4",
                                                               "series5",
                                                               "chartGrid",
                                                               "chartAxis",
                                                               "synKey",
                                                               "synString",
                                                               "synNumber",
                                                               "synPunct",
                                                               "tooltipBg",
                                                               "tooltipText",
                                                               "scrim",
                                                               "shadow"};

/// tokens.json writes #RRGGBBAA, QColor reads #AARRGGBB.
QColor parseColor(const QString &text)
{
    if (text.size() == 9)
        return QColor(u'#' + text.right(2) + text.mid(1, 6));
    return QColor(text);
}

ThemeColors loadColors(const QJsonObject &colors)
{
    ThemeColors result;
    for (int i = 0; i < kTokenCount; ++i)
        result[size_t(i)] =
            parseColor(colors.value(QLatin1String(kTokenNames[size_t(i)])).toString());
    return result;
}

} // namespace

const ThemeData &loadedTheme()
{
    static const ThemeData data = [] {
        ThemeData result;
        const QJsonObject root =
            QJsonDocument::fromJson(readResource(u":/signalbox/themes/tokens.json"_s)).object();
        const QJsonObject colors = root.value("color"_L1).toObject();
        result.light = loadColors(colors.value("light"_L1).toObject());
        result.dark = loadColors(colors.value("dark"_L1).toObject());
        const QJsonObject font = root.value("font"_L1).toObject();
        result.uiFamilies = font.value("ui"_L1).toVariant().toStringList();
        result.monoFamilies = font.value("mono"_L1).toVariant().toStringList();
        return result;
    }();
    return data;
}

QByteArray readResource(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("Resource %s cannot be read: was initResources() called?", qPrintable(path));
        return {};
    }
    return file.readAll();
}

QString tokenName(Token token)
{
    return QLatin1String(kTokenNames[size_t(token)]);
}

std::optional<Token> tokenNamed(const QString &name)
{
    const auto found = std::find(kTokenNames.begin(), kTokenNames.end(), name.toStdString());
    return found == kTokenNames.end()
        ? std::nullopt
        : std::optional(Token(std::distance(kTokenNames.begin(), found)));
}

} // namespace Signalbox
