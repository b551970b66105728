// SPDX-License-Identifier: GPL-3.0-only
#include "console/sidebar.h"

#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/format.h"
#include "widgets/icons.h"
#include "widgets/label.h"
#include "widgets/metrics.h"
#include "widgets/textpainter.h"

#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>

namespace Signalbox {

using namespace Qt::StringLiterals;

/// The program's mark and, where there is room, its name.
class BrandMark : public ThemedWidget
{
public:
    explicit BrandMark(QWidget *parent)
        : ThemedWidget(parent)
    {
        setFixedHeight(Metrics::kBrandRow);
    }

    void setMarkOnly(bool markOnly)
    {
        m_markOnly = markOnly;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        constexpr int kMark = 26;
        const Theme theme = Theme::current();
        QPainter painter(this);
        const int left = m_markOnly ? (width() - kMark) / 2 : Metrics::kSpaceLg;
        painter.drawPixmap(QPoint(left, (height() - kMark) / 2),
                           brandMark(theme, kMark, devicePixelRatioF()));
        if (m_markOnly)
            return;
        painter.setFont(theme.font(TextRole::DialogTitle));
        painter.setPen(theme.color(Token::Text));
        drawLine(painter, rect().adjusted(left + kMark + 10, 0, 0, 0), u"Signalbox"_s);
    }

private:
    bool m_markOnly = false;
};

Sidebar::Sidebar(QWidget *parent)
    : ThemedWidget(parent)
    , m_brand(new BrandMark(this))
    , m_palette(new IconButton(u"search"_s, {}, this))
    , m_menuButton(new IconButton(u"ellipsis"_s, {}, this))
    , m_top(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_connectionsLabel(new TextLabel(TextRole::GroupLabel, Token::Text2, {}, this))
    , m_add(new IconButton(u"plus"_s, {}, this))
    , m_connectionsHead(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_connections(new ConnectionList(this))
    , m_sections(new SectionList(this))
{
    m_connectionsLabel->setContentsMargins(Metrics::kPageMargin, Metrics::kSpaceSm, 0,
                                           Metrics::kSpaceSm);
    m_connections->setConnections({ConnectionRow()});
    m_add->setExtent(24);
    m_connectionsHead->addWidget(m_connectionsLabel, 1);
    m_connectionsHead->addWidget(m_add);
    connect(m_add, &QToolButton::clicked, this, &Sidebar::addConnectionRequested);
    connect(m_connections, &ConnectionList::menuRequested, this, &Sidebar::connectionMenuRequested);
    connect(m_connections, &ConnectionList::currentConnectionChanged, this, [this](int index) {
        if (!m_showing)
            emit connectionChosen(index);
    });
    m_sections->addSection(u"layout-dashboard"_s, {});
    m_sections->addSection(u"inbox"_s, {});
    m_sections->addSection(u"radio-tower"_s, {});
    m_sections->addSection(u"mail"_s, {});
    m_sections->addSection(u"activity"_s, {});
    m_sections->addSection(u"settings"_s, {});
    connect(m_sections, &SectionList::currentSectionChanged, this,
            [this](int index) { emit sectionChosen(Section(index)); });

    // Clicking the current section leads back to its first panel.
    connect(m_sections, &QAbstractItemView::clicked, this,
            [this] { emit sectionChosen(currentSection()); });
    m_menuButton->setPopupMode(QToolButton::InstantPopup);
    m_top->addWidget(m_brand);
    m_top->addWidget(m_palette);
    m_top->addWidget(m_menuButton);
    connect(m_palette, &QToolButton::clicked, this, &Sidebar::paletteRequested);

    auto *line = new QVBoxLayout;
    line->setContentsMargins(Metrics::kSpaceLg, Metrics::kSpaceSm, Metrics::kSpaceLg,
                             Metrics::kSpaceSm);
    line->addWidget(new Hairline(Qt::Horizontal, this));

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 1, 0); // the line at the right
    column->setSpacing(0);
    column->addLayout(m_top);
    column->addLayout(m_connectionsHead);
    column->addWidget(m_connections);
    column->addLayout(line);
    column->addWidget(m_sections);
    column->addStretch();

    setCollapsed(false);
    retranslate();
}

void Sidebar::setConnections(const QList<ConnectionRow> &connections, int current)
{
    m_showing = true;
    if (connections.size() == m_connections->count()) {
        for (int index = 0; index < connections.size(); ++index)
            m_connections->setConnection(index, connections.at(index));
    } else {
        m_connections->setConnections(connections);
    }
    m_connections->setCurrentConnection(current);
    m_showing = false;
}

void Sidebar::setCurrentSection(Section section)
{
    m_sections->setCurrentSection(section);
}

Sidebar::Section Sidebar::currentSection() const
{
    return Section(m_sections->currentSection());
}

void Sidebar::setQueueCounts(std::optional<int> queues, int needAttention)
{
    setCounts(Queues, queues, needAttention);
}

void Sidebar::setTopicCounts(std::optional<int> topics, int needAttention)
{
    setCounts(Topics, topics, needAttention);
}

void Sidebar::setCounts(Section section, std::optional<int> things, int needAttention)
{
    if (needAttention > 0)
        m_sections->setBadge(section, Format::count(needAttention), Tone::Warn);
    else
        m_sections->setBadge(section, things ? Format::count(*things) : QString());
}

void Sidebar::setMenu(QMenu *menu)
{
    m_menuButton->setMenu(menu);
}

void Sidebar::setCollapsed(bool collapsed)
{
    m_collapsed = collapsed;
    m_brand->setMarkOnly(collapsed);
    m_top->setDirection(collapsed ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_top->setStretchFactor(m_brand, collapsed ? 0 : 1);
    m_top->setAlignment(m_menuButton, collapsed ? Qt::AlignHCenter : Qt::AlignVCenter);
    m_top->setContentsMargins(0, 0, collapsed ? 0 : Metrics::kSpaceMd, 0);
    m_palette->setVisible(!collapsed);
    m_connectionsLabel->setVisible(!collapsed);
    m_add->setVisible(!collapsed); // The menu adds connections too.
    m_connectionsHead->setContentsMargins(0, 0, collapsed ? 0 : Metrics::kSpaceMd, 0);
    m_connections->setIconsOnly(collapsed);
    m_sections->setIconsOnly(collapsed);
    themeChanged();
}

void Sidebar::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::current();
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Token::Sidebar));
    painter.fillRect(width() - 1, 0, 1, height(), theme.color(Token::BorderSubtle));
}

void Sidebar::themeChanged()
{
    setFixedWidth(
        Theme::current().px(m_collapsed ? Metrics::kSidebarCollapsed : Metrics::kSidebar));
    ThemedWidget::themeChanged();
}

void Sidebar::languageChanged()
{
    retranslate();
}

void Sidebar::retranslate()
{
    //: %1 is a key such as "Ctrl+K".
    m_palette->setName(
        tr("Command palette (%1)")
            .arg(QKeySequence(Qt::CTRL | Qt::Key_K).toString(QKeySequence::NativeText)));
    m_menuButton->setName(tr("Menu"));
    m_connectionsLabel->setText(tr("Connections"));
    m_add->setName(tr("Add connection"));
    m_connections->setAccessibleName(tr("Connections"));
    m_sections->setAccessibleName(tr("Sections"));
    m_sections->setSectionText(Overview, tr("Overview"));
    m_sections->setSectionText(Queues, tr("Queues"));
    m_sections->setSectionText(Topics, tr("Topics"));
    m_sections->setSectionText(Outbox, tr("Outbox"));
    m_sections->setSectionText(Activity, tr("Activity"));
    m_sections->setSectionText(Settings, tr("Settings"));
}

} // namespace Signalbox
