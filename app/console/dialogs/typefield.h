// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "protocol/queue.h"
#include "widgets/formfield.h"

namespace Signalbox {

class SegmentedControl;

/// Whether a new queue or topic keeps the order of its messages, with what that means below.
class TypeField : public FormField
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TypeField)

public:
    explicit TypeField(QWidget *parent = nullptr);
    ~TypeField() override;

    [[nodiscard]] QueueType type() const;

signals:
    void edited();

protected:
    void languageChanged() override;

private:
    void showType();

    SegmentedControl *m_types;
};

} // namespace Signalbox
