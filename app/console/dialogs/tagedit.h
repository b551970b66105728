// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QLineEdit>

namespace Signalbox {

/// One tag of a message, or one to filter by: no longer than the broker takes it, which counts
/// characters where QLineEdit::maxLength() counts UTF-16 units.
class TagEdit final : public QLineEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TagEdit)
public:
    explicit TagEdit(QWidget *parent = nullptr);
    ~TagEdit() override;

private:
    void cut(const QString &text);
};

} // namespace Signalbox
