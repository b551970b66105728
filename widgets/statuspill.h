// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/theme.h"

#include <QLabel>

namespace Signalbox {

/// What a thing is doing: an icon of its own shape, a word and a tone.
struct StateBadge
{
    Tone tone = Tone::Neutral;
    QString iconName;
    QString text;
    bool operator==(const StateBadge &) const = default;
};

/// A state as a pill of 20 px on its tone's background, for headers and cards. Without an icon it
/// is a count or a chip
/// ("FIFO", "24").
class StatusPill : public QLabel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatusPill)
public:
    explicit StatusPill(QWidget *parent = nullptr);
    explicit StatusPill(const StateBadge &state, QWidget *parent = nullptr);
    ~StatusPill() override;

    void setState(const StateBadge &state);
    [[nodiscard]] const StateBadge &state() const { return m_state; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    StateBadge m_state;
};

/// Width and painting of a pill, also for delegates. It is drawn at the left of \a rect, centred
/// vertically.
[[nodiscard]] int pillWidth(const Theme &theme, const StateBadge &state);
void paintPill(QPainter &painter, const QRect &rect, const Theme &theme, const StateBadge &state);

/// The quiet form of tables: icon and word without background. A healthy or neutral state keeps
/// grey words, so that only exceptions are coloured.
void paintQuietState(QPainter &painter, const QRect &rect, const Theme &theme,
                     const StateBadge &state);

} // namespace Signalbox
