// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/theme.h"

#include <QIcon>
#include <QPixmap>
#include <QRectF>

class QPainter;

namespace Signalbox {

/// Icons are lucide files of resources/icons/lucide, named without ".svg" ("trash-2"). They are
/// drawn in one colour that is looked up in the current theme when they are painted, so a QIcon
/// outlives a change of theme.

/// An icon for buttons, menus and item views in the colour \a token; disabled items use
/// Token::Disabled. In a box wider than high it stands at the left: an icon size of 20 by 16 gives
/// 4 px of air before a button's text.
[[nodiscard]] QIcon themedIcon(const QString &name, Token token = Token::Text2);

/// \a name drawn \a size logical pixels square in \a color for a device ratio of \a ratio; kept in
/// QPixmapCache. An unknown name gives an empty pixmap of that size.
[[nodiscard]] QPixmap iconPixmap(const QString &name, const QColor &color, int size, qreal ratio);

/// Paints \a name into the middle of \a rect, \a size logical pixels square.
void paintIcon(QPainter &painter, const QRectF &rect, const QString &name, const QColor &color,
               int size);

/// The program's mark, a rounded square in the accent with a signal on it, \a size logical pixels
/// square.
[[nodiscard]] QPixmap brandMark(const Theme &theme, int size, qreal ratio);

/// The program's icon for windows and task bars.
[[nodiscard]] QIcon applicationIcon();

} // namespace Signalbox
