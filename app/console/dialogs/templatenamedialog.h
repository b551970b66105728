// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/dialogs/formdialog.h"

#include <QStringList>

class QLineEdit;

namespace Signalbox {

class FormField;

/// Asks under which name a message is kept.
class TemplateNameDialog : public FormDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TemplateNameDialog)

public:
    /// One of the names \a taken replaces what has it, which is said.
    TemplateNameDialog(const QStringList &taken, QWidget *window);
    ~TemplateNameDialog() override;

signals:
    void named(const QString &name);

protected:
    void submit() override;
    void retranslate() override;

private:
    void showHint();

    QStringList m_taken;
    QLineEdit *m_name;
    FormField *m_field;
};

} // namespace Signalbox
