// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/themedwidget.h"

#include <QHash>

class QVBoxLayout;

namespace Signalbox {

class BackgroundJob;
class Jobs;

/// The jobs under way, above the status bar: what each does, how far it is, and a button that stops
/// it. Closes by itself when nothing is left to show.
class JobsPopup : public ThemedWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobsPopup)

public:
    JobsPopup(Jobs &jobs, QWidget *window);
    ~JobsPopup() override;

    /// Opens with its lower left corner at \a corner, which is in the window's coordinates.
    void openAt(const QPoint &corner);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void languageChanged() override;

private:
    class Row;
    void showJobs();
    void place();

    Jobs &m_jobs;
    QVBoxLayout *m_column;
    QHash<BackgroundJob *, Row *> m_rows;
    QPoint m_corner;
};

} // namespace Signalbox
