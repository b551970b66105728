// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/scrollpage.h"

namespace Signalbox {

ScrollPage::ScrollPage(QWidget *content, QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setWidget(content);
    viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false); // setWidget() had set it
}

ScrollPage::~ScrollPage() = default;

} // namespace Signalbox
