// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/scaledsize.h"

#include "widgets/theme.h"

#include <QEvent>

namespace Signalbox {

namespace {

class ScaledSize final : public QObject
{
public:
    ScaledSize(QWidget &widget, void (QWidget::*set)(int), int atScaleOne)
        : QObject(&widget)
        , m_widget(widget)
        , m_set(set)
        , m_atScaleOne(atScaleOne)
    {
        widget.installEventFilter(this);
        apply();
    }

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::PaletteChange)
            apply();
        return false;
    }

private:
    void apply() { (m_widget.*m_set)(Theme::current().px(m_atScaleOne)); }

    QWidget &m_widget;
    void (QWidget::*m_set)(int);
    int m_atScaleOne;
};

} // namespace

void keepScaled(QWidget &widget, void (QWidget::*set)(int), int atScaleOne)
{
    new ScaledSize(widget, set, atScaleOne);
}

} // namespace Signalbox
