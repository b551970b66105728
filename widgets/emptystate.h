// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/theme.h"
#include "widgets/themedwidget.h"

class QHBoxLayout;
class QVBoxLayout;

namespace Signalbox {

class IconMark;
class TextLabel;

/// What a panel shows instead of an empty list: an icon in a disc, a title, a sentence or two that
/// teach, actions, and optionally more below (a snippet). Filtered to nothing it says so and offers
/// to clear the filter: the same widget with other words.
class EmptyState : public ThemedWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EmptyState)
public:
    explicit EmptyState(QWidget *parent = nullptr);
    EmptyState(const QString &iconName, const QString &title, const QString &text,
               QWidget *parent = nullptr);
    ~EmptyState() override;

    void setIconName(const QString &iconName);
    /// Colour of the icon and its disc; Info unless set.
    void setTone(Tone tone);
    void setTitle(const QString &title);
    void setText(const QString &text);
    /// Adds a button to the row of actions; the primary one first.
    void addAction(QWidget *button);
    using QWidget::addAction;
    /// Adds a widget below the actions, as wide as itself.
    void addBelow(QWidget *widget);

private:
    IconMark *m_disc;
    TextLabel *m_title;
    TextLabel *m_text;
    QHBoxLayout *m_actions;
    QVBoxLayout *m_below;
};

} // namespace Signalbox
