// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/emptystate.h"

#include "widgets/iconmark.h"
#include "widgets/label.h"
#include "widgets/metrics.h"
#include "widgets/scaledsize.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace Signalbox {

namespace {
constexpr int kDisc = 72;
constexpr int kDiscIcon = 32;
constexpr int kTextWidth = 560;
} // namespace

EmptyState::EmptyState(QWidget *parent)
    : EmptyState(QString(), QString(), QString(), parent)
{
}

EmptyState::EmptyState(const QString &iconName, const QString &title, const QString &text,
                       QWidget *parent)
    : ThemedWidget(parent)
    , m_disc(new IconMark({}, Token::Info, kDiscIcon, this))
    , m_title(new TextLabel(TextRole::PanelTitle, QString(), this))
    , m_text(new TextLabel(TextRole::Body, Token::Text2, QString(), this))
    , m_actions(new QHBoxLayout)
    , m_below(new QVBoxLayout)
{
    m_title->setAlignment(Qt::AlignCenter);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    keepScaled(*m_text, &QWidget::setFixedWidth, kTextWidth);
    m_actions->setSpacing(Metrics::kSpaceSm);
    m_actions->addStretch(1);
    m_actions->addStretch(1);
    m_below->setSpacing(Metrics::kSpaceMd);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Metrics::kPageMargin, Metrics::kPageMargin, Metrics::kPageMargin,
                               Metrics::kPageMargin);
    column->setSpacing(Metrics::kSpaceSm);
    column->addStretch(2);
    column->addWidget(m_disc, 0, Qt::AlignHCenter);
    column->addSpacing(Metrics::kSpaceSm);
    column->addWidget(m_title);
    column->addWidget(m_text, 0, Qt::AlignHCenter);
    column->addSpacing(Metrics::kSpaceSm);
    column->addLayout(m_actions);
    column->addSpacing(Metrics::kSpaceLg);
    column->addLayout(m_below);
    column->addStretch(3);
    setIconName(iconName);
    setTone(Tone::Info);
    setTitle(title);
    setText(text);
}

EmptyState::~EmptyState() = default;

void EmptyState::setIconName(const QString &iconName)
{
    m_disc->setIconName(iconName);
}

void EmptyState::setTone(Tone tone)
{
    m_disc->setDisc(kDisc, tone);
}

void EmptyState::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void EmptyState::setText(const QString &text)
{
    m_text->setText(text);
    setAccessibleDescription(text);
}

void EmptyState::addAction(QWidget *button)
{
    m_actions->insertWidget(m_actions->count() - 1, button);
}

void EmptyState::addBelow(QWidget *widget)
{
    m_below->addWidget(widget, 0, Qt::AlignHCenter);
}

} // namespace Signalbox
