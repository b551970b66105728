// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/themedwidget.h"

namespace Signalbox {

/// The number of a step on a disc.
class StepDisc : public ThemedWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StepDisc)

public:
    explicit StepDisc(int number, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
    void themeChanged() override;

private:
    int m_number;
};

} // namespace Signalbox
