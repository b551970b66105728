// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/formfield.h"

class QLineEdit;

namespace Signalbox {

/// MessageGroupId of a message: shown where a FIFO queue or topic needs one, and where there is
/// one.
class GroupField : public FormField
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GroupField)

public:
    explicit GroupField(QWidget *parent = nullptr);
    ~GroupField() override;

    void setNeeded(bool needed);
    void setText(const QString &groupId);
    [[nodiscard]] QString text() const;
    /// Says what is missing and gives where; null when nothing is.
    [[nodiscard]] QWidget *wrongField();

signals:
    void changed();

protected:
    void languageChanged() override;

private:
    void showWhereOfUse();

    QLineEdit *m_group;
    bool m_needed = false;
};

} // namespace Signalbox
