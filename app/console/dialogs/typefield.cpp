// SPDX-License-Identifier: GPL-3.0-only
#include "console/dialogs/typefield.h"

#include "widgets/segmentedcontrol.h"

#include <QLayout>

namespace Signalbox {

namespace {

enum Segment { Normal, Fifo };

} // namespace

TypeField::TypeField(QWidget *parent)
    : FormField({}, new SegmentedControl, parent)
    , m_types(static_cast<SegmentedControl *>(control()))
{
    layout()->setAlignment(m_types, Qt::AlignLeft);
    m_types->addSegment({});
    m_types->addSegment({});
    connect(m_types, &SegmentedControl::currentIndexChanged, this, [this] {
        showType();
        emit edited();
    });
    languageChanged();
}

TypeField::~TypeField() = default;

QueueType TypeField::type() const
{
    return m_types->currentIndex() == Fifo ? QueueType::Fifo : QueueType::Normal;
}

void TypeField::showType()
{
    setChanged(type() != QueueType::Normal);
    setHint(type() == QueueType::Fifo
                ? tr("Messages of one group come in order. Each needs a group.")
                : tr("Messages come about in the order they were sent."));
}

void TypeField::languageChanged()
{
    FormField::languageChanged();
    setLabel(tr("Type"));
    m_types->setSegmentText(Normal, tr("Normal"));
    m_types->setSegmentText(Fifo, tr("FIFO"));
    showType();
}

} // namespace Signalbox
