// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/themedwidget.h"

#include <QTimer>

#include <chrono>

namespace Signalbox {

class Button;
class TextLabel;

/// Over the skeleton of a table whose rows are long in coming: for whom it waits, and a button that
/// asks again.
class WaitNotice : public ThemedWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WaitNotice)

public:
    /// In the middle of \a viewport, where it stays; below the skeleton's rows.
    explicit WaitNotice(QWidget *viewport);
    ~WaitNotice() override;

    /// Who has the rows; empty: that goes without saying.
    void setName(const QString &name);
    /// Rows are waited for from now on, or no longer.
    void setWaiting(bool waiting);
    /// What is above \a top stays free.
    void setTop(int top);
    /// How long nothing is said; ten seconds unless set.
    void setPatience(std::chrono::milliseconds patience);

signals:
    void retryRequested();

protected:
    void languageChanged() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    void retry();

    TextLabel *m_text;
    Button *m_retry;
    QString m_name;
    int m_top = 0;
    QTimer m_patience;
};

} // namespace Signalbox
