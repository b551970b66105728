// SPDX-License-Identifier: GPL-3.0-only
#include "gallerypages.h"
#include "samplequeues.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/connectionlist.h"
#include "widgets/icons.h"
#include "widgets/label.h"
#include "widgets/panelheader.h"
#include "widgets/sectionlist.h"
#include "widgets/segmentedcontrol.h"
#include "widgets/statusbar.h"
#include "widgets/table/datatable.h"
#include "widgets/tabstrip.h"
#include "widgets/theme.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Signalbox {

namespace {

class Sidebar final : public ThemedWidget
{
public:
    Sidebar()
    {
        setFixedWidth(232);
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(0, 56, 0, 12);
        column->setSpacing(8);
        auto *connections = new ConnectionList;
        connections->setConnections({{u"hard-drive"_s,
                                      u"This broker"_s,
                                      u"Running · 6 d 04 h"_s,
                                      {Tone::Ok, u"circle-check"_s, u"connected"_s}},
                                     {u"server"_s,
                                      u"rig-02"_s,
                                      u"10.20.4.12:9324 · 3 ms"_s,
                                      {Tone::Ok, u"circle-check"_s, u"connected"_s}},
                                     {u"cloud"_s,
                                      u"Production"_s,
                                      u"cn-hangzhou · 28 ms"_s,
                                      {Tone::Warn, u"triangle-alert"_s, u"needs attention"_s}},
                                     {u"cloud"_s,
                                      u"Staging"_s,
                                      u"cn-shanghai · signed out"_s,
                                      {Tone::Neutral, u"circle-x"_s, u"offline"_s}}});
        column->addWidget(connections);
        column->addWidget(new Hairline);
        auto *sections = new SectionList;
        sections->addSection(u"layout-dashboard"_s, u"Overview"_s);
        sections->setBadge(sections->addSection(u"inbox"_s, u"Queues"_s), u"24"_s);
        sections->setBadge(sections->addSection(u"radio-tower"_s, u"Topics"_s), u"1"_s, Tone::Warn);
        sections->addSection(u"settings"_s, u"Settings"_s);
        sections->setCurrentSection(1);
        column->addWidget(sections);
        column->addStretch(1);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme theme = Theme::current();
        QPainter painter(this);
        painter.fillRect(rect(), theme.color(Token::Sidebar));
        painter.fillRect(width() - 1, 0, 1, height(), theme.color(Token::BorderSubtle));
        painter.drawPixmap(16, 15, brandMark(theme, 26, devicePixelRatioF()));
        painter.setFont(theme.font(TextRole::DialogTitle));
        painter.setPen(theme.color(Token::Text));
        painter.drawText(QPoint(52, 34), u"Signalbox"_s);
    }
};

QLayout *panel()
{
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    auto *header = new PanelHeader(u"orders-billing"_s);
    header->setCrumb(u"Queues"_s);
    header->setPills({{Tone::Ok, u"circle-check"_s, u"Flowing"_s}});
    header->setRemark(u"Updated 1 s ago"_s);
    header->addAction(new Button(u"Receive…"_s, ButtonKind::Default, u"download"_s));
    header->addAction(new Button(u"Purge…"_s, ButtonKind::DangerGhost, u"trash-2"_s));
    header->addAction(new IconButton(u"ellipsis"_s, u"More"_s));
    header->addAction(new Button(u"Send message…"_s, ButtonKind::Primary, u"send"_s));
    column->addWidget(header);
    auto *tabs = new TabStrip;
    tabs->addTab(u"Messages"_s);
    tabs->setCount(0, 1310);
    tabs->addTab(u"Statistics"_s);
    tabs->addTab(u"Receivers"_s);
    tabs->setCount(2, 3);
    tabs->addTab(u"Attributes"_s);
    auto *tabRow = new QHBoxLayout;
    tabRow->setContentsMargins(20 - TabStrip::kInset, 0, 20, 0);
    tabRow->addWidget(tabs);
    column->addLayout(tabRow);
    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(20, 12, 20, 12);
    auto *segments = new SegmentedControl;
    segments->setCount(segments->addSegment(u"All"_s), 1310);
    segments->setCount(segments->addSegment(u"Ready"_s), 1204);
    segments->setCount(segments->addSegment(u"In flight"_s), 64);
    segments->setCount(segments->addSegment(u"Delayed"_s), 42);
    tools->addWidget(segments);
    tools->addStretch(1);
    tools->addWidget(new TextLabel(TextRole::Hint, Token::Muted, u"286 match"_s));
    column->addLayout(tools);
    auto *table = new DataTable;
    table->setModel(new SampleQueues(5, table));
    table->setColumns(SampleQueues::columns());
    table->setSortingEnabled(true);
    table->sortByColumn(3, Qt::DescendingOrder);
    table->selectRow(1);
    column->addWidget(table, 1);
    return column;
}

} // namespace

QWidget *makeFramePage()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(new Sidebar);
    row->addLayout(panel(), 1);
    column->addLayout(row, 1);
    auto *status = new StatusBar;
    StatusItem *state = status->addLeft();
    state->setStrong(true);
    state->setContent(u"circle-check"_s, u"Broker running"_s, Tone::Ok);
    status->addCopyable(u"Copy endpoint"_s)->setContent({}, u"http://127.0.0.1:9324"_s);
    status->addLeft()->setContent(u"database"_s, u"Commit p99 3.1 ms · durability full"_s);
    status->addRight()->setContent({}, u"14,039 messages"_s);
    status->addRight()->setContent(u"clock"_s, u"Clock: real, 14:32:08"_s);
    column->addWidget(status);
    return page;
}

} // namespace Signalbox
