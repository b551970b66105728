// SPDX-License-Identifier: GPL-3.0-only
#include "console/dialogs/groupfield.h"

#include "core/limits.h"

#include <QLineEdit>

namespace Signalbox {

GroupField::GroupField(QWidget *parent)
    : FormField({}, new QLineEdit, parent)
    , m_group(static_cast<QLineEdit *>(control()))
{
    m_group->setMaxLength(Limits::kMaxMessageGroupIdLength);
    connect(m_group, &QLineEdit::textChanged, this, [this] {
        setProblem({});
        emit changed();
    });
    languageChanged();
    showWhereOfUse();
}

GroupField::~GroupField() = default;

void GroupField::setNeeded(bool needed)
{
    m_needed = needed;
    setProblem({});
    showWhereOfUse();
}

void GroupField::setText(const QString &groupId)
{
    m_group->setText(groupId);
    showWhereOfUse();
}

QString GroupField::text() const
{
    return m_group->text();
}

QWidget *GroupField::wrongField()
{
    if (!m_needed || !text().isEmpty())
        return nullptr;
    setProblem(tr("A message of a FIFO queue or topic needs a group."));
    return m_group;
}

void GroupField::showWhereOfUse()
{
    setVisible(m_needed || !text().isEmpty());
}

void GroupField::languageChanged()
{
    FormField::languageChanged();
    setLabel(tr("Group"));
    setHint(tr("Messages of one group stay in order."));
}

} // namespace Signalbox
