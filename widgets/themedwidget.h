// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QWidget>

namespace Signalbox {

/// Base of widgets that paint themselves from the current theme: tells them when theme or language
/// change.
class ThemedWidget : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ThemedWidget)
public:
    explicit ThemedWidget(QWidget *parent = nullptr);
    ~ThemedWidget() override;

protected:
    void changeEvent(QEvent *event) override;

    /// Colours or sizes differ now. The default lays out and paints again.
    virtual void themeChanged();
    /// Texts of the widget's own differ now. The default does nothing.
    virtual void languageChanged();
};

/// Sets a dynamic property that the style sheet looks at, and lets the style look.
void setStyleProperty(QWidget &widget, const char *name, const QVariant &value);

} // namespace Signalbox
