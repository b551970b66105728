// SPDX-License-Identifier: GPL-3.0-only
#include "console/stripes.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPixmap>

#include <algorithm>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSwatch = 16;

class StripeTexts
{
    Q_DECLARE_TR_FUNCTIONS(StripeTexts)
};

} // namespace

std::optional<Tone> stripeTone(StripeColor color)
{
    switch (color) {
    case StripeColor::Red:
        return Tone::Danger;
    case StripeColor::Amber:
        return Tone::Warn;
    case StripeColor::Green:
        return Tone::Ok;
    case StripeColor::Blue:
        return Tone::Info;
    case StripeColor::None:
        break;
    }
    return std::nullopt;
}

QString stripeWord(StripeColor color)
{
    switch (color) {
    case StripeColor::Red:
        return u"red"_s;
    case StripeColor::Amber:
        return u"amber"_s;
    case StripeColor::Green:
        return u"green"_s;
    case StripeColor::Blue:
        return u"blue"_s;
    case StripeColor::None:
        break;
    }
    return u"none"_s;
}

StripeColor stripeColor(const QString &word)
{
    const auto found = std::find_if(kStripeColors.begin(), kStripeColors.end(),
                                    [&](StripeColor color) { return stripeWord(color) == word; });
    return found == kStripeColors.end() ? StripeColor::None : *found;
}

QString stripeName(StripeColor color)
{
    switch (color) {
    case StripeColor::Red:
        return StripeTexts::tr("Red");
    case StripeColor::Amber:
        return StripeTexts::tr("Amber");
    case StripeColor::Green:
        return StripeTexts::tr("Green");
    case StripeColor::Blue:
        return StripeTexts::tr("Blue");
    case StripeColor::None:
        break;
    }
    //: No colour stripe.
    return StripeTexts::tr("None");
}

QIcon stripeIcon(StripeColor color)
{
    QPixmap swatch(kSwatch, kSwatch);
    swatch.fill(Qt::transparent);
    if (const std::optional<Tone> tone = stripeTone(color)) {
        QPainter painter(&swatch);
        painter.fillRect(QRect(2, 2, kSwatch - 4, kSwatch - 4),
                         Theme::current().color(toneColor(*tone)));
    }
    return QIcon(swatch);
}

} // namespace Signalbox
