// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/dialogs/formdialog.h"
#include "console/workspace.h"

#include <QByteArray>
#include <QList>

namespace Signalbox {

class FormField;
class QueueChoice;
class SegmentedControl;

/// Moves dead letters back to where each was, or to one queue, as a job that can be undone.
class RedriveDialog : public FormDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RedriveDialog)

public:
    /// \a messageIds of the queue; all of its messages where it is empty.
    RedriveDialog(const Workspace &workspace, const QString &queueName,
                  const QList<QByteArray> &messageIds, QWidget *window);
    ~RedriveDialog() override;

protected:
    void submit() override;
    void retranslate() override;

private:
    void showTarget();
    [[nodiscard]] QString target() const; ///< Empty: each to where it was.
    [[nodiscard]] qint64 count() const;
    [[nodiscard]] QString request() const;

    Workspace m_workspace;
    QString m_queueName;
    QList<QByteArray> m_messageIds;
    SegmentedControl *m_where;
    FormField *m_whereField;
    QueueChoice *m_target;
    FormField *m_targetField;
};

} // namespace Signalbox
