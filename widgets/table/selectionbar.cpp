// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/table/selectionbar.h"

#include "widgets/button.h"
#include "widgets/label.h"
#include "widgets/metrics.h"
#include "widgets/theme.h"

#include <QHBoxLayout>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace Signalbox {

SelectionBar::SelectionBar(QWidget *parent)
    : ThemedWidget(parent)
    , m_row(new QHBoxLayout(this))
    , m_label(new TextLabel(TextRole::CardTitle, QString(), this))
    , m_clear(new IconButton(u"x"_s, QString(), this))
{
    m_row->setContentsMargins(Metrics::kPageMargin, 5, Metrics::kPageMargin, 5);
    m_row->setSpacing(Metrics::kSpaceSm);
    m_row->addWidget(m_label);
    m_row->addSpacing(Metrics::kSpaceSm);
    m_row->addStretch(1);
    m_row->addWidget(m_clear);
    connect(m_clear, &QAbstractButton::clicked, this, &SelectionBar::clearRequested);
    languageChanged();
}

SelectionBar::~SelectionBar() = default;

void SelectionBar::setSelectedCount(int rows)
{
    m_selected = rows;
    languageChanged();
}

void SelectionBar::addButton(QWidget *button)
{
    m_row->insertWidget(m_row->count() - 2, button);
}

void SelectionBar::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::current().color(Token::Selected));
}

void SelectionBar::languageChanged()
{
    m_label->setText(tr("%n selected", nullptr, m_selected));
    m_clear->setName(tr("Clear the selection"));
}

} // namespace Signalbox
