// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/wraplayout.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>
#include <utility>

namespace Signalbox {

WrapLayout::WrapLayout(int spacing, QWidget *parent)
    : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(spacing);
}

WrapLayout::~WrapLayout()
{
    qDeleteAll(m_items);
}

void WrapLayout::addStart(QWidget *widget)
{
    addChildWidget(widget);
    m_items.insert(m_starts++, new QWidgetItem(widget));
    invalidate();
}

void WrapLayout::addEnd(QWidget *widget)
{
    addChildWidget(widget);
    addItem(new QWidgetItem(widget));
}

void WrapLayout::addItem(QLayoutItem *item)
{
    m_items.append(item);
    invalidate();
}

QLayoutItem *WrapLayout::itemAt(int index) const
{
    return m_items.value(index);
}

QLayoutItem *WrapLayout::takeAt(int index)
{
    if (index < 0 || index >= m_items.size())
        return nullptr;
    if (index < m_starts)
        --m_starts;
    return m_items.takeAt(index);
}

int WrapLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), true);
}

void WrapLayout::setGeometry(const QRect &area)
{
    QLayout::setGeometry(area);
    arrange(area, false);
}

QSize WrapLayout::sizeHint() const
{
    QSize size(-spacing(), 0);
    for (const QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        size.rwidth() += item->sizeHint().width() + spacing();
        size.setHeight(std::max(size.height(), item->sizeHint().height()));
    }
    return size.expandedTo({0, 0}).grownBy(contentsMargins());
}

QSize WrapLayout::minimumSize() const
{
    QSize size(0, 0);
    for (const QLayoutItem *item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    }
    return size.grownBy(contentsMargins());
}

QSize WrapLayout::sizeOf(const QLayoutItem &item, int most) const
{
    const QSize wanted = item.sizeHint();
    return {std::max(item.minimumSize().width(), std::min(wanted.width(), most)), wanted.height()};
}

int WrapLayout::arrange(const QRect &area, bool tried) const
{
    const QRect inner = area.marginsRemoved(contentsMargins());
    int y = inner.top();
    qsizetype first = 0;
    while (first < m_items.size()) {
        int width = -spacing();
        int height = 0;
        qsizetype last = first;
        for (; last < m_items.size(); ++last) {
            const QLayoutItem &item = *m_items.at(last);
            if (item.isEmpty())
                continue;
            const QSize size = sizeOf(item, inner.width());
            if (height > 0 && width + spacing() + size.width() > inner.width())
                break;
            width += spacing() + size.width();
            height = std::max(height, size.height());
        }
        if (height > 0) {
            if (!tried)
                placeLine({inner.left(), y, inner.width(), height}, first, last);
            y += height + spacing();
        }
        first = last;
    }
    return std::max(0, y - inner.top() - spacing()) + contentsMargins().top()
        + contentsMargins().bottom();
}

void WrapLayout::placeLine(const QRect &line, qsizetype first, qsizetype last) const
{
    int free = line.width() + spacing();
    for (qsizetype i = first; i < last; ++i) {
        if (!m_items.at(i)->isEmpty())
            free -= sizeOf(*m_items.at(i), line.width()).width() + spacing();
    }
    const Qt::LayoutDirection direction =
        parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int x = line.left();
    for (qsizetype i = first; i < last; ++i) {
        QLayoutItem *item = m_items.at(i);
        if (item->isEmpty())
            continue;
        if (i >= m_starts)
            x += std::max(0, std::exchange(free, 0));
        const QSize size = sizeOf(*item, line.width());
        const QRect place(QPoint(x, line.top() + (line.height() - size.height()) / 2), size);
        item->setGeometry(QStyle::visualRect(direction, line, place));
        x += size.width() + spacing();
    }
}

} // namespace Signalbox
