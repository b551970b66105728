// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/themedwidget.h"

class QProgressBar;

namespace Signalbox {

class Button;
class TextLabel;

/// How far a search through a queue got, with a button that stops it.
class SearchProgress : public ThemedWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SearchProgress)

public:
    explicit SearchProgress(QWidget *parent = nullptr);

    /// \a total may be passed when messages come while the search runs.
    void setProgress(qint64 scanned, qint64 total, int found);

signals:
    void stopRequested();

protected:
    void languageChanged() override;

private:
    QProgressBar *m_bar;
    TextLabel *m_text;
    Button *m_stop;
    qint64 m_scanned = 0;
    qint64 m_total = 0;
    int m_found = 0;
};

} // namespace Signalbox
