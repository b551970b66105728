// SPDX-License-Identifier: GPL-3.0-only
#include "gallerypages.h"
#include "samplequeues.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/label.h"
#include "widgets/segmentedcontrol.h"
#include "widgets/statuspill.h"
#include "widgets/table/datatable.h"
#include "widgets/themedwidget.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QProgressBar>
#include <QRadioButton>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace Signalbox {

namespace {

QHBoxLayout *rowOf(const QList<QWidget *> &widgets)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(10);
    for (QWidget *widget : widgets)
        row->addWidget(widget);
    row->addStretch(1);
    return row;
}

Card *titledCard(const QString &title)
{
    auto *card = new Card;
    card->body()->addWidget(new TextLabel(TextRole::ColumnTitle, Token::Text2, title));
    return card;
}

Card *buttons()
{
    auto *card = titledCard(u"Buttons"_s);
    auto *disabled = new Button(u"Disabled"_s);
    disabled->setDisabledReason(u"The account may not do this."_s);
    auto *busy = new Button(u"Busy"_s, ButtonKind::Default, u"send"_s);
    busy->setBusy(true);
    card->body()->addLayout(
        rowOf({new Button(u"Primary"_s, ButtonKind::Primary, u"send"_s),
               new Button(u"Default"_s, ButtonKind::Default, u"download"_s),
               new Button(u"Ghost"_s, ButtonKind::Ghost),
               new Button(u"Delete"_s, ButtonKind::DangerGhost, u"trash-2"_s),
               new Button(u"Purge 12"_s, ButtonKind::Danger), disabled, busy,
               new Button(u"Link"_s, ButtonKind::Link), new IconButton(u"pause"_s, u"Pause"_s)}));
    return card;
}

Card *pills()
{
    auto *card = titledCard(u"Status pills"_s);
    card->body()->addLayout(
        rowOf({new StatusPill({Tone::Ok, u"circle-check"_s, u"Flowing"_s}),
               new StatusPill({Tone::Info, u"arrow-down"_s, u"Draining"_s}),
               new StatusPill({Tone::Warn, u"triangle-alert"_s, u"No receiver"_s}),
               new StatusPill({Tone::Danger, u"octagon-x"_s, u"Failing"_s}),
               new StatusPill({Tone::Neutral, u"circle-dashed"_s, u"Idle"_s}),
               new StatusPill({Tone::Neutral, u"circle-pause"_s, u"Paused"_s}),
               new StatusPill({Tone::Neutral, {}, u"24"_s}),
               new KeyCap(QKeySequence(Qt::CTRL | Qt::Key_K))}));
    return card;
}

Card *inputs()
{
    auto *card = titledCard(u"Inputs"_s);
    auto *plain = new QLineEdit(u"orders-billing"_s);
    auto *wrong = new QLineEdit(u"orders_refund"_s);
    setStyleProperty(*wrong, "wrong", true);
    auto *disabled = new QLineEdit(u"read only"_s);
    disabled->setEnabled(false);
    auto *choice = new QComboBox;
    choice->addItems({u"orders-dead"_s, u"none"_s});
    card->body()->addLayout(rowOf({plain, wrong, disabled, choice}));
    return card;
}

Card *choices()
{
    auto *card = titledCard(u"Choices"_s);
    auto *on = new QCheckBox(u"Checked"_s);
    on->setChecked(true);
    auto *standard = new QRadioButton(u"Standard"_s);
    standard->setChecked(true);
    auto *number = new QSpinBox;
    number->setValue(8);
    auto *segments = new SegmentedControl;
    for (const QString &name : {u"JSON"_s, u"Text"_s, u"Hex"_s})
        segments->addSegment(name);
    auto *counted = new SegmentedControl;
    counted->setCount(counted->addSegment(u"All"_s), 24);
    counted->setCount(counted->addSegment(u"FIFO"_s), 2);
    card->body()->addLayout(rowOf({on, new QCheckBox(u"Off"_s), standard,
                                   new QRadioButton(u"FIFO"_s), number, segments, counted}));
    return card;
}

Card *progress()
{
    auto *card = titledCard(u"Progress"_s);
    auto *bar = new QProgressBar;
    bar->setTextVisible(false);
    bar->setValue(49);
    card->body()->addLayout(
        rowOf({new TextLabel(TextRole::Body, u"Redriving to orders-billing"_s),
               new TextLabel(TextRole::Hint, Token::Text2, u"18,204 of 37,000 · 12 s left"_s),
               new Button(u"Stop"_s, ButtonKind::Link)}));
    card->body()->addWidget(bar);
    card->body()->addStretch(1);
    return card;
}

Card *skeleton()
{
    auto *card = titledCard(u"Loading skeleton, shown after 200 ms"_s);
    auto *table = new DataTable;
    table->setModel(new SampleQueues(0, table));
    table->setColumns(SampleQueues::columns());
    table->setEdgePadding(0);
    table->horizontalHeader()->hide();
    table->setLoading(true);
    card->body()->addWidget(table);
    return card;
}

Card *table()
{
    auto *card = titledCard(u"Table: rest, selected, warning, failing"_s);
    auto *view = new DataTable;
    view->setModel(new SampleQueues(5, view));
    view->setColumns(SampleQueues::columns());
    view->setSortingEnabled(true);
    view->sortByColumn(0, Qt::AscendingOrder);
    view->setEdgePadding(12);
    view->selectRow(1);
    card->body()->addWidget(view);
    return card;
}

} // namespace

QWidget *makeComponentsPage()
{
    auto *page = new QWidget;
    auto *grid = new QGridLayout(page);
    grid->setContentsMargins(20, 20, 20, 20);
    grid->setSpacing(16);
    grid->addWidget(buttons(), 0, 0);
    grid->addWidget(pills(), 0, 1);
    grid->addWidget(inputs(), 1, 0);
    grid->addWidget(choices(), 1, 1);
    grid->addWidget(skeleton(), 2, 0);
    grid->addWidget(progress(), 2, 1);
    grid->addWidget(table(), 4, 0);
    grid->setRowStretch(4, 1);
    return page;
}

} // namespace Signalbox
