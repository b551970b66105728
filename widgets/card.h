// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/theme.h"
#include "widgets/themedwidget.h"

class QVBoxLayout;

namespace Signalbox {

/// A surface with a hairline and round corners, the one level of boxes. Its layout pads 16 by 12.
class Card : public ThemedWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Card)
public:
    explicit Card(QWidget *parent = nullptr);
    ~Card() override;

    /// The card's column; add content here.
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }

    /// Colours of the card: surface and a subtle line unless told otherwise (sunken for values, a
    /// tone for a verdict).
    void setColors(Token background, Token border);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_body;
    Token m_background = Token::Surface;
    Token m_border = Token::BorderSubtle;
};

/// A hairline between groups, horizontal or vertical.
class Hairline : public ThemedWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Hairline)
public:
    explicit Hairline(Qt::Orientation orientation = Qt::Horizontal, QWidget *parent = nullptr);
    ~Hairline() override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// A shortcut as a small key ("Ctrl K").
class KeyCap : public ThemedWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeyCap)
public:
    explicit KeyCap(const QKeySequence &keys, QWidget *parent = nullptr);
    ~KeyCap() override;

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
};

} // namespace Signalbox
