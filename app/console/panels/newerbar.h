// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/themedwidget.h"

namespace Signalbox {

class Button;

/// Says above a list how many messages came since it was read; clicking brings them in.
class NewerBar : public ThemedWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NewerBar)

public:
    explicit NewerBar(QWidget *parent = nullptr);

    /// Hidden while \a newer is 0; \a atLeast when there may be more.
    void setNewer(int newer, bool atLeast);

signals:
    void requested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void languageChanged() override;

private:
    Button *m_button;
    int m_newer = 0;
    bool m_atLeast = false;
};

} // namespace Signalbox
