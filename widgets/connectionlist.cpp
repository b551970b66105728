// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/connectionlist.h"

#include "widgets/icons.h"
#include "widgets/metrics.h"
#include "widgets/textpainter.h"

#include <QContextMenuEvent>
#include <QEvent>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Signalbox {

namespace {

enum Role { IconRole = Qt::UserRole + 1, DetailRole, StateIconRole, StateToneRole, StripeRole };

constexpr int kSideMargin = 8;
constexpr int kIconLeft = 12;
constexpr int kTextLeft = 38;
constexpr int kStripe = 4;
constexpr int kMostRows = 6;

} // namespace

class ConnectionDelegate final : public QStyledItemDelegate
{
public:
    explicit ConnectionDelegate(ConnectionList *list)
        : QStyledItemDelegate(list)
        , m_list(list)
    {
    }

    bool iconsOnly = false;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {0, Theme::current().px(Metrics::kConnectionRow)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const Theme theme = Theme::current();
        const bool current = m_list->currentIndex() == index;
        const QRect row = option.rect.adjusted(kSideMargin, 1, -kSideMargin, -1);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (current || (option.state & QStyle::State_MouseOver)) {
            painter->setPen(current ? QPen(theme.color(Token::BorderStrong)) : QPen(Qt::NoPen));
            painter->setBrush(theme.color(current ? Token::Surface : Token::Hover));
            painter->drawRoundedRect(QRectF(row).adjusted(0.5, 0.5, -0.5, -0.5),
                                     Metrics::kRadiusControl, Metrics::kRadiusControl);
        }
        if (current && m_list->hasFocus()) {
            painter->setPen(QPen(theme.color(Token::Focus), Metrics::kFocusLine));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(QRectF(row).adjusted(1, 1, -1, -1), 5, 5);
        }
        if (const QVariant stripe = index.data(StripeRole); stripe.isValid()) {
            painter->fillRect(QRect(option.rect.left(), row.top(), kStripe, row.height()),
                              theme.color(toneColor(Tone(stripe.toInt()))));
        }
        const int icon = theme.px(Metrics::kIcon);
        const int glyph = theme.px(14);
        const Token stateToken = toneColor(Tone(index.data(StateToneRole).toInt()));
        // The icons stand beside the first line; alone, in the middle.
        const QRectF nameLine(row.left(), row.top() + theme.px(3), row.width(), theme.px(20));
        const QRectF iconArea = iconsOnly
            ? QRectF(row)
            : QRectF(row.left() + kIconLeft, nameLine.top(), icon, nameLine.height());
        paintIcon(*painter, iconArea, index.data(IconRole).toString(),
                  theme.color(current ? Token::Accent : Token::Text2), icon);
        const QString stateIcon = index.data(StateIconRole).toString();
        if (iconsOnly) {
            paintIcon(*painter, QRectF(row.right() - 12, row.top() + 4, 10, 10), stateIcon,
                      theme.color(stateToken), 10);
            painter->restore();
            return;
        }
        paintIcon(*painter,
                  QRectF(row.right() - kIconLeft - glyph, nameLine.top(), glyph, nameLine.height()),
                  stateIcon, theme.color(stateToken), glyph);
        const qreal textWidth = row.width() - kTextLeft - kIconLeft - glyph - 6;
        painter->setFont(theme.font(current ? TextRole::CardTitle : TextRole::BodyMedium));
        painter->setPen(theme.color(current ? Token::Text : Token::Text2));
        drawLine(*painter,
                 QRectF(row.left() + kTextLeft, nameLine.top(), textWidth, nameLine.height()),
                 index.data(Qt::DisplayRole).toString());
        painter->setFont(theme.font(TextRole::SecondLine));
        painter->setPen(theme.color(Token::Text2));
        drawLine(*painter,
                 QRectF(row.left() + kTextLeft, nameLine.bottom() - 1,
                        row.width() - kTextLeft - kIconLeft, theme.px(16)),
                 index.data(DetailRole).toString());
        painter->restore();
    }

private:
    ConnectionList *m_list;
};

ConnectionList::ConnectionList(QWidget *parent)
    : QListView(parent)
    , m_items(new QStandardItemModel(this))
    , m_delegate(new ConnectionDelegate(this))
{
    setModel(m_items);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
    setStyleSheet(u"QListView { background: transparent; }"_s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Connections"));
}

ConnectionList::~ConnectionList() = default;

void ConnectionList::setConnections(const QList<ConnectionRow> &rows)
{
    m_items->setRowCount(int(rows.size()));
    for (int i = 0; i < rows.size(); ++i)
        setConnection(i, rows.at(i));
    if (!currentIndex().isValid() && !rows.isEmpty())
        setCurrentConnection(0);
    updateGeometry();
}

void ConnectionList::setConnection(int index, const ConnectionRow &row)
{
    QStandardItem *item = m_items->item(index);
    if (!item) {
        item = new QStandardItem;
        item->setEditable(false);
        m_items->setItem(index, 0, item);
    }
    item->setText(row.name);
    item->setData(row.iconName, IconRole);
    item->setData(row.detail, DetailRole);
    item->setData(row.state.iconName, StateIconRole);
    item->setData(int(row.state.tone), StateToneRole);
    item->setData(row.stripe ? QVariant(int(*row.stripe)) : QVariant(), StripeRole);
    item->setAccessibleText(tr("%1, %2, %3").arg(row.name, row.state.text, row.detail));
    item->setToolTip(row.state.text.toHtmlEscaped());
}

int ConnectionList::count() const
{
    return m_items->rowCount();
}

int ConnectionList::currentConnection() const
{
    return currentIndex().row();
}

void ConnectionList::setCurrentConnection(int index)
{
    setCurrentIndex(m_items->index(index, 0));
}

void ConnectionList::setIconsOnly(bool iconsOnly)
{
    m_delegate->iconsOnly = iconsOnly;
    viewport()->update();
}

QSize ConnectionList::sizeHint() const
{
    const Theme theme = Theme::current();
    // More of them scroll, so that the sections below keep their place.
    return {theme.px(Metrics::kSidebar),
            std::min(count(), kMostRows) * theme.px(Metrics::kConnectionRow)};
}

QSize ConnectionList::minimumSizeHint() const
{
    return {Metrics::kSidebarCollapsed, Theme::current().px(Metrics::kConnectionRow)};
}

void ConnectionList::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        scheduleDelayedItemsLayout();
        updateGeometry();
        viewport()->update();
    } else if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Connections"));
    }
}

void ConnectionList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    viewport()->update();
    if (current.isValid() && current.row() != previous.row())
        emit currentConnectionChanged(current.row());
}

void ConnectionList::contextMenuEvent(QContextMenuEvent *event)
{
    const bool keyboard = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index =
        keyboard ? currentIndex() : indexAt(viewport()->mapFromGlobal(event->globalPos()));
    if (!index.isValid())
        return;
    const QPoint below = viewport()->mapToGlobal(visualRect(index).bottomLeft());
    emit menuRequested(index.row(), keyboard ? below : event->globalPos());
}

void ConnectionList::focusInEvent(QFocusEvent *event)
{
    QListView::focusInEvent(event);
    viewport()->update();
}

void ConnectionList::focusOutEvent(QFocusEvent *event)
{
    QListView::focusOutEvent(event);
    viewport()->update();
}

} // namespace Signalbox
