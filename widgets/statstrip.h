// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/card.h"

#include <QList>

class QHBoxLayout;

namespace Signalbox {

class NumberLabel;
class Sparkline;
class TextLabel;

/// What one tile says: a name, a figure with its unit, the last hour's course and one line of
/// context. A tone that is not neutral colours the course and the context and gives the context its
/// icon; the figure stays in the text colour.
struct StatTile
{
    QString name;
    QString figure;
    QList<double> course;
    QString context;
    Tone tone = Tone::Neutral;
    bool operator==(const StatTile &) const = default;
};

/// One card of tiles with hairlines between them.
class StatStrip : public Card
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatStrip)
public:
    explicit StatStrip(QWidget *parent = nullptr);
    ~StatStrip() override;

    /// Shows \a tiles; the same number as before changes the tiles in place.
    void setTiles(const QList<StatTile> &tiles);

    [[nodiscard]] QSize sizeHint() const override;

signals:
    /// A tile was clicked or Enter pressed on it.
    void tileActivated(int index);

private:
    QHBoxLayout *m_row;
    QList<class StatTileView *> m_views;
};

} // namespace Signalbox
