// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/themedwidget.h"

class QSplitter;

namespace Signalbox {

class Inspector;

/// Content with its inspector: beside it, with a handle between the two, or over its right edge
/// where the window is too narrow for both (below Metrics::kCollapseBelow). The inspector is shown
/// and hidden by its owner as ever.
class InspectorSplit : public ThemedWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(InspectorSplit)
public:
    /// Takes both into its tree; the inspector starts hidden.
    InspectorSplit(QWidget *content, Inspector *inspector, QWidget *parent = nullptr);
    ~InspectorSplit() override;

    /// The inspector lies over the content.
    [[nodiscard]] bool isOverlaid() const { return m_overlaid; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void themeChanged() override;

private:
    void arrange();
    void setOverlaid(bool overlaid);
    void putBeside();
    void placeOverlay();

    QSplitter *m_splitter;
    QWidget *m_content;
    Inspector *m_inspector;
    bool m_overlaid = false;
    bool m_wide = false; ///< The window has room for the wide inspector.
};

} // namespace Signalbox
