// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/dialogs/formdialog.h"
#include "console/workspace.h"

#include <QByteArray>
#include <QList>

namespace Signalbox {

class FormField;
class QueueChoice;

/// Moves messages to another queue, more than one call takes as a job. Can be undone by moving them
/// back.
class MoveDialog : public FormDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MoveDialog)

public:
    MoveDialog(const Workspace &workspace, const QString &queueName,
               const QList<QByteArray> &messageIds, QWidget *window);
    ~MoveDialog() override;

signals:
    /// They are in the other queue, but for \a inFlight of them.
    void moved(int inFlight);

protected:
    void submit() override;
    void retranslate() override;

private:
    void moveAsJob(const QString &to);
    [[nodiscard]] QString request() const;

    Workspace m_workspace;
    QString m_queueName;
    QList<QByteArray> m_messageIds;
    QueueChoice *m_target;
    FormField *m_targetField;
};

} // namespace Signalbox
