// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/searchprogress.h"

#include "widgets/button.h"
#include "widgets/format.h"
#include "widgets/label.h"
#include "widgets/metrics.h"
#include "widgets/theme.h"

#include <QHBoxLayout>
#include <QProgressBar>

#include <algorithm>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSteps = 1000;
constexpr int kBarWidth = 160;

} // namespace

SearchProgress::SearchProgress(QWidget *parent)
    : ThemedWidget(parent)
    , m_bar(new QProgressBar(this))
    , m_text(new TextLabel(TextRole::Hint, Token::Text2, {}, this))
    , m_stop(new Button({}, ButtonKind::Link, {}, this))
{
    m_bar->setRange(0, kSteps);
    m_bar->setTextVisible(false);
    m_bar->setFixedSize(Theme::current().px(kBarWidth), Metrics::kProgress);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Metrics::kPageMargin, 2, Metrics::kPageMargin, 2);
    row->setSpacing(Metrics::kSpaceMd);
    row->addWidget(m_bar, 0, Qt::AlignVCenter);
    row->addWidget(m_text);
    row->addWidget(m_stop);
    row->addStretch();
    connect(m_stop, &QPushButton::clicked, this, &SearchProgress::stopRequested);
    hide();
    languageChanged();
}

void SearchProgress::setProgress(qint64 scanned, qint64 total, int found)
{
    m_scanned = scanned;
    m_total = std::max(scanned, total);
    m_found = found;
    languageChanged();
}

void SearchProgress::languageChanged()
{
    m_bar->setAccessibleName(tr("Progress of the search"));
    m_bar->setValue(m_total == 0 ? 0 : int(m_scanned * kSteps / m_total));
    //: How far a search got: messages looked at, all messages, messages found.
    m_text->setText(
        tr("Looked at %1 of %2, %3 found")
            .arg(Format::count(m_scanned), Format::count(m_total), Format::count(m_found)));
    m_stop->setText(tr("Stop"));
}

} // namespace Signalbox
