// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/theme.h"
#include "widgets/themedwidget.h"

#include <QList>

namespace Signalbox {

/// Paints the course of \a values (oldest first, about 40) into \a rect: a line over a light fill
/// with a dot at the end, on its own scale from 0. No values or zeros alone give a flat line; NaN
/// breaks the line.
void paintSparkline(QPainter &painter, const QRectF &rect, const Theme &theme,
                    const QList<double> &values, Tone tone = Tone::Info);

/// The course in words for screen readers: "1,204, rising", "steady", "falling", from the means of
/// the last and first quarters.
[[nodiscard]] QString sparklineText(const QList<double> &values);

class Sparkline : public ThemedWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Sparkline)
public:
    explicit Sparkline(QWidget *parent = nullptr);
    ~Sparkline() override;

    void setValues(const QList<double> &values);
    void setTone(Tone tone);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void languageChanged() override;

private:
    QList<double> m_values;
    Tone m_tone = Tone::Info;
};

} // namespace Signalbox
