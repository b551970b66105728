// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/theme.h"
#include "widgets/themedwidget.h"

#include <QAbstractButton>

class QHBoxLayout;

namespace Signalbox {

class IconButton;

/// One fact of the status bar: an icon and a text, in the code font for addresses. Clickable when
/// somebody listens to clicked() and setClickable() was called.
class StatusItem : public QAbstractButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatusItem)
public:
    explicit StatusItem(QWidget *parent = nullptr);
    ~StatusItem() override;

    /// \a tone other than neutral colours icon and text ("Clock: frozen" is amber).
    void setContent(const QString &iconName, const QString &text, Tone tone = Tone::Neutral);
    void setMono(bool mono);
    void setStrong(bool strong);
    void setClickable(bool clickable);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QFont textFont() const;

    QString m_iconName;
    Tone m_tone = Tone::Neutral;
    bool m_mono = false;
    bool m_strong = false;
};

/// The line at the window's foot, 28 px: items from the left, then from the right, with hairlines
/// between them.
class StatusBar : public ThemedWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatusBar)
public:
    explicit StatusBar(QWidget *parent = nullptr);
    ~StatusBar() override;

    /// Adds an item after those at the left.
    StatusItem *addLeft();
    /// Adds an item after those at the right.
    StatusItem *addRight();
    /// Adds an item at the left whose text \a name (its button's accessible name, "Copy endpoint")
    /// copies.
    StatusItem *addCopyable(const QString &copyName);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    /// A copyable item was copied, for a toast or a remark.
    void copied(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QHBoxLayout *m_left;
    QHBoxLayout *m_right;
};

} // namespace Signalbox
