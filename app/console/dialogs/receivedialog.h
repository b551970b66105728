// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/dialogs/formdialog.h"
#include "console/workspace.h"

#include <QByteArray>
#include <QList>

class QSpinBox;

namespace Signalbox {

class DurationEdit;
class FormField;

/// Receives messages as any receiver does: they count as received and are hidden from others for a
/// while. The connection keeps their handles.
class ReceiveDialog : public FormDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReceiveDialog)

public:
    ReceiveDialog(const Workspace &workspace, const QString &queueName, QWidget *window);
    ~ReceiveDialog() override;

signals:
    void received(const QList<QByteArray> &messageIds);

protected:
    void submit() override;
    void retranslate() override;

private:
    void showCount();
    [[nodiscard]] QString request() const;
    [[nodiscard]] QString leaseText() const;

    Workspace m_workspace;
    QString m_queueName;
    QSpinBox *m_count;
    FormField *m_countField;
    DurationEdit *m_wait;
    FormField *m_waitField;
};

} // namespace Signalbox
