// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/settinggroup.h"

#include "console/panels/settingrow.h"
#include "widgets/card.h"
#include "widgets/label.h"
#include "widgets/metrics.h"

#include <QVBoxLayout>

namespace Signalbox {

SettingGroup::SettingGroup(QWidget *parent)
    : QWidget(parent)
    , m_title(new TextLabel(TextRole::CardTitle, {}, this))
    , m_card(new Card(this))
{
    m_card->body()->setContentsMargins(Metrics::kPageMargin, Metrics::kSpaceXs,
                                       Metrics::kPageMargin, Metrics::kSpaceXs);
    m_card->body()->setSpacing(0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Metrics::kSpaceMd);
    column->addWidget(m_title);
    column->addWidget(m_card);
}

void SettingGroup::setTitle(const QString &title)
{
    m_title->setText(title);
}

SettingRow *SettingGroup::addRow(const QString &key)
{
    if (m_card->body()->count() > 0)
        m_card->body()->addWidget(new Hairline(Qt::Horizontal, m_card));
    auto *row = new SettingRow(key, m_card);
    m_card->body()->addWidget(row);
    return row;
}

} // namespace Signalbox
