// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/dialog.h"

namespace Signalbox {

/// A dialog that asks for values and sends them: fields, below them what is wrong, and the button
/// that sends. Shown by open(); deletes itself when closed.
class FormDialog : public Dialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FormDialog)

public:
    FormDialog(int width, const QString &primaryIcon, QWidget *window);
    ~FormDialog() override;

protected:
    /// The fields go here.
    [[nodiscard]] QVBoxLayout *fields() const { return m_fields; }
    /// Why it cannot be done; empty: nothing is wrong.
    void showProblem(const QString &problem);

    /// The primary button was pressed: check, and send.
    virtual void submit() = 0;
    /// Sets every text; called again when the language changes.
    virtual void retranslate() = 0;
    void changeEvent(QEvent *event) override;

private:
    QVBoxLayout *m_fields;
    TextLabel *m_problem;
};

} // namespace Signalbox
