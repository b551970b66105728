// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/theme.h"
#include "widgets/themedwidget.h"

namespace Signalbox {

/// An icon that stands beside a text and says nothing the text does not say.
class IconMark : public ThemedWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(IconMark)

public:
    /// \a size in pixels at scale 1.
    IconMark(const QString &iconName, Token color, int size, QWidget *parent = nullptr);

    void setIcon(const QString &iconName, Token color);
    void setIconName(const QString &iconName);
    /// Puts a disc of \a diameter pixels at scale 1 behind the icon, both in the colours of \a
    /// tone.
    void setDisc(int diameter, Tone tone);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_iconName;
    Token m_color;
    Token m_background = Token::Surface;
    int m_size;
    int m_disc = 0;
};

} // namespace Signalbox
