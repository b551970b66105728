// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/themedwidget.h"

namespace Signalbox {

class IconButton;
class TextLabel;

/// A value to take along, in the code font on a sunken ground with a copy button. A secret is shown
/// as dots until Show is pressed; copying always copies the value itself.
class CopyField : public ThemedWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CopyField)
public:
    /// \a name is what the value is ("Endpoint"), for screen readers and the button's name.
    explicit CopyField(const QString &name, QWidget *parent = nullptr);
    ~CopyField() override;

    void setName(const QString &name);
    void setValue(const QString &value);
    [[nodiscard]] QString value() const { return m_value; }
    void setSecret(bool secret);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void copied(const QString &value);

protected:
    void paintEvent(QPaintEvent *event) override;
    void themeChanged() override;
    void languageChanged() override;

private:
    void copy();
    void showValue();

    QString m_name;
    QString m_value;
    bool m_secret = false;
    bool m_revealed = false;
    TextLabel *m_text;
    IconButton *m_show;
    IconButton *m_copy;
};

} // namespace Signalbox
