// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/statuspill.h"
#include "widgets/themedwidget.h"

class QVBoxLayout;

namespace Signalbox {

class IconButton;
class ScrollPage;
class TextLabel;
class WrapLayout;

/// The pane at the right that shows one thing in full: title and state, buttons to the previous and
/// next thing, a scrolling body and a footer of actions. Esc and its cross close it, Alt+Up and
/// Alt+Down walk.
class Inspector : public ThemedWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Inspector)
public:
    explicit Inspector(QWidget *parent = nullptr);
    ~Inspector() override;

    void setTitle(const QString &title);
    void setState(const StateBadge &state);
    /// Hides the walking buttons where there is no list to walk.
    void setWalkable(bool walkable);
    /// Column of content, padded by 16.
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }
    /// Row of actions at the foot; it appears with its first button.
    void addFooterButton(QWidget *button, bool atEnd = false);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void previousRequested();
    void nextRequested();
    void closeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void languageChanged() override;

private:
    ScrollPage *m_scroll;
    TextLabel *m_title;
    StatusPill *m_state;
    IconButton *m_previous;
    IconButton *m_next;
    IconButton *m_close;
    QVBoxLayout *m_body;
    QWidget *m_footer;
    WrapLayout *m_footerRow;
};

} // namespace Signalbox
