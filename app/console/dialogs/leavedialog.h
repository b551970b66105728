// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/dialog.h"

namespace Signalbox {

/// Asks whether the broker goes on when the window closes. Shown by open(); deletes itself.
class LeaveDialog : public Dialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LeaveDialog)

public:
    /// \a hasTray: it would go on in the tray; else minimised.
    LeaveDialog(bool hasTray, QWidget *window);
    ~LeaveDialog() override;

signals:
    void keepRunningChosen();
    void stopChosen();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    bool m_hasTray;
    Button *m_stop;
    TextLabel *m_hint;
};

} // namespace Signalbox
