// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/themedwidget.h"

class QHBoxLayout;

namespace Signalbox {

class TextLabel;

/// What can be done with several selected rows ("3 selected · Move · Export · Delete"); it takes
/// the tool row's place while more than one row is selected.
class SelectionBar : public ThemedWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SelectionBar)
public:
    explicit SelectionBar(QWidget *parent = nullptr);
    ~SelectionBar() override;

    void setSelectedCount(int rows);
    /// Adds a button after the others.
    void addButton(QWidget *button);

signals:
    /// The user wants the selection gone.
    void clearRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void languageChanged() override;

private:
    QHBoxLayout *m_row;
    TextLabel *m_label;
    class IconButton *m_clear;
    int m_selected = 0;
};

} // namespace Signalbox
