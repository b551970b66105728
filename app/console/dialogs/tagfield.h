// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/formfield.h"

class QLineEdit;

namespace Signalbox {

/// One tag of a message, or one to filter by. Takes no more characters than the broker does, which
/// counts them where QLineEdit::maxLength() counts UTF-16 units, and says so.
class TagField : public FormField
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TagField)

public:
    explicit TagField(QWidget *parent = nullptr);
    ~TagField() override;

    void setText(const QString &tag);
    [[nodiscard]] QString text() const;

signals:
    void changed();

protected:
    void languageChanged() override;

private:
    QLineEdit *m_tag;
};

} // namespace Signalbox
