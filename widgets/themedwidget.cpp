// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/themedwidget.h"

#include <QEvent>
#include <QStyle>
#include <QVariant>

namespace Signalbox {

ThemedWidget::ThemedWidget(QWidget *parent)
    : QWidget(parent)
{
}

ThemedWidget::~ThemedWidget() = default;

void ThemedWidget::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        themeChanged();
    else if (event->type() == QEvent::LanguageChange)
        languageChanged();
}

void ThemedWidget::themeChanged()
{
    updateGeometry();
    update();
}

void ThemedWidget::languageChanged() { }

void setStyleProperty(QWidget &widget, const char *name, const QVariant &value)
{
    if (widget.property(name) == value)
        return;
    widget.setProperty(name, value);
    widget.style()->unpolish(&widget);
    widget.style()->polish(&widget);
    widget.updateGeometry();
    widget.update();
}

} // namespace Signalbox
