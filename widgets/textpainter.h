// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QFont>
#include <QRectF>
#include <QString>

class QPainter;

namespace Signalbox {

/// One line of text in \a rect with the painter's font and pen, elided where it does not fit. The
/// base line comes from the font's first family, so that Latin and CJK text stand on the same line.
/// \a alignment is horizontal and obeys the painter's layout direction.
void drawLine(QPainter &painter, const QRectF &rect, const QString &text,
              Qt::Alignment alignment = Qt::AlignLeading, Qt::TextElideMode elide = Qt::ElideRight);

/// As drawLine(), but every digit takes the width of the widest one, so that figures stand under
/// each other and do not shake when they change. Too long a text is elided at the end.
void drawTabular(QPainter &painter, const QRectF &rect, const QString &text,
                 Qt::Alignment alignment = Qt::AlignTrailing);

/// Width of \a text as drawTabular() paints it, in logical pixels.
[[nodiscard]] qreal tabularWidth(const QFont &font, const QString &text);

/// "5F290A7C…A1C0": the first and last \a ends characters of a longer \a id; a short one as it is.
[[nodiscard]] QString shortId(const QString &id, int ends = 4);

} // namespace Signalbox
