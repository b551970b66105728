// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/sectionlist.h"

#include "widgets/icons.h"
#include "widgets/metrics.h"
#include "widgets/textpainter.h"

#include <QEvent>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Signalbox {

namespace {

enum Role { IconRole = Qt::UserRole + 1, BadgeRole, ToneRole };

constexpr int kSideMargin = 8;
constexpr int kIconLeft = 12;
constexpr int kTextLeft = 38;

} // namespace

class SectionDelegate final : public QStyledItemDelegate
{
public:
    explicit SectionDelegate(SectionList *list)
        : QStyledItemDelegate(list)
        , m_list(list)
    {
    }

    bool iconsOnly = false;
    bool plain = false;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {0, Theme::current().px(Metrics::kNavRow)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const Theme theme = Theme::current();
        const bool current = m_list->currentIndex() == index;
        const bool hovered = option.state & QStyle::State_MouseOver;
        const QRect row = option.rect.adjusted(kSideMargin, 1, -kSideMargin, -1);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        if (current || hovered) {
            painter->setBrush(theme.color(current ? Token::Selected : Token::Hover));
            painter->drawRoundedRect(row, Metrics::kRadiusControl, Metrics::kRadiusControl);
        }
        if (current && !plain) {
            painter->setBrush(theme.color(Token::Accent));
            painter->drawRoundedRect(
                QRectF(row.left(), row.top() + 7, Metrics::kSelectionBar, row.height() - 14), 1.5,
                1.5);
        }
        if (current && m_list->hasFocus()) {
            painter->setPen(QPen(theme.color(Token::Focus), Metrics::kFocusLine));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(QRectF(row).adjusted(1, 1, -1, -1), 5, 5);
        }
        const int icon = theme.px(Metrics::kIcon);
        const int iconLeft = iconsOnly ? (row.width() - icon) / 2 : plain ? 8 : kIconLeft;
        const QColor iconColor = theme.color(current ? Token::Accent : Token::Text2);
        paintIcon(*painter, QRectF(row.left() + iconLeft, row.top(), icon, row.height()),
                  index.data(IconRole).toString(), iconColor, icon);
        const QString badge = index.data(BadgeRole).toString();
        const auto tone = Tone(index.data(ToneRole).toInt());
        if (iconsOnly) {
            if (tone != Tone::Neutral && !badge.isEmpty()) {
                painter->setPen(Qt::NoPen);
                painter->setBrush(theme.color(toneColor(tone)));
                painter->drawEllipse(QPointF(row.left() + iconLeft + icon + 2, row.top() + 8), 3,
                                     3);
            }
            painter->restore();
            return;
        }
        QRect text = row.adjusted((plain ? 8 + icon + 10 : kTextLeft), 0, -kIconLeft, 0);
        if (!badge.isEmpty())
            text.setRight(paintBadge(*painter, text, theme, badge, tone));
        painter->setFont(theme.font(current ? TextRole::CardTitle : TextRole::BodyMedium));
        painter->setPen(theme.color(current ? Token::Text : Token::Text2));
        drawLine(*painter, text, index.data(Qt::DisplayRole).toString());
        painter->restore();
    }

private:
    /// Returns where the text before the badge has to end.
    static int paintBadge(QPainter &painter, const QRect &area, const Theme &theme,
                          const QString &badge, Tone tone)
    {
        const bool exception = tone == Tone::Warn || tone == Tone::Danger;
        const QColor color = theme.color(exception ? toneColor(tone) : Token::Muted);
        const QFont font = theme.font(TextRole::Pill);
        const int width = int(std::ceil(tabularWidth(font, badge)));
        painter.setFont(font);
        painter.setPen(color);
        const QRect text(area.right() - width, area.top(), width + 1, area.height());
        drawTabular(painter, text, badge);
        if (!exception)
            return text.left() - 8;
        const int icon = theme.px(Metrics::kIconSmall);
        paintIcon(painter, QRectF(text.left() - icon - 4, area.top(), icon, area.height()),
                  tone == Tone::Danger ? u"octagon-alert"_s : u"triangle-alert"_s, color, icon);
        return text.left() - icon - 12;
    }

    SectionList *m_list;
};

SectionList::SectionList(QWidget *parent)
    : QListView(parent)
    , m_items(new QStandardItemModel(this))
    , m_delegate(new SectionDelegate(this))
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
    viewport()->setAutoFillBackground(false);
    setAttribute(Qt::WA_TranslucentBackground, false);
    setStyleSheet(u"QListView { background: transparent; }"_s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

SectionList::~SectionList() = default;

int SectionList::addSection(const QString &iconName, const QString &text)
{
    auto *item = new QStandardItem(text);
    item->setData(iconName, IconRole);
    item->setEditable(false);
    m_items->appendRow(item);
    updateAccessibleText(item->row());
    if (item->row() == 0)
        setCurrentSection(0);
    updateGeometry();
    return item->row();
}

void SectionList::setSectionText(int index, const QString &text)
{
    if (QStandardItem *item = m_items->item(index)) {
        item->setText(text);
        updateAccessibleText(index);
    }
}

void SectionList::setBadge(int index, const QString &text, Tone tone)
{
    QStandardItem *item = m_items->item(index);
    if (!item
        || (item->data(BadgeRole).toString() == text && item->data(ToneRole).toInt() == int(tone)))
        return;
    item->setData(text, BadgeRole);
    item->setData(int(tone), ToneRole);
    updateAccessibleText(index);
}

int SectionList::count() const
{
    return m_items->rowCount();
}

int SectionList::currentSection() const
{
    return currentIndex().row();
}

void SectionList::setCurrentSection(int index)
{
    setCurrentIndex(m_items->index(index, 0));
}

void SectionList::setIconsOnly(bool iconsOnly)
{
    m_delegate->iconsOnly = iconsOnly;
    for (int i = 0; i < count(); ++i)
        updateAccessibleText(i);
    viewport()->update();
}

void SectionList::setPlain(bool plain)
{
    m_delegate->plain = plain;
    viewport()->update();
}

QSize SectionList::sizeHint() const
{
    return {Theme::current().px(Metrics::kSidebar),
            count() * Theme::current().px(Metrics::kNavRow)};
}

QSize SectionList::minimumSizeHint() const
{
    return {Metrics::kSidebarCollapsed, sizeHint().height()};
}

void SectionList::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyTheme();
}

void SectionList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    viewport()->update();
    if (current.isValid() && current.row() != previous.row())
        emit currentSectionChanged(current.row());
}

void SectionList::focusInEvent(QFocusEvent *event)
{
    QListView::focusInEvent(event);
    viewport()->update();
}

void SectionList::focusOutEvent(QFocusEvent *event)
{
    QListView::focusOutEvent(event);
    viewport()->update();
}

void SectionList::applyTheme()
{
    scheduleDelayedItemsLayout();
    updateGeometry();
    viewport()->update();
}

void SectionList::updateAccessibleText(int index)
{
    QStandardItem *item = m_items->item(index);
    const QString badge = item->data(BadgeRole).toString();
    item->setAccessibleText(badge.isEmpty() ? item->text() : tr("%1, %2").arg(item->text(), badge));
    item->setToolTip(m_delegate->iconsOnly ? item->accessibleText().toHtmlEscaped() : QString());
}

} // namespace Signalbox
