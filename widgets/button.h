// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/theme.h"

#include <QPushButton>
#include <QTimer>
#include <QToolButton>

namespace Signalbox {

/// Primary: one per panel or dialog. DangerGhost opens a confirmation, Danger stands in it.
enum class ButtonKind { Default, Primary, Ghost, DangerGhost, Danger, Link };

/// A push button of the theme, with an optional icon before its words.
class Button : public QPushButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Button)
public:
    explicit Button(const QString &text = {}, ButtonKind kind = ButtonKind::Default,
                    const QString &iconName = {}, QWidget *parent = nullptr);
    ~Button() override;

    void setKind(ButtonKind kind);
    void setIconName(const QString &iconName);
    /// A spinner takes the icon's place and clicks do nothing; the words stay.
    void setBusy(bool busy);
    [[nodiscard]] bool isBusy() const { return m_isBusy; }
    /// Enabled when \a reason is empty; otherwise disabled with the reason as tooltip.
    void setDisabledReason(const QString &reason);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool hitButton(const QPoint &position) const override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void applyTheme();
    void paintRingGap();
    void paintSpinner();

    ButtonKind m_kind;
    QString m_iconName;
    bool m_isBusy = false;
    QTimer m_spinner; ///< Stands still where the desktop wants no motion.
    int m_angle = 0;
};

/// A square button with an icon alone. \a name is its accessible name and its tooltip, with the
/// shortcut when there is one.
class IconButton : public QToolButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(IconButton)
public:
    explicit IconButton(const QString &iconName, const QString &name, QWidget *parent = nullptr);
    ~IconButton() override;

    void setIconName(const QString &iconName);
    void setName(const QString &name);
    /// Side of the button and of its icon in pixels at scale 1: 28 alone, 30 beside controls, 24 in
    /// rows of text.
    void setExtent(int extent, int icon = 16);

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyTheme();

    int m_extent;
    int m_iconSize;
};

} // namespace Signalbox
