// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/themedwidget.h"

class QHBoxLayout;

namespace Signalbox {

class TextLabel;

/// A field of a form: label above, control, one line below that is a hint until something is wrong
/// and then says what. A dot beside the label marks a value that differs from the default.
class FormField : public ThemedWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FormField)
public:
    /// Takes \a control into its tree; the label's mnemonic leads to it.
    FormField(const QString &label, QWidget *control, QWidget *parent = nullptr);
    ~FormField() override;

    [[nodiscard]] QWidget *control() const { return m_control; }
    void setLabel(const QString &label);
    void setHint(const QString &hint);
    /// Shows \a problem in place of the hint with a red border around the control; empty ends that.
    /// \a fix is what to use instead ("orders-refund"): a link "Use orders-refund" follows and
    /// emits fixRequested().
    void setProblem(const QString &problem, const QString &fix = {});
    [[nodiscard]] QString problem() const { return m_problem; }
    void setChanged(bool changed);
    /// Puts \a widget at the end of the label's line.
    void addBeside(QWidget *widget);

signals:
    void fixRequested(const QString &fix);

private:
    class HintLine;
    class Dot;
    void showBelow();

    QWidget *m_control;
    QHBoxLayout *m_head;
    TextLabel *m_label;
    Dot *m_dot;
    HintLine *m_below;
    class Button *m_fixLink;
    QString m_hint;
    QString m_problem;
    QString m_fix;
};

/// \a left and \a right in a row, the left one a little wider: a duration needs more room than a
/// number.
[[nodiscard]] QHBoxLayout *fieldPair(QWidget *left, QWidget *right);

} // namespace Signalbox
