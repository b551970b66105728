// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/theme.h"

#include <QLabel>

namespace Signalbox {

/// A label in one of the theme's text roles. Always plain text: foreign text must not turn into
/// markup.
class TextLabel : public QLabel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TextLabel)
public:
    explicit TextLabel(TextRole role, const QString &text = {}, QWidget *parent = nullptr);
    TextLabel(TextRole role, Token color, const QString &text = {}, QWidget *parent = nullptr);
    ~TextLabel() override;

    void setRole(TextRole role);
    void setColor(Token color);
    /// Cuts a line that does not fit, instead of asking for its width. The whole text is in the
    /// tooltip then.
    void setElide(Qt::TextElideMode mode);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

    [[nodiscard]] Token textColor() const { return m_color; }

private:
    void applyTheme();

    TextRole m_role;
    Token m_color;
    Qt::TextElideMode m_elide = Qt::ElideNone;
    bool m_applying = false;
};

/// A figure whose digits keep their places when it changes. A unit after the last space can be
/// drawn smaller, as in the tiles ("4 min 12 s").
class NumberLabel : public TextLabel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NumberLabel)
public:
    explicit NumberLabel(TextRole role = TextRole::Body, QWidget *parent = nullptr);
    ~NumberLabel() override;

    /// Draws the letters of the text in the role of a hint, for figures with units.
    void setSmallUnits(bool small);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Run
    {
        QString text;
        QFont font;
        bool unit;
    };
    [[nodiscard]] QList<Run> runs() const;

    bool m_smallUnits = false;
};

} // namespace Signalbox
