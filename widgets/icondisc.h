// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/theme.h"
#include "widgets/themedwidget.h"

namespace Signalbox {

/// A round patch in the colour of what it is about, with an icon in its middle.
class IconDisc final : public ThemedWidget
{
public:
    /// Both in pixels; the disc keeps its size whatever that of the text.
    IconDisc(int diameter, int iconSize, QWidget *parent);

    void setIconName(const QString &iconName);
    void setTone(Tone tone);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_iconName;
    int m_iconSize;
    Tone m_tone = Tone::Info;
};

} // namespace Signalbox
