// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/theme.h"

#include <QWidget>

namespace Signalbox {

class Button;
class CodeEdit;
class TextLabel;

/// A string to sign under its title, with a way to copy it; where there is another to compare it
/// with, the lines that differ stand on a colour.
class SignedText : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SignedText)

public:
    explicit SignedText(QWidget *parent = nullptr);

    void setTitle(const QString &title, const QString &copyText);
    /// Shows \a text; hides everything when it is empty. Its lines that are not those of \a other
    /// are marked in \a tone, unless \a other is empty.
    void setText(const QString &text, const QString &other, Tone tone);

signals:
    void copied();

private:
    QString m_text;
    TextLabel *m_title;
    Button *m_copy;
    CodeEdit *m_code;
};

} // namespace Signalbox
