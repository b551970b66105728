// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QScrollArea>

namespace Signalbox {

/// Content that scrolls where it finds less room than it needs: no frame, the ground behind shows
/// through, and the focus stays with what is inside.
class ScrollPage final : public QScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ScrollPage)
public:
    explicit ScrollPage(QWidget *content, QWidget *parent = nullptr);
    ~ScrollPage() override;
};

} // namespace Signalbox
