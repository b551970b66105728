// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/inspector.h"

#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/label.h"
#include "widgets/metrics.h"
#include "widgets/scrollpage.h"
#include "widgets/wraplayout.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Signalbox {

Inspector::Inspector(QWidget *parent)
    : ThemedWidget(parent)
    , m_scroll(new ScrollPage(new QWidget, this))
    , m_title(new TextLabel(TextRole::InspectorTitle, QString(), this))
    , m_state(new StatusPill(this))
    , m_previous(new IconButton(u"chevron-up"_s, QString(), this))
    , m_next(new IconButton(u"chevron-down"_s, QString(), this))
    , m_close(new IconButton(u"x"_s, QString(), this))
    , m_footer(new QWidget(this))
    , m_footerRow(new WrapLayout(Metrics::kSpaceSm, m_footer))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 0, 0);
    column->setSpacing(0);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(Metrics::kSpaceLg, 10, 10, 6);
    head->setSpacing(Metrics::kSpaceXs);
    m_title->setElide(Qt::ElideMiddle);
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    head->addWidget(m_title);
    head->addSpacing(Metrics::kSpaceXs);
    head->addWidget(m_state);
    head->addStretch(1);
    head->addWidget(m_previous);
    head->addWidget(m_next);
    head->addWidget(m_close);
    column->addLayout(head);
    m_state->hide();

    m_scroll->setFocusPolicy(Qt::StrongFocus); // The keys scroll where nothing inside takes them.
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_body = new QVBoxLayout(m_scroll->widget());
    m_body->setContentsMargins(Metrics::kSpaceLg, 4, Metrics::kSpaceLg, Metrics::kSpaceMd);
    m_body->setSpacing(Metrics::kSpaceSm);
    column->addWidget(m_scroll, 1);

    auto *footerColumn = new QVBoxLayout;
    footerColumn->setContentsMargins(0, 0, 0, 0);
    footerColumn->setSpacing(0);
    m_footerRow->setContentsMargins(Metrics::kSpaceLg, Metrics::kSpaceSm, Metrics::kSpaceLg,
                                    Metrics::kSpaceSm);
    footerColumn->addWidget(new Hairline(Qt::Horizontal, this));
    footerColumn->addWidget(m_footer);
    column->addLayout(footerColumn);
    m_footer->hide();

    connect(m_previous, &QAbstractButton::clicked, this, &Inspector::previousRequested);
    connect(m_next, &QAbstractButton::clicked, this, &Inspector::nextRequested);
    connect(m_close, &QAbstractButton::clicked, this, &Inspector::closeRequested);
    languageChanged();
}

Inspector::~Inspector() = default;

void Inspector::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
    m_scroll->setAccessibleName(title);
}

void Inspector::setState(const StateBadge &state)
{
    m_state->setState(state);
    m_state->setVisible(!state.text.isEmpty());
}

void Inspector::setWalkable(bool walkable)
{
    m_previous->setVisible(walkable);
    m_next->setVisible(walkable);
}

void Inspector::addFooterButton(QWidget *button, bool atEnd)
{
    if (atEnd)
        m_footerRow->addEnd(button);
    else
        m_footerRow->addStart(button);
    m_footer->show();
}

QSize Inspector::sizeHint() const
{
    return {Theme::current().px(Metrics::kInspector), 400};
}

QSize Inspector::minimumSizeHint() const
{
    return {300, 200};
}

void Inspector::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::current();
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Token::Surface));
    const int x = layoutDirection() == Qt::RightToLeft ? width() - 1 : 0;
    painter.fillRect(x, 0, 1, height(), theme.color(Token::BorderSubtle));
}

void Inspector::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        emit closeRequested();
        return;
    }
    if (event->modifiers() & Qt::AltModifier && event->key() == Qt::Key_Up) {
        emit previousRequested();
        return;
    }
    if (event->modifiers() & Qt::AltModifier && event->key() == Qt::Key_Down) {
        emit nextRequested();
        return;
    }
    ThemedWidget::keyPressEvent(event);
}

void Inspector::languageChanged()
{
    m_previous->setName(tr("Previous"));
    m_next->setName(tr("Next"));
    m_close->setName(tr("Close"));
}

} // namespace Signalbox
