// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/themedwidget.h"

#include <QPointer>

namespace Signalbox {

class BackgroundJob;
class Button;
class TextLabel;

/// One line in a dialog that sends: what came of it, and while copies are under way how far they
/// are, with a way to stop them. Takes no room while there is nothing to say.
class SendingLine : public ThemedWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SendingLine)

public:
    explicit SendingLine(QWidget *parent = nullptr);

    void say(const QString &outcome);
    void clear();
    /// Tells how far \a job is, until it ends.
    void follow(BackgroundJob *job);

signals:
    /// The job is over; \a problem says why it failed.
    void ended(const QString &problem);

protected:
    void languageChanged() override;

private:
    void showProgress();
    void takeEnd();

    TextLabel *m_said;
    Button *m_stop;
    QPointer<BackgroundJob> m_job;
};

} // namespace Signalbox
