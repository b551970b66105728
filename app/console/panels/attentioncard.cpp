// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/attentioncard.h"

#include "widgets/button.h"
#include "widgets/format.h"
#include "widgets/iconmark.h"
#include "widgets/label.h"
#include "widgets/metrics.h"
#include "widgets/statuspill.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

QString iconOf(Tone tone)
{
    return tone == Tone::Danger ? u"octagon-alert"_s
        : tone == Tone::Warn    ? u"triangle-alert"_s
                                : u"info"_s;
}

} // namespace

AttentionCard::AttentionCard(QWidget *parent)
    : Card(parent)
    , m_title(new TextLabel(TextRole::CardTitle, {}, this))
    , m_count(new StatusPill(this))
{
    auto *head = new QHBoxLayout;
    head->setSpacing(Metrics::kSpaceSm);
    head->addWidget(m_title);
    head->addWidget(m_count);
    head->addStretch();
    body()->addLayout(head);
    body()->addWidget(new Hairline(Qt::Horizontal, this));
    body()->addStretch();
    languageChanged();
}

void AttentionCard::setAttentions(const QList<Attention> &attentions)
{
    if (m_rows && m_attentions == attentions)
        return;
    if (attentions.isEmpty() && !m_attentions.isEmpty()) {
        m_last = m_attentions.constFirst().title;
        m_lastUntil = QDateTime::currentDateTime();
    }
    m_attentions = attentions;
    rebuild();
}

void AttentionCard::languageChanged()
{
    m_title->setText(tr("Needs attention"));
    m_last.clear(); // it was said in another language
    rebuild();
}

void AttentionCard::rebuild()
{
    delete m_rows;
    m_rows = new QWidget(this);
    auto *column = new QVBoxLayout(m_rows);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Metrics::kSpaceSm);
    if (m_attentions.isEmpty())
        column->addWidget(nothingRow());
    for (const Attention &attention : std::as_const(m_attentions)) {
        if (column->count() > 0)
            column->addWidget(new Hairline(Qt::Horizontal, m_rows));
        column->addWidget(rowFor(attention));
    }
    body()->insertWidget(2, m_rows);
    m_count->setVisible(!m_attentions.isEmpty());
    m_count->setState({Tone::Neutral, {}, Format::count(m_attentions.size())});
}

QWidget *AttentionCard::rowFor(const Attention &attention)
{
    auto *row = new QWidget(m_rows);
    auto *title = new TextLabel(TextRole::BodyMedium, attention.title, row);
    title->setElide(Qt::ElideMiddle);
    auto *cause = new TextLabel(TextRole::Hint, Token::Text2, attention.cause, row);
    cause->setElide(Qt::ElideRight);

    auto *first = new QHBoxLayout;
    first->setSpacing(Metrics::kSpaceSm);
    first->addWidget(title, 1);
    if (attention.remedy != Attention::Remedy::None) {
        const bool opens = attention.remedy != Attention::Remedy::RunClock;
        auto *action = new Button(opens ? tr("Open") : tr("Run"), ButtonKind::Link, {}, row);
        action->setAccessibleName(opens ? tr("Open %1").arg(attention.name) : tr("Run the clock"));
        connect(action, &QPushButton::clicked, this, [this, attention] { act(attention); });
        first->addWidget(action);
    }
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addLayout(first);
    texts->addWidget(cause);

    auto *columns = new QHBoxLayout(row);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(Metrics::kSpaceSm);
    columns->addWidget(
        new IconMark(iconOf(attention.tone), toneColor(attention.tone), Metrics::kIcon, row), 0,
        Qt::AlignTop);
    columns->addLayout(texts, 1);
    return row;
}

void AttentionCard::act(const Attention &attention)
{
    switch (attention.remedy) {
    case Attention::Remedy::OpenQueue:
        emit queueOpened(attention.name);
        break;
    case Attention::Remedy::OpenTopic:
        emit topicOpened(attention.name);
        break;
    case Attention::Remedy::OpenRefusals:
        emit refusalsOpened(attention.name);
        break;
    case Attention::Remedy::RunClock:
        emit clockRunRequested();
        break;
    case Attention::Remedy::None:
        break;
    }
}

QWidget *AttentionCard::nothingRow()
{
    auto *row = new QWidget(m_rows);
    auto *columns = new QHBoxLayout(row);
    columns->setContentsMargins(0, Metrics::kSpaceXs, 0, 0);
    columns->setSpacing(Metrics::kSpaceSm);
    columns->addWidget(new IconMark(u"circle-check"_s, Token::Ok, Metrics::kIcon, row), 0,
                       Qt::AlignTop);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(new TextLabel(TextRole::Body, Token::Text2, tr("Nothing needs you."), row));
    if (!m_last.isEmpty()) {
        //: %1 is a sentence such as "orders has no receiver", %2 a time such as "13:02".
        const QString last =
            tr("Last: %1, until %2.")
                .arg(m_last, Format::minute(m_lastUntil, QDateTime::currentDateTime()));
        auto *label = new TextLabel(TextRole::Hint, Token::Muted, last, row);
        label->setElide(Qt::ElideMiddle);
        texts->addWidget(label);
    }
    columns->addLayout(texts, 1);
    return row;
}

} // namespace Signalbox
