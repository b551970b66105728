// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/result.h"
#include "widgets/formfield.h"

#include <functional>

class QLineEdit;

namespace Signalbox {

/// The name of something that is made: says what is wrong with it when editing ends, and offers one
/// that fits.
class NameField : public FormField
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NameField)

public:
    /// \a check knows which names are right, \a longest their length in characters.
    NameField(std::function<Result<void>(const QString &)> check, int longest,
              QWidget *parent = nullptr);

    [[nodiscard]] QString name() const;
    void setName(const QString &name);
    void setReadOnly(bool readOnly);
    /// Says what is wrong, also when the name is missing; true when nothing is.
    bool checkAll();
    /// What is said of a missing name.
    void setMissingText(const QString &text) { m_missing = text; }

signals:
    void edited();

private:
    void check();

    std::function<Result<void>(const QString &)> m_check;
    int m_longest;
    QLineEdit *m_edit;
    QString m_missing;
};

} // namespace Signalbox
